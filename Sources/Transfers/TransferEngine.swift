/// Fetches and posts over HTTP and hands over mail: all outgoing network traffic goes through one of these.
///
/// ```swift
/// let engine = try TransferEngine(configuration: .init(contact: "https://diskominfo.example/ronda"))
/// let response = try await engine.send(TransferRequest(url: "https://example.org/feed.xml", etag: lastTag))
/// if response.notModified { … }
/// await engine.shutdown()
/// ```
///
/// Cancelling the task that calls `send` ends the transfer. At most one fetch runs per host, and at most one message is on its
/// way to a port.
public final class TransferEngine: Sendable {
  private let loop: ExchangeLoop
  /// Set when a proxy connects for us, so that the guard never sees the sockets' real targets.
  private let literalGuard: AddressGuard?

  /// Starts an engine with its thread.
  ///
  /// - Throws: `invalidConfiguration` when a value can't be used.
  public convenience init(configuration: TransferConfiguration) throws(TransferError) {
    try self.init(configuration: configuration, resolver: nil)
  }

  /// The same with a name server of the tests' own: it gives the numeric address of a host, or nil for the system's.
  init(configuration: TransferConfiguration, resolver: Resolver?) throws(TransferError) {
    if let message = configuration.problem { throw .invalidConfiguration(message) }
    guard let loop = ExchangeLoop(configuration, resolver: resolver) else {
      throw .invalidConfiguration("libcurl can't be set up. Check that its library is installed completely.")
    }
    self.loop = loop
    literalGuard = configuration.proxy == nil ? nil : AddressGuard(allowing: configuration.allowedPrivateNetworks)
  }

  deinit {
    loop.close()
  }

  /// Does the request and follows its redirects.
  ///
  /// - Returns: The response, whatever its status.
  /// - Throws: A `TransferError` with the reason when there is no response.
  public func send(_ request: TransferRequest) async throws(TransferError) -> TransferResponse {
    var trail = try RedirectTrail(request)
    while true {
      try checkLiteral(trail)
      let outcome = await loop.perform(trail.hop)
      if let response = try trail.advance(outcome) { return response }
    }
  }

  /// How many transfers run and wait at the moment.
  public var load: TransferLoad { loop.load }

  /// Ends what is running with `shutDown` and closes all connections. Later requests fail with `shutDown`.
  public func shutdown() async {
    await loop.closeAndWait()
  }

  private func checkLiteral(_ trail: RedirectTrail) throws(TransferError) {
    guard let failure = literalRefusal(of: trail.hop.url) else { return }
    throw trail.error(failure.reason, failure.message)
  }

  /// Why an address written as a number may not be reached through the proxy; nil when it may.
  func literalRefusal(of url: WebURL) -> ExchangeFailure? {
    guard let literalGuard, let address = url.numericHost, let kind = literalGuard.refusal(of: address) else {
      return nil
    }
    return .refused(address: address.description, kind: kind)
  }

  func perform(_ exchange: Exchange) async -> ExchangeOutcome { await loop.perform(exchange) }
}

extension TransferError {
  fileprivate static func invalidConfiguration(_ message: String) -> TransferError {
    TransferError(reason: .invalidConfiguration, url: "", message: message)
  }
}
