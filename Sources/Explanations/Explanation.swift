import HarmClassifier
import LexiconFiles
import Localization

/// A verdict as text for a person: the post with its evidence marked, and a sum for every category.
public struct Explanation: Sendable {
  private let post: [UInt8]
  private let verdict: Verdict
  private let names: [String: String]
  private let language: Language
  private let words: ExplanationWords
  private let style: Style

  /// How evidence is marked.
  public enum Style: Sendable {
    /// Between `«` and `»`.
    case plain
    /// In colour (ANSI escapes).
    case coloured
  }

  /// Prepares the explanation of `post`'s verdict; `categories` give their names.
  public init(_ post: String, _ verdict: Verdict, categories: [CategoryFile], language: Language, style: Style) {
    self.post = Array(post.utf8)
    self.verdict = verdict
    names = Dictionary(uniqueKeysWithValues: categories.map { ($0.source.id, $0.name[language]) })
    self.language = language
    words = ExplanationWords(language)
    self.style = style
  }

  /// The explanation, ending in a line end.
  public var text: String {
    var lines = [
      "\(words.verdict): \(paint(words.decisions[verdict.decision] ?? "", as: verdict.decision))", "", markedPost,
    ]
    for category in verdict.categories { lines += sum(for: category) }
    if !verdict.indicators.isEmpty {
      lines += ["", words.indicators]
      lines += verdict.indicators.map {
        "  \(LocalizedText(indicator: $0.kind.rawValue)[language])  \(visible($0.value))"
      }
    }
    if verdict.categories.isEmpty { lines += ["", words.nothing] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The post with every span of evidence marked; spans that overlap are marked as one.
  private var markedPost: String {
    var marked = ""
    var end = 0
    for span in mergedSpans {
      marked += slice(end..<span.lowerBound) + mark(slice(span))
      end = span.upperBound
    }
    return marked + slice(end..<post.count)
  }

  /// Letter patterns reach over half a post; they are marked only where nothing more telling can be, and only what
  /// speaks for harm.
  private var markedEvidence: [Evidence] {
    let telling = verdict.evidence.filter { $0.family != .ngram }
    return telling.isEmpty ? verdict.evidence.filter { $0.weight > 0 } : telling
  }

  private var mergedSpans: [Range<Int>] {
    var spans: [Range<Int>] = []
    for piece in markedEvidence.map({ $0.start..<$0.end }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = spans.last, piece.lowerBound < last.upperBound {
        spans[spans.count - 1] = last.lowerBound..<max(last.upperBound, piece.upperBound)
      } else {
        spans.append(piece)
      }
    }
    return spans
  }

  private func sum(for category: CategoryVerdict) -> [String] {
    let evidence = verdict.evidence.filter { $0.category == category.id }
    let logit = evidence.reduce(category.bias) { $0 + $1.weight }
    let stance = words.stances[category.stance] ?? category.stance.rawValue
    var lines = ["", "\(names[category.id] ?? category.id) (\(category.id)) · \(words.stance): \(stance)"]
    lines.append(row(category.bias, words.bias, ""))
    for piece in evidence {
      let source = piece.text == piece.term ? "" : "  ← \(piece.text)"
      let detail = visible(piece.term + source).replacing("\n", with: "⏎")
      lines.append(row(piece.weight, words.families[piece.family] ?? piece.family.rawValue, detail))
    }
    lines.append("  = \(signed(logit))  →  \(words.score) \(fixed(category.score, digits: 3))")
    return lines
  }

  private func row(_ weight: Double, _ name: String, _ detail: String) -> String {
    let number = signed(weight)
    let padding = String(repeating: " ", count: max(1, 24 - name.count))
    let line = "  " + String(repeating: " ", count: max(0, 7 - number.count)) + number + "  " + name + padding + detail
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private func slice(_ range: Range<Int>) -> String { visible(String(decoding: post[range], as: UTF8.self)) }

  /// Control characters would let a post write on the reader's terminal.
  private func visible(_ text: String) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || 0x7F...0x9F ~= scalar.value
      visible.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(visible)
  }

  private func mark(_ text: String) -> String {
    switch style {
    case .plain: "«" + text + "»"
    case .coloured: "\u{1B}[1;33m" + text + "\u{1B}[0m"
    }
  }

  private func paint(_ text: String, as decision: Verdict.Decision) -> String {
    guard style == .coloured else { return text }
    let colour =
      switch decision {
      case .harmful: "1;31"
      case .review: "1;33"
      case .clean: "1;32"
      }
    return "\u{1B}[\(colour)m\(text)\u{1B}[0m"
  }

  private func signed(_ number: Double) -> String { (number < 0 ? "" : "+") + fixed(number, digits: 2) }

  private func fixed(_ number: Double, digits: Int) -> String {
    let scale = (0..<digits).reduce(1.0) { product, _ in product * 10 }
    let whole = Int((number.magnitude * scale).rounded())
    let fraction = String(whole % Int(scale))
    let padded = String(repeating: "0", count: digits - fraction.count) + fraction
    return (number < 0 && whole > 0 ? "-" : "") + "\(whole / Int(scale)).\(padded)"
  }
}
