import Foundation

/// A real mail server, Debian's aiosmtpd, started by the test: TLS by STARTTLS, a login, and Python's own reader of
/// messages to say what arrived.
final class MailPeer {
  /// What arrived, as Python's email package reads it.
  struct Mail: Decodable {
    var sender: String
    var recipients: [String]
    var headers: [String: String]
    /// By content type.
    var parts: [String: String]
    var defects: [String]
  }

  private static let python = "/usr/bin/python3"
  private static let script = """
    import email, email.policy, json, ssl, sys, time
    from aiosmtpd.controller import Controller
    from aiosmtpd.smtp import AuthResult

    folder = sys.argv[1]

    class Handler:
        async def handle_DATA(self, server, session, envelope):
            message = email.message_from_bytes(envelope.content, policy=email.policy.default)
            parts = list(message.iter_parts())
            mail = {
                "sender": envelope.mail_from, "recipients": envelope.rcpt_tos,
                "headers": {name.lower(): str(value) for name, value in message.items()},
                "parts": {part.get_content_type(): part.get_content() for part in parts},
                "defects": [str(d) for p in [message] + parts for d in p.defects]
                    + [str(d) for v in message.values() for d in v.defects],
            }
            with open(folder + "/mails", "a") as file:
                file.write(json.dumps(mail) + "\\n")
            return "250 taken"

    def login(server, session, envelope, mechanism, data):
        return AuthResult(success=(data.login, data.password) == (b"ronda", b"sandi rahasia"), handled=False)

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder + "/cert.pem", folder + "/key.pem")
    controller = Controller(Handler(), hostname="127.0.0.1", port=int(sys.argv[2]), tls_context=context,
        require_starttls=True, auth_required=True, authenticator=login)
    controller.start()
    open(folder + "/ready", "w").close()
    sys.stdin.read()
    """

  let folder: URL
  let port = Int.random(in: 20_000...29_999)
  private let process = Process()
  private let input = Pipe()

  /// Nil, with a line that says so, where it is not installed.
  init?(_ folder: URL) throws {
    self.folder = folder
    guard try Self.run(Self.python, "-c", "import aiosmtpd"),
      FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")
    else {
      print("skipped: needs Debian's python3-aiosmtpd and openssl")
      return nil
    }
    let isMade = try Self.run(
      "/usr/bin/openssl",
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-days",
      "2",
      "-subj",
      "/CN=ronda test",
      "-addext",
      "subjectAltName=IP:127.0.0.1",
      "-keyout",
      folder.appending(path: "key.pem").path,
      "-out",
      folder.appending(path: "cert.pem").path
    )
    guard isMade else { throw CocoaError(.fileWriteUnknown) }
    let file = folder.appending(path: "mail.py")
    try Self.script.write(to: file, atomically: true, encoding: .utf8)
    process.executableURL = URL(fileURLWithPath: Self.python)
    process.arguments = [file.path, folder.path, "\(port)"]
    process.standardInput = input
    try process.run()
  }

  /// Ends with its standard input.
  func stop() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  var isReady: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "ready").path) }

  var mails: [Mail] {
    let text = (try? String(contentsOf: folder.appending(path: "mails"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Mail.self, from: Data($0.utf8)) }
  }

  private static func run(_ program: String, _ arguments: String...) throws -> Bool {
    guard FileManager.default.isExecutableFile(atPath: program) else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
