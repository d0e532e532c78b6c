import Foundation

/// One side of a TCP connection to a port of 127.0.0.1, spoken to byte by byte.
final class Caller: Sendable {
  private let socket: Int32

  init(port: UInt16) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard isConnected == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
  }

  deinit { close(socket) }

  /// Sends `bytes`, as far as the other side takes them within `patience`; gives how many it took.
  @discardableResult
  func send(_ bytes: Data, patience: Duration = .seconds(20)) async -> Int {
    await blocking { [self] in
      setPatience(patience, SO_SNDTIMEO)
      return bytes.withUnsafeBytes { bytes in
        var sent = 0
        while sent < bytes.count {
          let count = Glibc.send(socket, bytes.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
          guard count > 0 else { break }
          sent += count
        }
        return sent
      }
    }
  }

  func send(_ text: String) async { await send(Data(text.utf8)) }

  /// What comes next, until `count` bytes are there, the other side closes, or nothing comes for `patience`; whether it
  /// closed.
  func receive(_ count: Int, patience: Duration = .seconds(20)) async -> (text: String, isClosed: Bool) {
    await blocking { [self] in
      setPatience(patience, SO_RCVTIMEO)
      var (received, isClosed) = (Data(), false)
      var piece = [UInt8](repeating: 0, count: 4096)
      while received.count < count {
        let got = recv(socket, &piece, piece.count, 0)
        isClosed = got == 0 || (got < 0 && errno != EAGAIN)
        guard got > 0 else { break }
        received += piece[..<got]
      }
      return (String(decoding: received, as: UTF8.self), isClosed)
    }
  }

  /// The first line of the next answer; nil when the other side closes first.
  func answer() async -> String? {
    let (text, _) = await receive(1)
    return text.split(separator: "\r\n").first.map(String.init)
  }

  /// Whether the other side closes within `patience`, and says nothing.
  func isClosed(within patience: Duration) async -> Bool {
    let (text, isClosed) = await receive(1, patience: patience)
    return isClosed && text.isEmpty
  }

  private func setPatience(_ patience: Duration, _ option: Int32) {
    let (seconds, attoseconds) = patience.components
    var time = timeval(tv_sec: Int(seconds), tv_usec: Int(attoseconds / 1_000_000_000_000))
    setsockopt(socket, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
  }

  /// Waits on a thread of its own: those of tasks are few.
  private func blocking<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: body()) }
    }
  }
}
