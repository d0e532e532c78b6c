/// A request as it arrived.
public struct Request: Sendable, Hashable {
  /// The method, for example `GET`.
  public var method: String
  /// The path from `/` to the query, not decoded.
  public var path: String
  /// What follows the `?`, not decoded; empty when there is none.
  public var query: String
  /// The header fields by lower-case name; repeated ones are joined with a comma.
  public var headers: [String: String]
  /// The body.
  public var body: [UInt8]

  /// Creates a request.
  public init(
    method: String,
    path: String,
    query: String = "",
    headers: [String: String] = [:],
    body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }
}

extension Request {
  /// Reads the request line and header fields, without the empty line at the end. Nil when they aren't HTTP/1.x.
  init?(head: some Collection<UInt8>) {
    let lines = head.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map { String(decoding: $0, as: UTF8.self) }
    guard let words = lines.first?.split(separator: " "), words.count == 3, words[2].hasPrefix("HTTP/1.") else {
      return nil
    }
    let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(method: String(words[0]), path: String(target[0]), query: target.count == 2 ? String(target[1]) : "")
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      let name = parts[0].lowercased()
      let value = String(parts[1].drop { $0 == " " || $0 == "\t" })
      headers[name] = headers[name].map { "\($0), \(value)" } ?? value
    }
  }

  /// How long the announced body is; nil when the field is no number.
  var contentLength: Int? {
    guard let text = headers["content-length"] else { return 0 }
    guard let length = Int(text), length >= 0 else { return nil }
    return length
  }

  var wantsClose: Bool { headers["connection"]?.lowercased() == "close" }
}
