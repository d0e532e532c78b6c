// Tells systemd how the service fares (sd_notify(3)): one datagram a state, to the socket that NOTIFY_SOCKET names.
//
// Invariants: `sockaddr_un` is filled within its own size, zeroes behind the name; the descriptor is closed before the
// call returns; nothing outlives it.

import Foundation

/// Speaks to systemd; silent when nobody listens.
struct SystemdNotifier: Sendable {
  private let socket: [UInt8]
  /// Whether systemd waits for signs of life.
  private let hasWatchdog: Bool

  /// Reads `NOTIFY_SOCKET` and `WATCHDOG_USEC`.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    var name = Array((environment["NOTIFY_SOCKET"] ?? "").utf8)
    // An abstract socket is written with @ and begins with a zero.
    if name.first == UInt8(ascii: "@") { name[0] = 0 }
    socket = name
    hasWatchdog = environment["WATCHDOG_USEC"] != nil
  }

  /// The service has started.
  func ready() { send("READY=1") }
  /// It is alive.
  func alive() { if hasWatchdog { send("WATCHDOG=1") } }

  private func send(_ state: String) {
    var address = sockaddr_un()
    let capacity = MemoryLayout.size(ofValue: address.sun_path)
    guard !socket.isEmpty, socket.count < capacity else { return }
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: socket) }
    let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + socket.count)
    let bytes = Array(state.utf8)
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { target in
        sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), target, length)
      }
    }
  }
}
