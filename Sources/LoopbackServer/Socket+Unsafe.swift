// POSIX sockets with the pointer casts they need.
//
// Invariants
// - No pointer leaves a call. A `Socket` is only a number: who closes it, and when, is said in LoopbackServer.swift.
// - Sending never raises SIGPIPE, and every descriptor is closed on exec.
import Glibc

/// A TCP socket.
struct Socket: Hashable, Sendable {
  let descriptor: Int32

  /// Opens a listening socket. The error text says which call failed.
  static func listening(on address: in_addr, port: UInt16) throws(LoopbackError) -> Socket {
    let socket = Socket(descriptor: Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0))
    guard socket.descriptor >= 0 else { throw .failed("socket") }
    var reuse: Int32 = 1
    setsockopt(socket.descriptor, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port.bigEndian
    name.sin_addr = address
    let isBound = withUnsafePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket.descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isBound, listen(socket.descriptor, 1024) == 0 else {
      let error = LoopbackError.failed("bind")
      socket.close()
      throw error
    }
    return socket
  }

  /// The local port.
  var port: UInt16 {
    var name = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
    }
    return UInt16(bigEndian: name.sin_port)
  }

  /// The next connection; nil once the socket is shut down. Waits out a lack of descriptors.
  func accept() -> Socket? {
    while true {
      let connection = Glibc.accept(descriptor, nil, nil)
      if connection >= 0 {
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        return Socket(descriptor: connection)
      }
      switch errno {
      case EINTR, ECONNABORTED: continue
      case EMFILE, ENFILE, ENOBUFS, ENOMEM: usleep(10_000)
      default: return nil
      }
    }
  }

  /// Up to 64 kB; empty when the peer has closed or the connection is broken.
  func receive() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
      var received: Int
      repeat {
        received = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      } while received < 0 && errno == EINTR
      count = max(0, received)
    }
  }

  /// Sends everything. False when the connection is broken.
  func send(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[sent...])
        let count = Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }

  /// Waits. True when that long went by, false when the connection was closed by the peer or shut down before.
  func pause(_ milliseconds: Int32) -> Bool {
    let peerHasClosed: Int16 = 0x2000  // POLLRDHUP, which the C library hides without _GNU_SOURCE
    var state = pollfd(fd: descriptor, events: peerHasClosed, revents: 0)
    return poll(&state, 1, milliseconds) == 0
  }

  /// Ends the connection for both sides; whoever waits on the socket wakes up. The descriptor stays open.
  func shutDown() {
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  /// Gives the descriptor back.
  func close() {
    Glibc.close(descriptor)
  }
}

extension LoopbackError {
  fileprivate static func failed(_ call: String) -> LoopbackError {
    let text = String(cString: strerror(errno))
    return LoopbackError(message: "The server can't listen: \(call): \(text). Try another 127.x address or port.")
  }
}
