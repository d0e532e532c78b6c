/// How much one transfer may cost. Values below the smallest sensible one count as that one.
public struct TransferLimits: Sendable, Hashable {
  /// Largest body in bytes, counted after decompression. Default 8 MiB.
  public var bodyBytes: Int
  /// Largest header block in bytes, all lines of one response together. Default 64 KiB.
  public var headerBytes: Int
  /// Longest time for the whole transfer with its redirects; waiting in the queue doesn't count. Default 60 s.
  public var total: Duration
  /// Longest time for name resolution, connection and TLS handshake of one hop. Default 15 s.
  public var connect: Duration
  /// Longest time with less than 100 bytes a second, waiting for the first byte included. Default 20 s, whole seconds
  /// from 1 up.
  public var stall: Duration
  /// How many redirects are followed. Default 10.
  public var redirects: Int

  /// Creates limits.
  public init(
    bodyBytes: Int = 8 << 20,
    headerBytes: Int = 64 << 10,
    total: Duration = .seconds(60),
    connect: Duration = .seconds(15),
    stall: Duration = .seconds(20),
    redirects: Int = 10
  ) {
    self.bodyBytes = bodyBytes
    self.headerBytes = headerBytes
    self.total = total
    self.connect = connect
    self.stall = stall
    self.redirects = redirects
  }
}

extension Duration {
  /// Whole milliseconds, at least 1 and at most some 24 days, which is what libcurl can take everywhere.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    return max(1, Int(min(max(seconds, 0), 2_000_000)) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
