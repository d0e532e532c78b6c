/// One message to hand to a mail server (RFC 5321).
public struct MailRequest: Sendable, Hashable {
  /// How the connection is kept private.
  public enum Security: String, Sendable, Hashable, CaseIterable {
    /// TLS or nothing: from the start with `smtps://`, by STARTTLS with `smtp://`.
    case required
    /// None. Only to a loopback address, where nobody can listen.
    case none
  }

  /// What the server knows the sender by.
  public struct Login: Sendable, Hashable {
    /// The user's name.
    public var user: String
    /// The password.
    public var password: String

    /// Creates a login.
    public init(user: String, password: String) {
      self.user = user
      self.password = password
    }
  }

  /// The server: `smtp://host:587` or `smtps://host:465`, without user and password.
  public var url: String
  /// The address that failures are returned to.
  public var sender: String
  /// The addresses to deliver to, at least one.
  public var recipients: [String]
  /// The whole message (RFC 5322), lines ended by CR LF.
  public var message: [UInt8]
  /// What the server knows the sender by; nil when it asks for nothing.
  public var login: Login?
  /// How the connection is kept private.
  public var security: Security
  /// What the transfer may cost.
  public var limits: TransferLimits

  /// Creates a request.
  public init(
    url: String,
    sender: String,
    recipients: [String],
    message: [UInt8],
    login: Login? = nil,
    security: Security = .required,
    limits: TransferLimits = TransferLimits()
  ) {
    self.url = url
    self.sender = sender
    self.recipients = recipients
    self.message = message
    self.login = login
    self.security = security
    self.limits = limits
  }

  /// Whether `text` is a mail address that can stand in commands and headers as it is: `local@domain`, no spaces,
  /// controls, quotes or angle brackets.
  public static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let forbidden = Set("<>()[],;:\\\"".utf8)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !forbidden.contains($0) }
  }

  /// Why the server's address can't be used with this security, with what to do; nil when it can.
  public static func problem(url: String, security: Security) -> String? {
    guard let server = try? WebURL(mail: url) else {
      return "`\(WebURL.redactedUnreadable(url))` is no mail server; write smtps://host:465 or smtp://host:587"
    }
    if server.hasUser { return "user and password stand in files, not in the address" }
    guard security == .none, server.numericHost.flatMap({ AddressKind(of: $0) }) != .loopback else { return nil }
    return "mail without TLS is only for a loopback address such as smtp://127.0.0.1:25; leave `security` out"
  }

  var problem: String? {
    if let problem = Self.problem(url: url, security: security) { return problem }
    guard !recipients.isEmpty, ([sender] + recipients).allSatisfy(Self.isAddress) else {
      return "Sender and recipients must be plain addresses such as desk@diskominfo.example."
    }
    return nil
  }
}
