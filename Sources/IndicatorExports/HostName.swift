import CDomainNames

/// A host's name as a name server takes it: ASCII, lower case, without a trailing dot.
public struct HostName: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name.
  public let description: String

  /// The ASCII form of `text`; nil for an address, a bare label and whatever else can be no host on the Internet.
  public init?(_ text: String) {
    let bare = text.hasSuffix(".") ? String(text.dropLast()) : text
    guard !bare.isEmpty, !bare.utf8.contains(0), let name = Self.ascii(bare.lowercased()) else { return nil }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, name.utf8.count <= 253, labels.allSatisfy(Self.isLabel) else { return nil }
    // An IPv4 address is no name, however it is written; `.arpa`, `.local` and their like lead back to the own network.
    guard let last = labels.last, last.utf8.contains(where: { !(0x30...0x39).contains($0) }) else { return nil }
    guard !["arpa", "local", "localhost", "internal", "lan", "home", "onion"].contains(last) else { return nil }
    description = name
  }

  /// The same without `www.`: one site.
  var site: HostName {
    guard description.hasPrefix("www."), let site = HostName(String(description.dropFirst(4))) else { return self }
    return site.isPublicSuffix ? self : site
  }

  /// Whether anybody can register names below it, so that it stands for many owners.
  public var isPublicSuffix: Bool { cdomainnames_is_public_suffix(description) != 0 }

  /// The name and the names above it, the longest first.
  var ancestry: [Substring] {
    var rest = Substring(description)
    var names = [rest]
    while let dot = rest.firstIndex(of: ".") {
      rest = rest[rest.index(after: dot)...]
      names.append(rest)
    }
    return names
  }

  /// By alphabet.
  public static func < (left: HostName, right: HostName) -> Bool { left.description < right.description }

  private static func ascii(_ name: String) -> String? {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name }
    var buffer = [CChar](repeating: 0, count: 256)
    guard cdomainnames_to_ascii(name, &buffer, buffer.count) != 0 else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func isLabel(_ label: Substring) -> Bool {
    1...63 ~= label.utf8.count && label.first != "-" && label.last != "-"
      && label.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}

extension HostName {
  /// The host of a web address, with or without its scheme.
  init?(ofURL url: String) {
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    let authority = rest.prefix { !"/?#\\".contains($0) }
    let host = authority.split(separator: "@").last.map { $0.prefix { $0 != ":" } }
    guard let host else { return nil }
    self.init(String(host))
  }
}
