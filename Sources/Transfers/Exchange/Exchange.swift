/// One request and its response: a single hop, or a message for a mail server, ready to be sent.
struct Exchange: Sendable {
  /// Where to.
  var url: WebURL
  /// Fetch or post.
  var method: TransferRequest.Method
  /// All fields to send besides those the engine adds itself.
  var headers: HeaderFields
  /// What the transfer may cost; `total` is what is left of it for this hop.
  var limits: TransferLimits
  /// Whether the connection stays open for the next one to this host.
  var keepsConnection: Bool
  /// The message, when the address is a mail server's; method and headers then say nothing.
  var mail: MailRequest?

  /// Whether something is asked for rather than handed over.
  var isFetch: Bool { method == .get && mail == nil }

  /// What it waits behind: fetches of a host behind each other, whatever the port, and messages behind those to the same
  /// port. A slow site must not hold up an alert to a receiver beside it.
  var queue: String { isFetch ? url.host : "to \(url.origin)" }
}

/// What one exchange brought.
struct ExchangeReply: Sendable, Equatable {
  /// The HTTP status.
  var status: Int
  /// The header fields.
  var headers: HeaderFields
  /// The decoded body.
  var body: [UInt8]
  /// The numeric address it came from.
  var remoteAddress: String
}

/// Why an exchange brought nothing.
struct ExchangeFailure: Error, Equatable {
  /// The stable code.
  var reason: TransferError.Reason
  /// What happened and what to do, without the address.
  var message: String

  static let cancelled = ExchangeFailure(
    reason: .cancelled,
    message: "The transfer was cancelled by its caller. Send it again if it is still wanted."
  )
  static let shutDown = ExchangeFailure(
    reason: .shutDown,
    message: "The transfer engine is shut down. Send the request through a running engine."
  )
}

/// How an exchange ended and how long it was on the wire.
struct ExchangeOutcome: Sendable {
  var result: Result<ExchangeReply, ExchangeFailure>
  var elapsed: Duration
}
