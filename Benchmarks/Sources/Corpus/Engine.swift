import HarmClassifier
import LexiconFiles

/// The classifier over the lexicon of this checkout.
public enum Engine {
  /// Loads `lexicons/` of the repository.
  public static func shipped() throws -> Classifier {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return try LexiconFiles(directory: "/" + root + "/lexicons").classifier()
  }
}
