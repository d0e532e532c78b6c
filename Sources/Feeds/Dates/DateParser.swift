/// Reads the dates people put into feeds.
///
/// RFC 822, ISO 8601 and W3C dates, Unix times, and the many home-made forms: "05 Agustus 2019", "Rabu, 11 Maret 2026
/// 10.00 WIB", "Friday, December 22, 2017 - 3:09pm". The text is cut into numbers, words and marks; the time of day is
/// found by its colon, what remains is the date, and its order follows from names, digits and values. Without a zone a
/// time is in UTC. "03/04/2026" is 3 April, as in Indonesia, unless a weekday says otherwise.
struct DateParser {
  private var numbers: [DateToken] = []
  private var month: Int64?
  /// "Mar, 24 nov 2026": Tuesday in Spanish, Italian and Romanian, as the month that follows shows.
  private var monthMayBeWeekday = false
  private var weekday: Int64?
  private var time = TimeOfDay()
  private var isNegative = false

  /// The moment that `text` names, or nil when it names none.
  static func parse(_ text: String) -> FeedDate? {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= 160 else { return nil }
    if let date = CommonDate.parse(bytes) { return date }
    var parser = DateParser()
    return parser.date(from: DateToken.tokens(of: bytes))
  }

  private mutating func date(from all: [DateToken]) -> FeedDate? {
    var tokens = all
    if tokens.count == 1, case .number(let value, let digits) = tokens[0].kind, digits >= 9 {
      return unixTime(value, digits: digits) ?? compact(value, digits: digits)
    }
    if let first = tokens.first, first.isMark(.minus) { isNegative = true }
    guard let found = TimeOfDay.remove(from: &tokens) else { return nil }
    time = found
    for token in tokens { sort(token) }
    return day().flatMap(moment)
  }

  private mutating func sort(_ token: DateToken) {
    switch token.kind {
    case .number: numbers.append(token)
    case .word(let word):
      if let named = DateWords.month(word), month == nil || monthMayBeWeekday {
        monthMayBeWeekday = month == nil && numbers.isEmpty
        month = named
      } else if weekday == nil {
        weekday = DateWords.weekday(word)
      }
    case .mark: break
    }
  }

  /// Days since 1970 of the calendar day.
  private func day() -> Int64? {
    let values = numbers.map(\.value)
    if let month { return day(month: month, values: values) }
    switch values.count {
    case 1: return day(single: values[0], digits: numbers[0].digits)
    case 2: return day(pair: values)
    case 3...: return day(triple: values)
    default: return nil
    }
  }

  private func day(month: Int64, values: [Int64]) -> Int64? {
    guard let first = values.first else { return nil }
    if values.count == 1 { return numbers[0].digits == 4 ? checked(first, month, 1) : nil }
    if numbers[0].digits > 2 || first > 31 { return checked(year(0), month, values[1]) }
    return checked(year(1), month, first)
  }

  private func day(single value: Int64, digits: Int) -> Int64? {
    switch digits {
    case 8: checked(value / 10_000, value / 100 % 100, value % 100)
    case 7: ordinal(value / 1000, value % 1000)
    case 6: checked(fullYear(value / 10_000), value / 100 % 100, value % 100)
    case 5: ordinal(fullYear(value / 1000), value % 1000)
    case 4: isNegative ? checked(fullYear(value / 100), value % 100, 1) : checked(value, 1, 1)
    case 2: checked(fullYear(value), 1, 1)
    default: nil
    }
  }

  private func day(pair values: [Int64]) -> Int64? {
    if numbers[1].digits == 3 { return ordinal(year(0), values[1]) }
    if numbers[0].digits == 4 { return checked(values[0], values[1], 1) }
    return numbers[1].digits == 4 ? checked(values[1], values[0], 1) : nil
  }

  private func day(triple values: [Int64]) -> Int64? {
    let separator = numbers[1].markBefore
    if numbers[0].digits == 4 {
      return checked(values[0], values[1], values[2]) ?? checked(values[0], values[2], values[1])
    }
    if numbers[2].digits <= 2, separator == .minus, values[1] <= 12, values[2] <= 31, weekday == nil {
      return checked(year(0), values[1], values[2])
    }
    let dayFirst = checked(year(2), values[1], values[0])
    let monthFirst = checked(year(2), values[0], values[1])
    if let weekday, let monthFirst, monthFirst != dayFirst, Self.weekday(ofDay: monthFirst) == weekday {
      return dayFirst.map { Self.weekday(ofDay: $0) == weekday } == true ? dayFirst : monthFirst
    }
    return dayFirst ?? monthFirst
  }

  private static func weekday(ofDay day: Int64) -> Int64 { ((day + 4) % 7 + 7) % 7 }

  private func year(_ index: Int) -> Int64 {
    numbers[index].digits <= 2 ? fullYear(numbers[index].value) : numbers[index].value
  }

  private func fullYear(_ twoDigits: Int64) -> Int64 { twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits }

  private func checked(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64? {
    FeedDate.checkedDays(year: year, month: month, day: day)
  }

  private func ordinal(_ year: Int64, _ dayOfYear: Int64) -> Int64? {
    guard (1...366).contains(dayOfYear), let start = checked(year, 1, 1) else { return nil }
    return start + dayOfYear - 1
  }

  private func moment(day: Int64) -> FeedDate {
    FeedDate(secondsSince1970: day * 86_400 + time.seconds - time.offset)
  }

  private func unixTime(_ value: Int64, digits: Int) -> FeedDate? {
    switch digits {
    case 9, 10: FeedDate(secondsSince1970: value)
    case 13: FeedDate(secondsSince1970: value / 1000)
    default: nil
    }
  }

  private func compact(_ value: Int64, digits: Int) -> FeedDate? {
    guard digits == 14 || digits == 12 else { return nil }
    let clock = digits == 14 ? value % 1_000_000 : value % 10_000 * 100
    let date = digits == 14 ? value / 1_000_000 : value / 10_000
    guard let day = checked(date / 10_000, date / 100 % 100, date % 100) else { return nil }
    return FeedDate(secondsSince1970: day * 86_400 + clock / 10_000 * 3600 + clock / 100 % 100 * 60 + clock % 100)
  }
}
