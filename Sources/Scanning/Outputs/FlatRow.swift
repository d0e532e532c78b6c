import HarmClassifier
import PostExports

/// A verdict as one flat JSON object: always the same keys in the same order, each of one type or null, so that readers
/// that guess a schema from the first rows guess right.
///
/// `docs/scan.md` holds the schema.
enum FlatRow {
  static func append(
    _ verdict: borrowing Verdict,
    _ place: PostBatch.Place,
    _ post: Span<UInt8>,
    source: String,
    versions: Verdict.Versions,
    to bytes: inout [UInt8]
  ) {
    let (top, time) = (verdict.categories.first, place.timeText(post))
    let names = verdict.evidence.filter { $0.family == .siteName }.map(\.folded)
    let terms = verdict.evidence.filter { $0.category == top?.id && $0.weight > 0 }.map(\.term)
    let fields: [(String, String)] = [
      ("source", text(source)), ("record", "\(place.number)"), ("id", text(place.idText(post))), ("time", text(time)),
      ("day", text(time.flatMap(CalendarDay.init(time:))?.description)),
      ("verdict", text(verdict.decision.rawValue)), ("score", number(verdict.score)),
      ("category", text(top?.id)), ("category_score", top.map { number($0.score) } ?? "null"),
      ("stance", text(top?.stance.rawValue)), ("language", text(verdict.language)),
      ("site_names", text(unique(names).joined(separator: "; "))),
      ("terms", text(unique(terms).joined(separator: "; "))),
      ("indicators", text(verdict.indicators.map { "\($0.kind.rawValue):\($0.value)" }.joined(separator: "; "))),
      ("lexicon", text(versions.lexicon)), ("model", text(versions.model)),
    ]
    bytes += ("{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}\n").utf8
  }

  /// Always with a point, so that whole numbers are not taken for integers.
  private static func number(_ value: Double) -> String { ((value * 1e6).rounded() / 1e6).description }

  private static func unique(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  private static func text(_ value: String?) -> String {
    guard let value else { return "null" }
    var escaped = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      case "\0"..."\u{1F}", "\u{7F}":
        escaped += (scalar.value < 16 ? "\\u000" : "\\u00") + String(scalar.value, radix: 16)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }
}
