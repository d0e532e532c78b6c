import Glibc
import Synchronization

/// A small mail server (RFC 5321) on 127.0.0.1, for tests: it keeps what it is given. It knows no TLS.
///
/// ```swift
/// let server = try LoopbackMailServer(replies: ["RCPT TO:<full@": "452 no room"])
/// defer { server.stop() }
/// ```
public final class LoopbackMailServer: Sendable {
  /// A message that was handed over.
  public struct Mail: Sendable, Hashable {
    /// The envelope's sender.
    public var sender: String
    /// The envelope's recipients.
    public var recipients: [String]
    /// The message, lines ended by CR LF.
    public var message: String
  }

  private struct State {
    var mails: [Mail] = []
    var commands: [String] = []
  }

  /// The port it listens on.
  public let port: UInt16
  private let server: SocketServer
  private let replies: [String: String]
  private let state = Mutex(State())

  /// Starts a server.
  ///
  /// - Parameter replies: answers by how a command begins; all others are answered as a server does that takes all mail.
  /// - Throws: When it can't listen.
  public init(replies: [String: String] = [:]) throws(LoopbackError) {
    server = try SocketServer(address: in_addr(s_addr: UInt32(0x7F00_0001).bigEndian), port: 0)
    port = server.port
    self.replies = replies
    server.start { [self] in serve($0) }
  }

  /// Its address.
  public var url: String { "smtp://127.0.0.1:\(port)" }
  /// What it was given so far.
  public var mails: [Mail] { state.withLock { $0.mails } }
  /// What it was asked so far.
  public var commands: [String] { state.withLock { $0.commands } }

  /// Closes everything and returns when every thread has ended.
  public func stop() { server.stop() }

  private func serve(_ socket: Socket) {
    var lines = Lines(socket: socket)
    var mail = Mail(sender: "", recipients: [], message: "")
    guard socket.send(Array("220 loopback ESMTP\r\n".utf8)) else { return }
    while let line = lines.next() {
      state.withLock { $0.commands.append(line) }
      let scripted = replies.first { line.hasPrefix($0.key) }?.value
      if scripted == nil {
        if line.hasPrefix("MAIL FROM:") { mail = Mail(sender: Self.address(line), recipients: [], message: "") }
        if line.hasPrefix("RCPT TO:") { mail.recipients.append(Self.address(line)) }
      }
      guard socket.send(Array((scripted ?? Self.reply(to: line)).utf8) + [13, 10]) else { return }
      if line == "QUIT" { return }
      guard line == "DATA", scripted == nil else { continue }
      guard let message = lines.message() else { return }
      mail.message = message
      state.withLock { [mail] in $0.mails.append(mail) }
      guard socket.send(Array("250 taken\r\n".utf8)) else { return }
    }
  }

  private static func reply(to line: String) -> String {
    switch line.prefix(4) {
    case "EHLO": "250-loopback\r\n250-AUTH PLAIN\r\n250 8BITMIME"
    case "DATA": "354 go on"
    case "AUTH": "235 welcome"
    case "QUIT": "221 bye"
    default: "250 fine"
    }
  }

  private static func address(_ line: String) -> String {
    String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
  }
}

/// What a connection brings, line by line.
private struct Lines {
  let socket: Socket
  private var buffer: [UInt8] = []

  init(socket: Socket) { self.socket = socket }

  /// The next line without its end; nil when the connection is gone.
  mutating func next() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 10) {
        defer { buffer.removeFirst(end + 1) }
        return String(decoding: buffer[..<end].filter { $0 != 13 }, as: UTF8.self)
      }
      let bytes = socket.receive()
      if bytes.isEmpty { return nil }
      buffer += bytes
    }
  }

  /// The lines up to the single dot, dots that were doubled undone.
  mutating func message() -> String? {
    var text = ""
    while let line = next() {
      if line == "." { return text }
      text += (line.hasPrefix(".") ? String(line.dropFirst()) : line) + "\r\n"
    }
    return nil
  }
}
