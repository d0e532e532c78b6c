/// Puts a response together from the pieces libcurl hands over, and says stop when it grows beyond its limits.
struct ResponseAssembly {
  /// The fields of the last header block; earlier ones (100 Continue) are dropped.
  private(set) var headers = HeaderFields()
  /// The decoded body so far.
  private(set) var body: [UInt8] = []
  /// The limit that was overstepped.
  private(set) var overflow: TransferError.Reason?

  private let limits: TransferLimits
  private var headerBytes = 0
  private var isInHeaders = false

  init(limits: TransferLimits) {
    self.limits = limits
  }

  /// Takes one header line, line break included. False when the transfer must end.
  mutating func addHeaderLine(_ line: some Collection<UInt8>) -> Bool {
    headerBytes += line.count
    guard headerBytes <= limits.headerBytes else { return stop(.headersTooLarge) }
    let text = String(decoding: line, as: UTF8.self)
    if !isInHeaders, text.hasPrefix("HTTP/") {
      headers = HeaderFields()
      isInHeaders = true
    } else if text.utf8.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) {
      isInHeaders = false  // what follows the body are trailers, which nobody here reads
    } else if isInHeaders {
      addField(text)
    }
    return true
  }

  /// Takes a piece of the decoded body. False when the transfer must end.
  mutating func addBody(_ bytes: some Collection<UInt8>) -> Bool {
    guard body.count + bytes.count <= limits.bodyBytes else { return stop(.bodyTooLarge) }
    body.append(contentsOf: bytes)
    return true
  }

  private mutating func addField(_ line: String) {
    let isContinuation = line.utf8.first == 0x20 || line.utf8.first == 0x09
    if isContinuation {
      headers.extendLast(with: line.trimmingWhitespace)
    } else if let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let value = String(Substring(line.utf8[line.utf8.index(after: colon)...]))
      headers.append(name: String(Substring(line.utf8[..<colon])).trimmingWhitespace, value: value.trimmingWhitespace)
    }
  }

  private mutating func stop(_ reason: TransferError.Reason) -> Bool {
    overflow = reason
    body = []
    return false
  }
}

extension String {
  fileprivate var trimmingWhitespace: String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = utf8.firstIndex(where: { !isSpace($0) }), let last = utf8.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(Substring(utf8[first...last]))
  }
}
