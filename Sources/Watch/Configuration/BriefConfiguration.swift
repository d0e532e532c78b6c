import Foundation
import Localization
import Reports

/// A brief that is sent once a week.
public struct BriefConfiguration: Sendable, Hashable {
  /// The brief's name, unique in the configuration.
  public var name: String
  /// Whom it is for.
  public var audience: Brief.Audience
  /// The readers' language.
  public var language: Language
  /// When it is due.
  public var schedule: WeeklySchedule
  /// The names of the receivers that get it.
  public var receivers: [String]
}

/// A time of the week on somebody's clock.
public struct WeeklySchedule: Sendable, Hashable {
  /// The days of a week.
  public enum Weekday: String, Sendable, Hashable, CaseIterable {
    case sunday, monday, tuesday, wednesday, thursday, friday, saturday
  }

  /// The day.
  public var weekday: Weekday
  /// The hour, 0…23.
  public var hour: Int
  /// The minute, 0…59.
  public var minute: Int
  /// Whose clock.
  public var timeZone: TimeZone

  /// Creates a schedule.
  public init(weekday: Weekday, hour: Int, minute: Int, timeZone: TimeZone) {
    self.weekday = weekday
    self.hour = hour
    self.minute = minute
    self.timeZone = timeZone
  }

  /// The latest time at or before `now` that it names.
  public func latest(before now: Date) -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let day = (Weekday.allCases.firstIndex(of: weekday) ?? 0) + 1
    let parts = DateComponents(hour: hour, minute: minute, second: 0, weekday: day)
    // Backward searches leave out the starting moment itself.
    let found = calendar.nextDate(after: now + 1, matching: parts, matchingPolicy: .nextTime, direction: .backward)
    return found ?? now
  }

  /// The week before the day of `due`: seven whole days of the calendar, whatever the clocks did.
  public func week(before due: Date) -> Range<Date> {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let end = calendar.startOfDay(for: due)
    return (calendar.date(byAdding: .day, value: -7, to: end) ?? end - 7 * 86_400)..<end
  }
}
