import Foundation
import LexiconFiles
import Localization
import Scanning

/// One line on the terminal that tells how far a scan has come; silent elsewhere.
final class ProgressBar {
  private let isShown = StandardError.isTerminal
  private let language: Language
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?

  init(language: Language) { self.language = language }

  func show(_ progress: Scan.Progress) {
    guard isShown, lastShown.map({ $0.duration(to: .now) > .milliseconds(100) }) ?? true else { return }
    lastShown = .now
    FileHandle.standardError.write(Data(("\r\u{1B}[K" + line(progress)).utf8))
  }

  /// Prints a message on a line of its own and lets the bar go on below.
  func printAbove(_ message: String) {
    StandardError.print((lastShown == nil ? "" : "\r\u{1B}[K") + message)
  }

  func finish() {
    if lastShown != nil { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  private func line(_ progress: Scan.Progress) -> String {
    let seconds = Double(start.duration(to: .now).components.seconds) + 0.001
    let posts = progress.tally.posts
    let rate = Int(Double(posts) / max(seconds, 0.1))
    let found = progress.tally[.harmful]
    var parts: [String] = []
    if let total = progress.totalBytes, total > 0 {
      let share = min(1, Double(progress.bytes) / Double(total))
      let filled = Int(share * 20)
      parts.append("[" + String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled) + "]")
      parts.append("\(Int(share * 100)) %")
      if share > 0.01 { parts.append(timeLeft(Int(seconds / share - seconds))) }
    } else {
      parts.append("\(progress.bytes / 1_000_000) MB")
    }
    switch language {
    case .id: parts += ["\(rate) kiriman/detik", "\(found) berbahaya"]
    case .en: parts += ["\(rate) posts/s", "\(found) harmful"]
    }
    return parts.joined(separator: "  ")
  }

  private func timeLeft(_ seconds: Int) -> String {
    let time = "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
    return language == .id ? "sisa \(time)" : "\(time) left"
  }
}
