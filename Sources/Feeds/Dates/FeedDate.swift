/// A moment in UTC with a resolution of one second.
public struct FeedDate: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds; negative before.
  public var secondsSince1970: Int64

  /// The moment that many seconds after 1970-01-01T00:00:00Z.
  public init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

  /// The moment written as RFC 3339 in UTC, such as `2026-08-05T03:00:00Z`.
  public var rfc3339: String {
    let days = secondsSince1970.floorDivided(by: 86_400)
    let second = secondsSince1970 - days * 86_400
    let (year, month, day) = Self.civil(fromDays: days)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
      + "T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))Z"
  }

  /// Whether `left` is earlier.
  public static func < (left: FeedDate, right: FeedDate) -> Bool { left.secondsSince1970 < right.secondsSince1970 }

  /// Days from 1970-01-01 to a day of the proleptic Gregorian calendar.
  static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    // Years begin in March here, so that the leap day comes last and month lengths follow one formula.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted.floorDivided(by: 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The same for a day that exists in a year of four digits, else nil.
  static func checkedDays(year: Int64, month: Int64, day: Int64) -> Int64? {
    guard (1000...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let start = days(year: year, month: month, day: 1)
    let next = days(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
    return start + day <= next ? start + day - 1 : nil
  }

  private static func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

private func padded(_ value: Int64, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
