/// Guesses the language of a post from the words that are far likelier in one language than in the others (a naive Bayes
/// score over single words; `docs/language.md` says how good it is).
///
/// Indonesian is expected: another language must lead it by a margin.
struct LanguageGuesser: Sendable {
  static let shared = LanguageGuesser(rows: generatedRows)

  private var codes: [String] = []
  /// By the hash of a word: the languages it speaks for, with weights in tenths.
  private var weights: [UInt64: [(language: Int, weight: Int)]] = [:]

  private static let fewestWords = 3
  /// Tenths a score must reach to count at all.
  private static let least = 7

  /// The language's code (`id`, `jv`, `en`, …); nil when too short or unsure. `text` is folded.
  func guess(_ text: borrowing FoldedText) -> String? {
    var scores = [Int](repeating: 0, count: codes.count)
    var words = 0
    var index = 0
    while index < text.count {
      var hash = Self.emptyHash
      let start = index
      while index < text.count, text.bytes[index].isLetterByte {
        hash = Self.extend(hash, text.bytes[index])
        index += 1
      }
      if index > start {
        words += 1
        for entry in weights[hash] ?? [] { scores[entry.language] += entry.weight }
      }
      index += 1
    }
    return words >= Self.fewestWords ? best(scores) : nil
  }

  private func best(_ scores: [Int]) -> String? {
    let indonesian = zip(codes, scores).first { $0.0 == "id" }?.1 ?? 0
    let other = zip(codes, scores).filter { $0.0 != "id" }.max { ($0.1, $0.0) < ($1.1, $1.0) }
    if let other, other.1 >= Self.least, other.1 > indonesian + Self.margin(of: other.0) { return other.0 }
    return indonesian >= Self.least ? "id" : nil
  }

  /// Tenths by which a language must lead Indonesian; Betawi is close to everyday Indonesian.
  private static func margin(of code: String) -> Int { code == "bew" ? 60 : 20 }

  private init(rows: StaticString) {
    for row in rows.withUTF8Buffer({ Array($0) }).split(separator: UInt8(ascii: "\n")) {
      let fields = row.split(separator: UInt8(ascii: " "))
      guard let code = fields.first else { continue }
      for field in fields.dropFirst() {
        let parts = field.split(separator: UInt8(ascii: ":"))
        let weight = parts[1].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        weights[parts[0].reduce(Self.emptyHash, Self.extend), default: []].append((codes.count, weight))
      }
      codes.append(String(decoding: code, as: UTF8.self))
    }
  }

  /// FNV-1a.
  private static let emptyHash: UInt64 = 0xcbf2_9ce4_8422_2325
  private static func extend(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
