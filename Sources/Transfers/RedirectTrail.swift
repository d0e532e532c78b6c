/// Follows redirects by hand: after each hop it says whether to go on, and with what.
///
/// Pure, so that the rules can be tested without a network. Methods change as browsers do it (Fetch standard, "HTTP
/// redirect fetch"): after 303, and after 301 or 302 to a POST, comes a GET without body.
struct RedirectTrail {
  /// The hop to do now.
  private(set) var hop: Exchange
  /// The redirects so far.
  private(set) var redirects: [TransferResponse.Redirect] = []

  private let hidesPath: Bool
  private let redirectLimit: Int
  private let total: Duration
  private var spent = Duration.zero
  private var visited: Set<Step>

  private struct Step: Hashable {
    var method: TransferRequest.Method
    var url: WebURL
  }

  /// Checks the request and prepares its first hop.
  init(_ request: TransferRequest) throws(TransferError) {
    hidesPath = request.hidesPath
    redirectLimit = max(0, request.limits.redirects)
    total = request.limits.total
    let url = try Self.read(request.url, hidesPath: hidesPath) { text throws(WebURLProblem) in try WebURL(text) }
    if let message = request.problem {
      throw TransferError(reason: .invalidRequest, url: url.redacted(hidingPath: hidesPath), message: message)
    }
    hop = Exchange(
      url: url,
      method: request.method,
      headers: request.fieldsToSend,
      limits: request.limits,
      keepsConnection: request.keepsConnection || request.method != .get
    )
    visited = [Step(method: request.method, url: url)]
  }

  /// Takes what a hop brought. The response when that is the end; nil when `hop` is the next thing to do.
  mutating func advance(_ outcome: ExchangeOutcome) throws(TransferError) -> TransferResponse? {
    spent += outcome.elapsed
    switch outcome.result {
    case .failure(let failure): throw error(failure.reason, failure.message)
    case .success(let reply):
      guard let location = reply.redirectLocation else { return response(reply) }
      try follow(location, status: reply.status)
      return nil
    }
  }

  /// An error at the current hop.
  func error(_ reason: TransferError.Reason, _ message: String) -> TransferError {
    TransferError(reason: reason, url: hop.url.redacted(hidingPath: hidesPath), message: message)
  }

  private func response(_ reply: ExchangeReply) -> TransferResponse {
    TransferResponse(
      status: reply.status,
      headers: reply.headers,
      body: reply.body,
      finalURL: hop.url.text,
      redirects: redirects,
      remoteAddress: reply.remoteAddress,
      elapsed: spent
    )
  }

  private mutating func follow(_ location: String, status: Int) throws(TransferError) {
    guard redirects.count < redirectLimit else {
      throw error(
        .tooManyRedirects,
        "More than \(redirectLimit) redirects. Look where the address leads and use its target."
      )
    }
    let from = hop.url
    let target = try Self.read(location, hidesPath: hidesPath) { text throws(WebURLProblem) in
      try from.resolving(text)
    }
    hop.limits.total = total - spent
    guard hop.limits.total > .zero else {
      throw error(.timeout, "Not finished in time. Try again later or raise the limit.")
    }
    if hop.method.becomesGet(after: status) { dropBody() }
    if target.origin != from.origin { dropPrivateFields() }
    hop.url = target
    redirects.append(.init(from: from.text, status: status, to: target.text))
    guard visited.insert(Step(method: hop.method, url: target)).inserted else {
      throw error(.redirectLoop, "The redirects go in a circle. Tell the owner of the site, or use another address.")
    }
  }

  private mutating func dropBody() {
    hop.method = .get
    hop.headers["Content-Type"] = nil
  }

  /// Another origin must not see credentials, in whatever field they are. What remains tells nothing but formats.
  private mutating func dropPrivateFields() {
    let harmless = ["Accept", "Accept-Language", "Content-Type", "If-None-Match", "If-Modified-Since"]
    hop.headers = HeaderFields(hop.headers.fields.filter { field in harmless.contains(where: field.hasName) })
  }

  private static func read(
    _ text: String,
    hidesPath: Bool,
    _ parse: (String) throws(WebURLProblem) -> WebURL
  ) throws(TransferError) -> WebURL {
    do throws(WebURLProblem) {
      return try parse(text)
    } catch {
      throw TransferError(error, text: text, hidesPath: hidesPath)
    }
  }
}

extension TransferError {
  fileprivate init(_ problem: WebURLProblem, text: String, hidesPath: Bool) {
    url = hidesPath ? "(hidden)" : WebURL.redactedUnreadable(text)
    switch problem {
    case .scheme(let scheme):
      reason = .unsupportedScheme
      message = "The scheme \(scheme.prefix(20)) is not fetched. Use an address that starts with http:// or https://."
    case .unreadable(let why):
      reason = .invalidURL
      message = "The address can't be read (\(why)). Use one like https://example.org/feed.xml."
    }
  }
}

extension ExchangeReply {
  /// Where the reply redirects to; nil when it is no redirect or doesn't say.
  fileprivate var redirectLocation: String? {
    guard [301, 302, 303, 307, 308].contains(status), let location = headers["Location"], !location.isEmpty
    else { return nil }
    return location
  }
}

extension TransferRequest.Method {
  fileprivate func becomesGet(after status: Int) -> Bool {
    self != .get && (301...303).contains(status)
  }
}
