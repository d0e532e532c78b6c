import HarmClassifier
import LocatedYAML

/// What makes a phrase of a lexicon unusable.
enum PhraseProblem: Error {
  /// Longer than a few words can be.
  case tooLong(bytes: Int)
  /// Nothing is left of it to be matched.
  case empty(String)
  /// The same phrase stands further up, spelt the same or not.
  case repeats(String, of: YAMLText)

  /// Phrases are a few words; anything longer is a slip, such as a missing comma.
  private static let longestPhrase = 120

  /// Checks `text` against the phrases `seen` before it, by their folded form, and remembers it there.
  static func check(_ text: YAMLText, seen: inout [String: YAMLText]) throws(PhraseProblem) {
    guard text.value.utf8.count <= longestPhrase else { throw .tooLong(bytes: text.value.utf8.count) }
    let parts = Self.parts(of: text.value)
    let folded = parts.joined(separator: " .. ")
    guard !folded.isEmpty, !parts.contains("") else { throw .empty(text.value) }
    if let first = seen[folded] { throw .repeats(text.value, of: first) }
    seen[folded] = text
  }

  /// The folded parts of a phrase, which ` .. ` divides.
  private static func parts(of phrase: String) -> [String] {
    guard phrase.contains("..") else { return [Lexicon.fold(phrase)] }
    return phrase.split(separator: " ").split(separator: "..").map { Lexicon.fold($0.joined(separator: " ")) }
  }

  /// What is wrong and what to do.
  var message: String {
    switch self {
    case .tooLong(let bytes):
      "a phrase of \(bytes) bytes; at most \(Self.longestPhrase) are allowed (a missing comma or quote?)"
    case .empty(let text): "`\(text)` folds to nothing that could be matched; remove it"
    case .repeats(let text, let first) where text == first.value:
      "`\(text)` is there twice (first on line \(first.location.line)); remove one"
    case .repeats(let text, let first):
      "`\(text)` folds to the same as `\(first.value)` on line \(first.location.line); remove one"
    }
  }
}

extension YAMLMap {
  /// A list of phrases; reports those that can't be used.
  func phrases(_ key: String) -> [String] {
    var seen: [String: YAMLText] = [:]
    return phrases(key, seen: &seen)
  }

  /// A list of phrases, none of which may be among those `seen` before; a list of another language may repeat some, which
  /// are then left out.
  func phrases(_ key: String, seen: inout [String: YAMLText], mayRepeat: Bool = false) -> [String] {
    texts(key).filter { text in
      do throws(PhraseProblem) {
        try PhraseProblem.check(text, seen: &seen)
        return true
      } catch {
        if case .repeats = error, mayRepeat { return false }
        report(error.message, at: text.location)
        return false
      }
    }.map(\.value)
  }
}
