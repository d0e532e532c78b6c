import Foundation

/// A list of what must never be reported, in the format of MISP's warning lists.
///
/// https://github.com/MISP/misp-warninglists. `type` says how an entry is compared: `string` (the whole value), `hostname`
/// (a host and all below it), `substring`, `regex`. Lists of `cidr` speak of addresses, which are no indicators here.
public struct AllowList: Sendable {
  /// Why a list cannot be used.
  public struct Problem: Error, Sendable, CustomStringConvertible {
    /// Where, what and what to do.
    public let description: String
  }

  private struct File: Decodable {
    var type: String
    var list: [String]
  }

  private enum Entries: Sendable {
    case strings(Set<String>)
    case hosts(Set<String>)
    case substrings([String])
    case patterns([String])
    case addresses
  }

  private let entries: Entries

  /// Reads the list in the file at `path`.
  public init(path: String) throws(Problem) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Problem(description: "\(path): cannot be read; check that the file exists and that you may read it")
    }
    let file: File
    do { file = try JSONDecoder().decode(File.self, from: data) } catch {
      throw Problem(description: "\(path): no MISP warning list: needs a `type` and a `list` of strings")
    }
    let list = file.list.map { $0.lowercased().trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    switch file.type {
    case "string": entries = .strings(Set(list))
    case "hostname": entries = .hosts(Set(list.map { $0.trimmingCharacters(in: ["."]) }))
    case "substring": entries = .substrings(list)
    case "regex": entries = .patterns(try file.list.map { pattern throws(Problem) in try Self.pattern(pattern, path) })
    case "cidr": entries = .addresses
    default:
      throw Problem(description: "\(path): type `\(file.type)`; known are string, hostname, substring, regex and cidr")
    }
  }

  /// Whether an indicator with that value and host is on the list.
  func holds(_ value: String, host: HostName?) -> Bool {
    switch entries {
    case .strings(let strings): strings.contains(value) || host.map { strings.contains($0.description) } ?? false
    case .hosts(let hosts): host.map { $0.ancestry.contains { hosts.contains(String($0)) } } ?? false
    case .substrings(let parts): parts.contains { value.contains($0) }
    case .patterns(let patterns): patterns.contains { value.range(of: $0, options: .regularExpression) != nil }
    case .addresses: false
    }
  }

  /// The pattern without the slashes that some lists write around it; it must be one.
  private static func pattern(_ text: String, _ path: String) throws(Problem) -> String {
    let isWrapped = text.count > 2 && text.first == "/" && text.last == "/"
    let pattern = isWrapped ? String(text.dropFirst().dropLast()) : text
    do { _ = try NSRegularExpression(pattern: pattern) } catch {
      throw Problem(description: "\(path): `\(text)` is no regular expression; mend or remove it")
    }
    return "(?i)" + pattern
  }
}
