import Foundation
import Localization
import Scanning

/// One line on the terminal that tells how far a scan has come; silent elsewhere.
final class ProgressBar {
  private let isShown = StandardError.isTerminal
  private let language: Language
  private let start = ContinuousClock.now
  /// The posts and bytes that an earlier run had done; nil until known.
  private var first: (posts: Int, bytes: Int)?
  private var lastShown: ContinuousClock.Instant?

  init(language: Language, isResuming: Bool) {
    self.language = language
    first = isResuming ? nil : (0, 0)
  }

  func show(_ progress: Scan.Progress) {
    guard isShown, lastShown.map({ $0.duration(to: .now) > .milliseconds(100) }) ?? true else { return }
    lastShown = .now
    if first == nil { first = (progress.decisions.total, progress.bytes) }
    StandardError.write("\r\u{1B}[K" + line(progress))
  }

  /// Prints a message on a line of its own and lets the bar go on below.
  func printAbove(_ message: String) {
    StandardError.print((lastShown == nil ? "" : "\r\u{1B}[K") + message)
  }

  func finish() {
    if lastShown != nil { StandardError.write("\r\u{1B}[K") }
    lastShown = nil
  }

  private func line(_ progress: Scan.Progress) -> String {
    let time = start.duration(to: .now).components
    let seconds = max(0.1, Double(time.seconds) + Double(time.attoseconds) / 1e18)
    let rate = Int(Double(progress.decisions.total - (first?.posts ?? 0)) / seconds)
    let found = progress.decisions.harmful
    var parts: [String] = []
    if let total = progress.totalBytes, total > 0 {
      let share = min(1, Double(progress.bytes) / Double(total))
      let filled = Int(share * 20)
      parts.append("[" + String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled) + "]")
      parts.append("\(Int(share * 100)) %")
      parts.append("\(Self.size(progress.bytes)) / \(Self.size(total))")
      let done = progress.bytes - (first?.bytes ?? 0)
      if done > total / 100 { parts.append(timeLeft(Int(seconds / Double(done) * Double(total - progress.bytes)))) }
    } else {
      parts.append(Self.size(progress.bytes))
    }
    switch language {
    case .id: parts += ["\(rate) kiriman/detik", "\(found) berbahaya"]
    case .en: parts += ["\(rate) posts/s", "\(found) harmful"]
    }
    return parts.joined(separator: "  ")
  }

  private static func size(_ bytes: Int) -> String {
    let (value, unit) = bytes < 1_000_000_000 ? (Double(bytes) / 1e6, "MB") : (Double(bytes) / 1e9, "GB")
    return "\((value * 10).rounded() / 10) \(unit)"
  }

  private func timeLeft(_ seconds: Int) -> String {
    let seconds = max(0, seconds)
    let time = "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
    return language == .id ? "sisa \(time)" : "\(time) left"
  }
}
