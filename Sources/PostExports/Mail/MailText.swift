/// What a message says to people: the first `text/plain` part, else the first `text/html` without its markup (RFC 2046).
/// Attachments are not read.
struct MailText {
  private(set) var plain: [UInt8]?
  private(set) var html: [UInt8]?

  private static let depthLimit = 16

  /// The text of the message or part in `range`, if it has any.
  static func text(_ bytes: Span<UInt8>, _ headers: MailHeaders, _ end: Int) throws(MailFault) -> [UInt8]? {
    var text = MailText()
    try text.walk(bytes, headers, end, depth: 0)
    return text.plain ?? text.html.map { HTMLText.plain($0) }
  }

  private mutating func walk(
    _ bytes: Span<UInt8>,
    _ headers: MailHeaders,
    _ end: Int,
    depth: Int
  ) throws(MailFault) {
    guard depth < Self.depthLimit else { throw .tooDeep }
    let type = headers.token("content-type") ?? "text/plain"
    if headers.token("content-disposition") == "attachment" { return }
    if type.hasPrefix("multipart/") {
      try walkParts(bytes, headers, end, depth: depth)
    } else if type == "message/rfc822" {
      try walk(bytes, MailHeaders(bytes, from: headers.bodyStart, to: end), end, depth: depth + 1)
    } else if type == "text/html" {
      if html == nil { html = try Self.content(bytes, headers, end) }
    } else if type.hasPrefix("text/") || !type.contains("/") {
      if plain == nil { plain = try Self.content(bytes, headers, end) }
    }
  }

  private mutating func walkParts(
    _ bytes: Span<UInt8>,
    _ headers: MailHeaders,
    _ end: Int,
    depth: Int
  ) throws(MailFault) {
    guard let boundary = headers.parameter("boundary", of: "content-type"), !boundary.isEmpty else {
      throw .noBoundary
    }
    let mark = BytePattern("--" + boundary)
    guard var place = Self.next(mark, bytes, from: headers.bodyStart, to: end) else { throw .noBoundary }
    while plain == nil {
      let line = ByteScan.first(Byte.newline, bytes, from: place, to: end)
      if BytePattern("--").lies(at: place + mark.count, in: bytes, to: end) { return }
      let start = min(line + 1, end)
      let next = Self.next(mark, bytes, from: start, to: end)
      let had = (plain, html)
      let part = try MailHeaders(bytes, from: start, to: next ?? end)
      try walk(bytes, part, next ?? end, depth: depth + 1)
      guard let next else {
        // What was judged as the text may be a piece of it.
        if had.0 != plain || had.1 != html && plain == nil || (plain ?? html) == nil { throw .cutPart }
        return
      }
      place = next
    }
  }

  /// The next boundary at the start of a line.
  private static func next(_ mark: BytePattern, _ bytes: Span<UInt8>, from: Int, to end: Int) -> Int? {
    var at = from
    while let place = mark.first(in: bytes, from: at, to: end) {
      if place == from || bytes[place - 1] == Byte.newline { return place }
      at = place + 1
    }
    return nil
  }

  /// A part's body as UTF-8.
  private static func content(_ bytes: Span<UInt8>, _ headers: MailHeaders, _ end: Int) throws(MailFault) -> [UInt8] {
    var body = (headers.bodyStart..<max(headers.bodyStart, end)).map { bytes[$0] }
    switch headers.token("content-transfer-encoding") {
    case "base64": body = try TransferEncoding.base64(body)
    case "quoted-printable": body = TransferEncoding.quotedPrintable(body)
    default: break
    }
    let charset = headers.parameter("charset", of: "content-type") ?? ""
    return HTMLText.trimmed(Charset.utf8(body, from: charset))
  }
}
