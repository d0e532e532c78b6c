/// Where the dashboard listens: `127.0.0.1:8085` or `[::1]:8085`.
public struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
  /// The address, without brackets.
  public var host: String
  /// The port; 0 lets the system choose.
  public var port: UInt16

  /// Reads an address; nil when it is none. Names are not taken: they may mean anything tomorrow.
  public init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else { return nil }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
      guard host.contains(":"), host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else { return nil }
    } else {
      let parts = host.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 4, parts.allSatisfy({ UInt8($0) != nil }) else { return nil }
    }
    self.host = String(host)
    self.port = port
  }

  /// Whether only this machine can reach it.
  public var isLoopback: Bool { host.hasPrefix("127.") || host == "::1" }

  /// As it is read.
  public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
