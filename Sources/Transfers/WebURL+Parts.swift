/// Why an address is no `WebURL`.
enum WebURLProblem: Error, Equatable {
  /// None of those that are wanted: http and https, or those of mail servers.
  case scheme(String)
  /// Not an address; the text says why.
  case unreadable(String)
}

extension WebURL {
  /// Scheme, host and port: what may share credentials.
  var origin: String { "\(scheme)://\(host):\(port)" }

  /// The address when it is written as a number, nil when it is a name.
  var numericHost: IPAddress? {
    let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    return IPAddress(String(bare.prefix { $0 != "%" }))
  }

  /// The address for logs: no user, no password, no query; no path either when that is a secret.
  func redacted(hidingPath: Bool) -> String {
    let defaultPort = scheme == "https" ? "443" : "80"
    let site = "\(scheme)://\(host)" + (port == defaultPort ? "" : ":\(port)")
    return hidingPath ? site + "/…" : site + path + (hasQuery ? "?…" : "")
  }

  /// The same for text that is no readable address: everything up to the last `@` and from the first `?` or `#` on is
  /// left out, as are control characters.
  static func redactedUnreadable(_ text: String) -> String {
    let shown = text.prefix { $0 != "?" && $0 != "#" }
    let afterUser = shown.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let printable = afterUser.unicodeScalars.filter { !$0.properties.isControlLike }
    return String(String.UnicodeScalarView(printable.prefix(300)))
  }

  /// The scheme that a reference starts with, in lower case (RFC 3986, 3.1); nil when it starts with none.
  static func leadingScheme(of reference: String) -> String? {
    guard let colon = reference.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = reference[..<colon].lowercased()
    guard let first = scheme.utf8.first, (0x61...0x7A).contains(first) else { return nil }
    let isScheme = scheme.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
    return isScheme ? scheme : nil
  }
}

extension Unicode.Scalar.Properties {
  /// Control and formatting characters, which can forge or hide lines in a log.
  fileprivate var isControlLike: Bool {
    switch generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: true
    default: false
    }
  }
}
