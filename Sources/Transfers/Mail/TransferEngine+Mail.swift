extension TransferEngine {
  /// Hands a message to its mail server; returns once the server has taken responsibility for it.
  ///
  /// The address guard applies as to any other transfer.
  ///
  /// - Throws: A `TransferError` with the reason when the server didn't take the message, or not for all recipients.
  public func send(_ mail: MailRequest) async throws(TransferError) {
    let url: WebURL
    do throws(WebURLProblem) {
      url = try WebURL(mail: mail.url)
    } catch {
      throw TransferError(
        reason: .invalidURL,
        url: WebURL.redactedUnreadable(mail.url),
        message: "This is no mail server's address. Write smtps://host:465 or smtp://host:587."
      )
    }
    let site = url.redacted(hidingPath: false)
    if let message = mail.problem { throw TransferError(reason: .invalidRequest, url: site, message: message) }
    if let failure = literalRefusal(of: url) {
      throw TransferError(reason: failure.reason, url: site, message: failure.message)
    }
    let exchange = Exchange(
      url: url,
      method: .get,
      headers: [:],
      limits: mail.limits,
      keepsConnection: true,
      mail: mail
    )
    if case .failure(let failure) = await perform(exchange).result {
      throw TransferError(reason: failure.reason, url: site, message: failure.message)
    }
  }
}
