// A libcurl multi handle: all running transfers and the pool of open connections.
//
// Invariants
// - Everything but `wakeUp` is called on the loop thread only; that is ExchangeLoop's promise. curl_multi_wakeup is
//   documented as callable from any thread, and ExchangeLoop calls it only while its lock says that the multi is open.
// - A transfer is in `running` from before it is added until after it is removed, which keeps alive what libcurl points
//   at.
import CCurl

/// `@unchecked Sendable` by the first invariant: `running` is touched on the loop thread only, and `handle` is constant.
final class CurlMulti: @unchecked Sendable {
  private let handle: UnsafeMutableRawPointer
  private var running: [Int: CurlTransfer] = [:]

  /// Sets up the library once a process. libcurl asks for this before any other call.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Nil when libcurl can't be set up. `connections` is how many idle and busy ones are kept at most.
  init?(connections: Int) {
    guard Self.isReady, let handle = curl_multi_init() else { return nil }
    self.handle = handle
    ccurl_multi_set_long(handle, CURLMOPT_MAXCONNECTS, connections)
  }

  /// Starts a transfer. False when libcurl doesn't take it.
  func add(_ transfer: CurlTransfer) -> Bool {
    running[transfer.ticket] = transfer
    guard curl_multi_add_handle(handle, transfer.handle) == CURLM_OK else {
      running[transfer.ticket] = nil
      return false
    }
    return true
  }

  /// Ends a transfer, finished or not. Unknown tickets are ignored.
  func remove(_ ticket: Int) {
    guard let transfer = running[ticket] else { return }
    curl_multi_remove_handle(handle, transfer.handle)
    running[ticket] = nil
  }

  /// Does whatever can be done without waiting.
  func perform() {
    var count: Int32 = 0
    curl_multi_perform(handle, &count)
  }

  /// Waits for sockets, libcurl's timers, `wakeUp`, or at most that long.
  func wait(_ limit: Duration) {
    curl_multi_poll(handle, nil, 0, Int32(clamping: limit.milliseconds), nil)
  }

  /// Ends a `wait`, the present or the next one.
  func wakeUp() {
    curl_multi_wakeup(handle)
  }

  /// The next transfer that is done, and libcurl's code for how.
  func nextDone() -> (transfer: CurlTransfer, code: CURLcode)? {
    var easy: UnsafeMutableRawPointer?
    var code = CURLE_OK
    while ccurl_multi_next_done(handle, &easy, &code) {
      var context: UnsafeMutableRawPointer?
      guard ccurl_get_pointer(easy, CURLINFO_PRIVATE, &context) == CURLE_OK, context != nil else { continue }
      return (CurlTransfer.at(context), code)
    }
    return nil
  }

  /// Ends all transfers and closes all connections. Nothing may be called afterwards.
  func close() {
    for ticket in running.keys { remove(ticket) }
    curl_multi_cleanup(handle)
  }
}
