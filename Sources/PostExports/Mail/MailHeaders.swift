/// The header block of a message or of one of its parts (RFC 5322), unfolded.
struct MailHeaders {
  /// The values by name in lower case; of a header given twice the first.
  private var values: [String: [UInt8]] = [:]
  /// Where the body begins.
  let bodyStart: Int
  /// Whether the blank line behind the block is there.
  let isClosed: Bool

  private static let kept: Set<String> = [
    "subject", "date", "message-id", "content-type", "content-transfer-encoding", "content-disposition",
  ]

  init(_ bytes: Span<UInt8>, from start: Int, to end: Int) throws(MailFault) {
    var (at, name, isAny) = (start, "", false)
    var values: [String: [UInt8]] = [:]
    while at < end {
      let newline = ByteScan.first(Byte.newline, bytes, from: at, to: end)
      let lineEnd = bytes.withoutReturn(start: at, end: newline)
      if lineEnd == at {
        at = min(newline + 1, end)
        (bodyStart, isClosed, self.values) = (at, true, values)
        return
      }
      var valueStart = at
      if bytes[at] != Byte.space && bytes[at] != Byte.tab {
        guard let found = Self.name(bytes, from: at, to: lineEnd) else { throw .noHeaders }
        (name, isAny) = (values[found] == nil ? found : "", true)
        valueStart = at + found.utf8.count + 1
      }
      if isAny, Self.kept.contains(name) { values[name, default: []] += (valueStart..<lineEnd).map { bytes[$0] } }
      at = newline + 1
    }
    (bodyStart, isClosed, self.values) = (end, false, values)
  }

  /// The name before the colon in lower case; nil where a line is no header.
  static func name(_ bytes: Span<UInt8>, from: Int, to: Int) -> String? {
    let colon = ByteScan.first(Byte.colon, bytes, from: from, to: min(to, from + 80))
    guard colon > from, colon < to, bytes[colon] == Byte.colon else { return nil }
    for index in from..<colon where bytes[index] <= Byte.space || bytes[index] > 0x7E { return nil }
    return String(decoding: (from..<colon).map { bytes[$0] }, as: UTF8.self).lowercased()
  }

  /// A value as it was written, without white space around it.
  subscript(name: String) -> [UInt8]? { values[name].map(HTMLText.trimmed) }

  /// A value for people: encoded words are decoded.
  func text(_ name: String) -> [UInt8]? { self[name].map(EncodedWords.decoded) }

  /// The part of a value before its parameters, in lower case.
  func token(_ name: String) -> String? {
    self[name].map { value in
      let token = value.prefix { $0 != Byte.semicolon }
      return String(decoding: HTMLText.trimmed(Array(token)), as: UTF8.self).lowercased()
    }
  }

  /// A parameter of a value: `boundary` of `multipart/mixed; boundary="x"`.
  func parameter(_ parameter: String, of name: String) -> String? {
    guard let value = values[name] else { return nil }
    for match in String(decoding: value, as: UTF8.self).matches(of: /;\s*([^\s=;]+)\s*=\s*(?:"([^"]*)"|([^\s;]+))/)
    where match.output.1.lowercased() == parameter {
      return String(match.output.2 ?? match.output.3 ?? "")
    }
    return nil
  }
}

/// Why a message can't be read.
enum MailFault: Error {
  case noHeaders
  case cutHeaders
  case damagedHeaders
  case noBoundary
  case cutPart
  case badBase64
  case tooDeep

  var reason: String {
    switch self {
    case .noHeaders: "no mail headers"
    case .cutHeaders: "mail headers without an end: cut off?"
    case .damagedHeaders: "no text, and mail headers that are not ASCII"
    case .noBoundary: "a mail of several parts whose boundary is missing"
    case .cutPart: "a mail whose text part has no end: cut off?"
    case .badBase64: "base64 that can't be decoded"
    case .tooDeep: "mail parts nested too deep"
    }
  }
}
