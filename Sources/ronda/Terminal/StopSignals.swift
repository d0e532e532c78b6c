import Dispatch
import Foundation
import Synchronization

/// Turns the first SIGINT or SIGTERM into a wish to stop; the second ends the program at once.
final class StopSignals {
  /// The signal that came; 0 before. Any thread may ask.
  private final class Received: Sendable {
    let number = Atomic<Int32>(0)
  }

  private let received = Received()
  private let sources: [any DispatchSourceSignal]

  init() {
    let received = received
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        received.number.store(number, ordering: .relaxed)
        signal(SIGINT, SIG_DFL)
        signal(SIGTERM, SIG_DFL)
      }
      source.resume()
      return source
    }
  }

  var isStopped: @Sendable () -> Bool {
    let received = received
    return { received.number.load(ordering: .relaxed) != 0 }
  }

  /// 130 after SIGINT, 143 after SIGTERM, as shells count; nil when neither came.
  var exitCode: Int32? {
    let number = received.number.load(ordering: .relaxed)
    return number == 0 ? nil : 128 + number
  }
}
