import Foundation

/// Where the lexicon lies on this machine.
public enum LexiconDirectory {
  /// The directory a user named, else `RONDA_LEXICONS`, else the first of these that holds a lexicon: `lexicons` in the
  /// program's directory or one above it, `share/ronda/lexicons` there, `lexicons` in the working directory.
  ///
  /// Gives the last place looked at when none has one, so that reading it tells what is missing.
  public static func find(named: String?, environment: [String: String], program: String?) -> String {
    if let chosen = named ?? environment["RONDA_LEXICONS"] { return chosen }
    return candidates(program).first { FileManager.default.fileExists(atPath: $0 + "/lexicon.yaml") } ?? "lexicons"
  }

  private static func candidates(_ program: String?) -> [String] {
    var candidates: [String] = []
    var directory = URL(fileURLWithPath: program ?? ".").resolvingSymlinksInPath().deletingLastPathComponent()
    while directory.path != "/" {
      candidates += [directory.path + "/lexicons", directory.path + "/share/ronda/lexicons"]
      directory.deleteLastPathComponent()
    }
    return candidates + ["lexicons"]
  }
}
