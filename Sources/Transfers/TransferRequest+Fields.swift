/// What a request really sends, and whether it may.
extension TransferRequest {
  /// The engine's own: it sets them, or never sends them.
  private static let reserved = [
    "Accept-Encoding", "Connection", "Content-Length", "Cookie", "Expect", "Host", "If-Modified-Since", "If-None-Match",
    "Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "Referer", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    "User-Agent",
  ]

  /// The caller's fields with those that follow from the rest of the request.
  var fieldsToSend: HeaderFields {
    var fields = headers
    switch method {
    case .get:
      fields["If-None-Match"] = etag
      fields["If-Modified-Since"] = lastModified
    case .post(_, let contentType):
      fields["Content-Type"] = contentType
    }
    return fields
  }

  /// Why the request can't be sent, with what to do; nil when it can. Values are secrets and never named.
  var problem: String? {
    for field in headers.fields where Self.reserved.contains(where: field.hasName) {
      return "The field \(field.name) belongs to the transfer engine. Leave it out."
    }
    for field in fieldsToSend.fields where !field.isWellFormed {
      let name = field.name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      return "The header field \(name.prefix(40)) has characters that can't be sent. Remove line breaks and controls."
    }
    return nil
  }
}
