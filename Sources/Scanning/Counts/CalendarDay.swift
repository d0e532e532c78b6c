/// A day of the Gregorian calendar, as posts are counted by.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let number: Int

  /// The day with that number.
  public init(number: Int) { self.number = number }

  /// The day of a date; nil when there is no such date between 1970 and 2199.
  init?(year: Int, month: Int, day: Int) {
    guard 1970...2199 ~= year, 1...12 ~= month, 1...31 ~= day else { return nil }
    // Days from civil (Hinnant): years that begin in March put the leap day last.
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    guard parts == (year, month, day) else { return nil }
  }

  /// The Monday of its week.
  var monday: CalendarDay { CalendarDay(number: number - (number + 3) % 7) }
  /// The first of its month.
  var firstOfMonth: CalendarDay { CalendarDay(number: number - parts.day + 1) }

  /// The usual `2026-11-27`.
  public var description: String {
    let (year, month, day) = parts
    return "\(year)-" + Self.padded(month) + "-" + Self.padded(day)
  }

  private var parts: (year: Int, month: Int, day: Int) {
    let era = (number + 719_468) / 146_097
    let dayOfEra = number + 719_468 - era * 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let civil = month < 10 ? month + 3 : month - 9
    return (year + era * 400 + (civil <= 2 ? 1 : 0), civil, dayOfYear - (153 * month + 2) / 5 + 1)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Earlier days come first.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }
}

extension CalendarDay {
  /// By the first three letters, English and Indonesian.
  private static let months = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "mei": 5, "jun": 6, "jul": 7, "aug": 8, "agu": 8, "agt": 8,
    "sep": 9,
    "oct": 10, "okt": 10, "nov": 11, "dec": 12, "des": 12,
  ]

  /// The day of a time as exports write it: ISO 8601 (`2026-11-27…`), seconds, milli- or microseconds since 1970 (their
  /// UTC day), day first (`27/11/2026`), or with the month's name (`Fri, 27 Nov 2026 …`, `Fri Nov 27 … 2026`, `27 Agustus 2026`).
  init?(time: String) {
    let numbers = time.utf8.split { !(0x30...0x39).contains($0) }
    let digits = numbers.map { (value: Int(String(decoding: $0, as: UTF8.self)) ?? -1, count: $0.count) }
    guard let first = digits.first else { return nil }
    if 9...16 ~= first.count, time.utf8.first.map({ (0x30...0x39).contains($0) }) == true {
      let perSecond = first.count <= 11 ? 1 : first.count <= 14 ? 1000 : 1_000_000
      self.init(number: first.value / perSecond / 86_400)
    } else if first.count == 8 {
      self.init(year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
    } else if let month = Self.namedMonth(in: time),
      let year = digits.first(where: { $0.count == 4 && $0.value >= 1970 })
    {
      self.init(year: year.value, month: month, day: first.value)
    } else if digits.count >= 3, first.count == 4 {
      self.init(year: first.value, month: digits[1].value, day: digits[2].value)
    } else if digits.count >= 3 {
      let year = digits[2].count == 2 ? 2000 + digits[2].value : digits[2].value
      self.init(year: year, month: digits[1].value, day: first.value)
    } else {
      return nil
    }
  }

  /// The day of a time that begins with `2026-11-27` and holds but digits and punctuation, and `T` and `Z`, behind: what
  /// most exports write. nil for any other.
  init?(plain time: Span<UInt8>) {
    guard time.count >= 10, time[4] == UInt8(ascii: "-"), time[7] == UInt8(ascii: "-") else { return nil }
    var digits: [3 of Int] = [0, 0, 0]
    var part = 0
    for index in 0..<10 {
      let digit = time[index] &- UInt8(ascii: "0")
      if index == 4 || index == 7 {
        part += 1
      } else if digit < 10 {
        digits[part] = digits[part] * 10 + Int(digit)
      } else {
        return nil
      }
    }
    for index in 10..<time.count {
      switch time[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9") where index > 10: break
      case 0x20..<0x30, UInt8(ascii: ":"), UInt8(ascii: "T"), UInt8(ascii: "Z"): break
      default: return nil
      }
    }
    self.init(year: digits[0], month: digits[1], day: digits[2])
  }

  private static func namedMonth(in time: String) -> Int? {
    let words = time.lowercased().split { !$0.isLetter }.filter { $0.count >= 3 }
    return words.lazy.compactMap { months[String($0.prefix(3))] }.first
  }
}
