/// One thing to fetch or to post.
public struct TransferRequest: Sendable, Hashable {
  /// What to do at the address.
  public enum Method: Sendable, Hashable {
    /// Fetch.
    case get
    /// Send a body of the given media type.
    case post(body: [UInt8], contentType: String)
  }

  /// The absolute http or https address. User and password in it are sent as basic authentication.
  public var url: String
  /// Fetch or post.
  public var method: Method
  /// Fields to send. When a redirect leads to another origin only `Accept` and `Accept-Language` go along. Fields that
  /// the engine answers for (`User-Agent`, `Host`, `Cookie`, …) are refused.
  public var headers: HeaderFields
  /// The entity tag of the copy at hand, exactly as the server gave it; sent with a GET as `If-None-Match`.
  public var etag: String?
  /// The date of the copy at hand, exactly as the server gave it; sent with a GET as `If-Modified-Since`.
  public var lastModified: String?
  /// What the transfer may cost.
  public var limits: TransferLimits
  /// Whether the path is a secret, as with Telegram bots and Slack webhooks: errors then name only the origin.
  public var hidesPath: Bool
  /// Whether another request to this host follows soon, so that a GET leaves its connection open. What is posted always
  /// does: a receiver that gets one message gets more.
  public var keepsConnection: Bool

  /// Creates a request.
  public init(
    url: String,
    method: Method = .get,
    headers: HeaderFields = [:],
    etag: String? = nil,
    lastModified: String? = nil,
    limits: TransferLimits = TransferLimits(),
    hidesPath: Bool = false,
    keepsConnection: Bool = false
  ) {
    self.url = url
    self.method = method
    self.headers = headers
    self.etag = etag
    self.lastModified = lastModified
    self.limits = limits
    self.hidesPath = hidesPath
    self.keepsConnection = keepsConnection
  }
}
