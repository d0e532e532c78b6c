import FoundationEssentials
import Localization

/// Times as the readers' clock and calendar show them.
struct BriefClock: Sendable {
  let language: Language
  let timeZone: TimeZone

  private static let months: [Language: [String]] = [
    .id: [
      "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
      "Desember",
    ],
    .en: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
  ]

  /// `23 November 2026`.
  func day(_ date: Date) -> String {
    let parts = parts(date)
    let month = Self.months[language]?[(parts.month ?? 1) - 1] ?? ""
    return "\(parts.day ?? 0) \(month) \(parts.year ?? 0)"
  }

  /// `23 November 2026 08.05`; English with a colon.
  func moment(_ date: Date) -> String {
    let parts = parts(date)
    let minute = parts.minute ?? 0
    let separator = language == .id ? "." : ":"
    let hour = parts.hour ?? 0
    return "\(day(date)) \(hour < 10 ? "0" : "")\(hour)\(separator)\(minute < 10 ? "0" : "")\(minute)"
  }

  private func parts(_ date: Date) -> DateComponents {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    return calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
  }
}
