import Foundation

/// A list of host names in a plain file, one a line: each with all names below it, or, after `=`, that name alone (and
/// with `www.`), as each name below it has an owner of its own. `#` begins a comment.
public struct HostList: Sendable {
  /// Why a list cannot be read.
  public struct Problem: Error, Sendable, CustomStringConvertible {
    /// Where, what and what to do.
    public let description: String
  }

  private var names: Set<String> = []
  private var lone: Set<String> = []

  /// An empty list.
  public init() {}

  /// Adds the names in the file at `path`.
  public mutating func read(_ path: String) throws(Problem) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Problem(description: "\(path): cannot be read; check that the file exists and that you may read it")
    }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let text = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
      guard !text.isEmpty else { continue }
      let isLone = text.hasPrefix("=")
      guard let name = Self.name(isLone ? String(text.dropFirst()) : text) else {
        throw Problem(description: "\(path):\(number + 1): `\(text)` is no host name; write example.id, one a line")
      }
      if isLone { lone.insert(name) } else { names.insert(name) }
    }
  }

  /// Whether `host` or a name above it is on the list.
  func holds(_ host: HostName) -> Bool {
    lone.contains(host.site.description) || host.ancestry.contains { names.contains(String($0)) }
  }

  /// `*.go.id` and `go.id` mean the same; a suffix such as `mil` may stand alone.
  private static func name(_ text: String) -> String? {
    let bare = text.lowercased()
    let name = bare.hasPrefix("*.") ? String(bare.dropFirst(2)) : bare
    if let host = HostName(name) { return host.description }
    return name.utf8.allSatisfy { (0x61...0x7A).contains($0) } && name.count >= 2 ? name : nil
  }
}
