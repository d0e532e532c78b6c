import Foundation
import Synchronization

/// One line on the terminal that tells which step of a long work has come how far; silent elsewhere. Any thread may use
/// it.
final class StepBar: Sendable {
  private let isShown = StandardError.isTerminal
  private let shownStep = Mutex("")

  func show(_ step: String, _ share: Double) {
    guard isShown else { return }
    let filled = Int(min(1, max(0, share)) * 20)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
    let line = "[\(bar)] \(Int(share * 100)) %  \(step)"
    shownStep.withLock { shown in
      guard shown != line else { return }
      shown = line
      StandardError.write("\r\u{1B}[K" + line)
    }
  }

  /// Prints a message on a line of its own and lets the bar go on below.
  func printAbove(_ message: String) {
    finish()
    StandardError.print(message)
  }

  func finish() {
    shownStep.withLock { shown in
      if !shown.isEmpty { StandardError.write("\r\u{1B}[K") }
      shown = ""
    }
  }
}
