/// Why a transfer gave no response.
///
/// Messages never hold header values, user names, passwords or queries of addresses.
public struct TransferError: Error, Sendable, Hashable {
  /// What went wrong, as a stable code for logs, metrics and decisions.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The address can't be read.
    case invalidURL
    /// The request can't be sent as it is, for example a header with a line break.
    case invalidRequest
    /// The engine can't be started with this configuration.
    case invalidConfiguration
    /// Neither http nor https.
    case unsupportedScheme
    /// The address guard refused the place the name points to.
    case refusedAddress
    /// The name could not be resolved.
    case resolve
    /// No connection came about.
    case connect
    /// The secure connection failed, for example over its certificate.
    case tls
    /// The whole transfer took too long.
    case timeout
    /// Too few bytes came for too long.
    case stalled
    /// The decoded body is larger than the limit.
    case bodyTooLarge
    /// The headers are larger than the limit.
    case headersTooLarge
    /// More redirects than the limit.
    case tooManyRedirects
    /// A redirect leads back to where the chain already was.
    case redirectLoop
    /// The body ended before its announced length.
    case truncated
    /// The other side broke the rules of HTTP or closed the connection.
    case protocolError
    /// The calling task was cancelled.
    case cancelled
    /// The engine was shut down.
    case shutDown
  }

  /// The code.
  public var reason: Reason
  /// The address of the failing step, without user, password and query.
  public var url: String
  /// What happened and what to do about it, for people.
  public var message: String

  /// Creates an error.
  public init(reason: Reason, url: String, message: String) {
    self.reason = reason
    self.url = url
    self.message = message
  }
}

extension TransferError: CustomStringConvertible {
  /// The address, the message and the code on one line.
  public var description: String { "\(url): \(message) [\(reason.rawValue)]" }
}
