import FoundationEssentials

/// A POST request to be sent as it is.
public struct WebhookRequest: Sendable, Hashable {
  /// The address.
  public let url: String
  /// Header names, lower case, and their values.
  public let headers: [String: String]
  /// The body.
  public let body: Data
}

/// The answer to a request.
public struct WebhookReply: Sendable, Hashable {
  /// The HTTP status.
  public var status: Int
  /// The value of the header `Retry-After` as it came.
  public var retryAfter: String?

  /// Creates a reply.
  public init(status: Int, retryAfter: String? = nil) {
    self.status = status
    self.retryAfter = retryAfter
  }
}

/// Why there was no answer.
public struct SendError: Error, Sendable, Hashable {
  /// In words, without secrets.
  public var reason: String

  /// Creates an error.
  public init(reason: String) { self.reason = reason }
}

/// Sends a request once, without following redirects: a signed body goes where the operator said or nowhere.
public typealias Sender = @Sendable (WebhookRequest) async throws(SendError) -> WebhookReply
