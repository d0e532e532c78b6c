// libcurl's URL parser as a value. The parser that fetches is also the one that checks, so that the two can't read an
// address differently.
//
// Invariants
// - A CURLU handle lives inside one call of `WebURL.parse` and is freed by its `defer`.
// - Strings from curl_url_get are copied and freed at once.
// - Text with a NUL never reaches C, where it would be cut short.
import CCurl

/// An absolute http or https address, or a mail server's, normalised, without fragment.
struct WebURL: Sendable, Hashable {
  /// The whole address as it is sent, user and password included.
  let text: String
  /// `http` or `https`; `smtp` or `smtps` of a mail server.
  let scheme: String
  /// The host in lower case; IPv6 in brackets. Odd spellings of IPv4 addresses are normalised.
  let host: String
  /// The port, the scheme's own when none is given.
  let port: String
  /// The path from `/` on, without query.
  let path: String
  /// Whether there is a query.
  let hasQuery: Bool
  /// Whether user or password stand in it.
  let hasUser: Bool

  /// Reads an absolute address.
  init(_ text: String) throws(WebURLProblem) {
    self = try Self.parse(text, against: nil)
  }

  /// Reads a mail server's address.
  init(mail text: String) throws(WebURLProblem) {
    self = try Self.parse(text, against: nil, schemes: ["smtp", "smtps"])
  }

  /// Reads a reference, absolute or relative to this address.
  func resolving(_ reference: String) throws(WebURLProblem) -> WebURL {
    try Self.parse(reference, against: text)
  }

  private static func parse(
    _ reference: String,
    against base: String?,
    schemes: [String] = ["http", "https"]
  ) throws(WebURLProblem) -> WebURL {
    guard !reference.utf8.contains(0) else { throw .unreadable("it holds a NUL character") }
    if let scheme = leadingScheme(of: reference), !schemes.contains(scheme) { throw .scheme(scheme) }
    guard let handle = curl_url() else { throw .unreadable("out of memory") }
    defer { curl_url_cleanup(handle) }
    for text in [base, reference].compactMap({ $0 }) {
      let code = text.withCString { curl_url_set(handle, CURLUPART_URL, $0, UInt32(CURLU_URLENCODE)) }
      guard code == CURLUE_OK else { throw .unreadable(String(cString: curl_url_strerror(code))) }
    }
    curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0)
    guard let url = WebURL(parts: handle) else { throw .unreadable("it has no host") }
    guard schemes.contains(url.scheme) else { throw .scheme(url.scheme) }
    return url
  }

  private init?(parts handle: OpaquePointer) {
    func part(_ part: CURLUPart, _ flags: Int32 = 0) -> String? {
      var value: UnsafeMutablePointer<CChar>?
      guard curl_url_get(handle, part, &value, UInt32(flags)) == CURLUE_OK, let value else { return nil }
      defer { curl_free(value) }
      return String(cString: value)
    }
    guard let text = part(CURLUPART_URL), let scheme = part(CURLUPART_SCHEME),
      let host = part(CURLUPART_HOST), let port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT)
    else { return nil }
    self.text = text
    self.scheme = scheme
    self.host = host.lowercased()
    self.port = port
    path = part(CURLUPART_PATH) ?? "/"
    hasQuery = part(CURLUPART_QUERY) != nil
    hasUser = part(CURLUPART_USER) != nil || part(CURLUPART_PASSWORD) != nil
  }
}
