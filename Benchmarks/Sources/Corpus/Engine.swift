import HarmClassifier
import LexiconFiles

/// The classifier over the lexicon of this checkout.
public enum Engine {
  private static func files() throws -> LexiconFiles {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return try LexiconFiles(directory: "/" + root + "/lexicons")
  }

  /// Loads `lexicons/` of the repository.
  public static func shipped() throws -> Classifier { try files().classifier() }

  /// The lexicon's terms as literals, each once, for peers that only search: a term with a gap gives its longest part.
  public static func literals() throws -> [[UInt8]] {
    let spellings = try files().source.categories.flatMap { $0.terms.map(\.text) + $0.siteNames }
    let parts = spellings.compactMap { $0.split(separator: " .. ").max { $0.utf8.count < $1.utf8.count } }
    return Set(parts.map { $0.lowercased() }).sorted().map { Array($0.utf8) }
  }
}
