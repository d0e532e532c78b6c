import CDomainNames

/// The name that one owner registered: a public suffix and one label, by the public suffix list.
enum RegistrableDomain {
  /// `kukarkab.go.id` for `dinkes.kukarkab.go.id`; nil for addresses and for public suffixes themselves.
  static func of(_ host: String) -> String? {
    guard host.contains("."), host.utf8.last.map({ !(0x30...0x39).contains($0) }) == true, !host.hasPrefix("[") else {
      return nil
    }
    guard cdomainnames_is_public_suffix(host) == 0 else { return nil }
    var name = host[...]
    while let dot = name.firstIndex(of: ".") {
      let parent = name[name.index(after: dot)...]
      if cdomainnames_is_public_suffix(String(parent)) != 0 { return String(name) }
      name = parent
    }
    return nil
  }
}
