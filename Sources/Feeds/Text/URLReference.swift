/// An address or a part of one, resolved against a base after RFC 3986, section 5.
///
/// Feeds hold addresses with spaces, umlauts and worse, so nothing is rejected or escaped here: what is already absolute
/// stays as it is written, byte for byte.
struct URLReference: Sendable, Hashable {
  private(set) var scheme: String?
  private(set) var authority: String?
  private(set) var path: String
  private(set) var query: String?
  private(set) var fragment: String?

  init(_ text: String) {
    var rest = Substring(text)
    if let hash = rest.utf8.firstIndex(of: .number) {
      fragment = String(rest[rest.utf8.index(after: hash)...])
      rest = rest[..<hash]
    }
    if let mark = rest.utf8.firstIndex(of: .question) {
      query = String(rest[rest.utf8.index(after: mark)...])
      rest = rest[..<mark]
    }
    if let end = Self.schemeEnd(in: rest) {
      scheme = String(rest[..<end])
      rest = rest[rest.utf8.index(after: end)...]
    }
    if rest.utf8.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let end = rest.utf8.firstIndex(of: .slash) ?? rest.endIndex
      authority = String(rest[..<end])
      rest = rest[end...]
    }
    path = String(rest)
  }

  var isAbsolute: Bool { scheme != nil }

  var string: String {
    var text = scheme.map { $0 + ":" } ?? ""
    if let authority { text += "//" + authority }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }

  /// What `reference` means when this is the base, as text; an absolute one stays as it is.
  func address(of reference: String) -> String {
    Self.schemeEnd(in: Substring(reference)) != nil ? reference : resolving(reference).string
  }

  /// What `reference` means when this is the base.
  func resolving(_ reference: String) -> URLReference {
    var target = URLReference(reference)
    if target.isAbsolute || (scheme == nil && authority == nil && path.isEmpty) { return target }
    target.scheme = scheme
    if target.authority != nil { return target.withoutDots() }
    target.authority = authority
    if target.path.isEmpty {
      target.path = path
      target.query = target.query ?? query
      return target
    }
    if !target.path.utf8.starts(with: "/".utf8) { target.path = directory + target.path }
    return target.withoutDots()
  }

  /// The path up to its last slash.
  private var directory: String {
    if let slash = path.utf8.lastIndex(of: .slash) { return String(path[...slash]) }
    return authority == nil ? "" : "/"
  }

  private func withoutDots() -> URLReference {
    guard path.utf8.contains(.dot) else { return self }
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (i, segment) in segments.enumerated() {
      let isLast = i == segments.count - 1
      switch segment {
      case ".": if isLast { kept.append("") }
      case "..":
        if kept.count > 1 { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    var result = self
    result.path = kept.joined(separator: "/")
    return result
  }

  /// The position of the colon behind a scheme such as `https`.
  private static func schemeEnd(in text: Substring) -> String.Index? {
    guard let colon = text.utf8.firstIndex(of: .colon), let first = text.utf8.first, first.isLetter else { return nil }
    let isScheme = text.utf8[..<colon].allSatisfy {
      $0.isLetter || $0.isDigit || $0 == .plus || $0 == .minus || $0 == .dot
    }
    return isScheme ? colon : nil
  }
}
