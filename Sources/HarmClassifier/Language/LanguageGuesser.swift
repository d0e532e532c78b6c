/// Guesses the language of a post from the words that are far likelier in one language than in the others (a naive Bayes
/// score over single words; `docs/language.md` says how good it is).
///
/// Indonesian is expected: another language must lead it by a margin.
struct LanguageGuesser: Sendable {
  static let shared = LanguageGuesser(rows: generatedRows)

  private var codes: [String] = []
  private var words = WordTable()
  /// The voices of word `n` are `voices[starts[n]..<starts[n + 1]]`.
  private var starts: [Int] = [0]
  private var voices: [Voice] = []

  /// A language that a word speaks for, and how much, in tenths.
  private struct Voice {
    var language: Int
    var weight: Int
  }

  private static let fewestWords = 3
  /// Tenths a score must reach to count at all.
  private static let least = 7

  /// The language's code (`id`, `jv`, `en`, …); nil when too short or unsure. `text` is folded.
  func guess(_ text: borrowing FoldedText) -> String? {
    var scores = [Int](repeating: 0, count: codes.count)
    var words = 0
    var index = 0
    let bytes = text.bytes.span
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index].isLetterByte { index += 1 }
      if index > start {
        words += 1
        let number = Int(self.words.number(of: start..<index, in: bytes))
        for voice in starts[number]..<starts[number + 1] { scores[voices[voice].language] += voices[voice].weight }
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
    let lines = rows.withUTF8Buffer { Array($0) }.split(separator: UInt8(ascii: "\n"))
    var found: [(word: Int, voice: Voice)] = []
    for line in lines {
      let fields = line.split(separator: UInt8(ascii: " "))
      guard let code = fields.first else { continue }
      for field in fields.dropFirst() {
        let parts = field.split(separator: UInt8(ascii: ":"))
        let weight = parts[1].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        let word = parts[0]
        let number = words.insert(0..<word.count, of: word.span)
        found.append((Int(number), Voice(language: codes.count, weight: weight)))
      }
      codes.append(String(decoding: code, as: UTF8.self))
    }
    var byWord = Array(repeating: [Voice](), count: words.count + 1)
    for (word, voice) in found { byWord[word].append(voice) }
    for spoken in byWord {
      voices += spoken
      starts.append(voices.count)
    }
  }
}
