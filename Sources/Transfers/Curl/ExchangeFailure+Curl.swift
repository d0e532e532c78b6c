import CCurl

/// The failures of libcurl in the words of this module.
extension ExchangeFailure {
  static let notSetUp = ExchangeFailure(
    reason: .invalidRequest,
    message: "libcurl doesn't take the request. Check address and proxy, and that memory is left."
  )

  /// The longest header line that libcurl takes (CURL_MAX_HTTP_HEADER).
  private static let longestLine = 100 << 10

  /// Any failure but those of time, size and address, which have their own below. `detail` is libcurl's text.
  init(_ code: CURLcode, detail: String) {
    reason = Self.reason(of: code)
    message = "\(Self.printable(detail)). \(Self.mailAdvice(for: code) ?? Self.advice(for: reason))"
  }

  static func overflow(_ reason: TransferError.Reason, limits: TransferLimits) -> ExchangeFailure {
    let headerLimit = min(limits.headerBytes, longestLine)
    let (part, limit) = reason == .headersTooLarge ? ("headers", headerLimit) : ("body", limits.bodyBytes)
    return ExchangeFailure(
      reason: reason,
      message: "The \(part) exceeded \(limit) bytes. Raise the limit if this source is really that large."
    )
  }

  static func refused(address: String, kind: AddressKind?) -> ExchangeFailure {
    let what = kind.map { "\(address) is a \($0.rawValue) address" } ?? "The address is \(address)"
    return ExchangeFailure(
      reason: .refusedAddress,
      message: "\(what) and was not contacted. Allow its network in the configuration if it is meant to be reached."
    )
  }

  static func outOfTime(limits: TransferLimits, elapsed: Duration, isConnected: Bool) -> ExchangeFailure {
    if elapsed + .milliseconds(5) >= limits.total {
      return ExchangeFailure(reason: .timeout, message: "Not finished in time. Try again later or raise the limit.")
    }
    if !isConnected {
      return ExchangeFailure(
        reason: .timeout,
        message: "No connection within \(limits.connect). Try again later, or check that the host is up."
      )
    }
    return ExchangeFailure(
      reason: .stalled,
      message: "Under 100 bytes a second for \(limits.stall). Try again later or raise the limit."
    )
  }

  private static func reason(of code: CURLcode) -> TransferError.Reason {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .resolve
    case CURLE_COULDNT_CONNECT, CURLE_PROXY, CURLE_INTERFACE_FAILED: .connect
    case CURLE_URL_MALFORMAT: .invalidURL
    case CURLE_PARTIAL_FILE: .truncated
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
      CURLE_USE_SSL_FAILED, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CLIENTCERT, CURLE_SSL_INVALIDCERTSTATUS:
      .tls
    default: .protocolError
    }
  }

  /// What to do about failures that only mail servers know.
  private static func mailAdvice(for code: CURLcode) -> String? {
    switch code {
    case CURLE_USE_SSL_FAILED: "The server offers no STARTTLS. Use its smtps:// address."
    case CURLE_LOGIN_DENIED: "Check the files with user and password."
    default: nil
    }
  }

  private static func advice(for reason: TransferError.Reason) -> String {
    switch reason {
    case .resolve: "Check the spelling of the host and the name server."
    case .connect: "Check that the host is up and the port is right."
    case .tls: "Check the host's certificate; for a private authority, configure its certificate file."
    case .truncated: "Try again later; if it stays, tell the owner of the site."
    case .invalidURL: "Correct the address."
    default: "Try again later; if it stays, look at the reply with another program."
    }
  }

  /// libcurl's text can hold bytes of the other side.
  private static func printable(_ detail: String) -> String {
    let scalars = detail.unicodeScalars.filter { $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F }
    return String(String.UnicodeScalarView(scalars))
  }
}
