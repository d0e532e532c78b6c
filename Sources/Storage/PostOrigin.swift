import Foundation

/// How an answer came that posts stood in: what shows later that they were there. Kept as long as their verdicts.
public struct PostOrigin: Sendable, Hashable, Codable {
  /// A header field of the answer.
  public struct Header: Sendable, Hashable, Codable {
    /// Its name as the server wrote it.
    public var name: String
    /// Its value.
    public var value: String

    /// Creates a field.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A redirect on the way.
  public struct Redirect: Sendable, Hashable, Codable {
    /// The address that redirected.
    public var from: String
    /// Its HTTP status.
    public var status: Int
    /// Where it led.
    public var to: String

    /// Creates a redirect.
    public init(from: String, status: Int, to: String) {
      self.from = from
      self.status = status
      self.to = to
    }
  }

  /// When the answer was there.
  public var fetched: Date
  /// The address that answered; keys and passwords are not in it.
  public var url: String
  /// The numeric address of the server, or of the proxy before it.
  public var address: String
  /// The HTTP status.
  public var status: Int
  /// The header fields that tell about the answer and the server.
  public var headers: [Header]
  /// The redirects that led there, in order.
  public var redirects: [Redirect]
  /// The SHA-256 of the body, in hexadecimal digits; earlier versions kept its first half.
  public var digest: String

  /// Creates an origin.
  public init(
    fetched: Date,
    url: String,
    address: String,
    status: Int = 200,
    headers: [Header] = [],
    redirects: [Redirect] = [],
    digest: String
  ) {
    self.fetched = fetched
    self.url = url
    self.address = address
    self.status = status
    self.headers = headers
    self.redirects = redirects
    self.digest = digest
  }
}
