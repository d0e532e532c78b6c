/// What came back. Every HTTP status is a response, also 404 and 500.
public struct TransferResponse: Sendable, Hashable {
  /// One redirect that was followed.
  public struct Redirect: Sendable, Hashable {
    /// The address that redirected.
    public var from: String
    /// 301, 302, 303, 307 or 308; 301 and 308 are meant to be permanent.
    public var status: Int
    /// The absolute address it led to.
    public var to: String

    /// Creates a step.
    public init(from: String, status: Int, to: String) {
      self.from = from
      self.status = status
      self.to = to
    }
  }

  /// The HTTP status, 200…599.
  public var status: Int
  /// The header fields of the last hop.
  public var headers: HeaderFields
  /// The body, decompressed.
  public var body: [UInt8]
  /// The normalised address that answered, without fragment.
  public var finalURL: String
  /// The redirects on the way, in order.
  public var redirects: [Redirect]
  /// The numeric address the answer came from (the proxy's, when there is one).
  public var remoteAddress: String
  /// Time spent on the wire over all hops; waiting in the queue isn't in it.
  public var elapsed: Duration

  /// Whether the copy at hand is still current (status 304).
  public var notModified: Bool { status == 304 }

  /// Creates a response.
  public init(
    status: Int,
    headers: HeaderFields = [:],
    body: [UInt8] = [],
    finalURL: String,
    redirects: [Redirect] = [],
    remoteAddress: String = "",
    elapsed: Duration = .zero
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.finalURL = finalURL
    self.redirects = redirects
    self.remoteAddress = remoteAddress
    self.elapsed = elapsed
  }
}
