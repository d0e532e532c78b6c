#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Patterns of paths, for callers whose shell does not fill them in.
enum Glob {
  /// The paths that match `*`, `?` and `[…]`, sorted by their bytes.
  ///
  /// Invariant of the unsafe part: `glob(3)` gives `gl_pathc` strings that end with 0 and live until `globfree(3)`.
  static func paths(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, GLOB_NOSORT, nil, &found) == 0, let strings = found.gl_pathv else { return [] }
    let paths = (0..<Int(found.gl_pathc)).compactMap { strings[$0].map { String(cString: $0) } }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
