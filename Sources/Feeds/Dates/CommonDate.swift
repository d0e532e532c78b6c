/// The two forms in which nearly all feeds write dates, read at their fixed places: RFC 822 as in
/// "Wed, 05 Aug 2026 10:00:00 +0700" and RFC 3339 as in "2026-08-05T10:00:00+07:00". Whatever differs in the least is for
/// `DateParser`, which reads these as well and gives the same moment.
struct CommonDate {
  private let bytes: [UInt8]
  private var position = 0

  static func parse(_ bytes: [UInt8]) -> FeedDate? {
    guard bytes.count >= 20 else { return nil }
    var reader = CommonDate(bytes)
    return bytes[0].isDigit ? reader.internet() : reader.mail()
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func internet() -> FeedDate? {
    guard let year = number(4), take(.minus), let month = number(2), take(.minus), let day = number(2),
      take(UInt8(ascii: "T")), let seconds = clock()
    else { return nil }
    if take(.dot) { while position < bytes.count, bytes[position].isDigit { position += 1 } }
    let zone = zone()
    return date(year, month, day, seconds, zone)
  }

  private mutating func mail() -> FeedDate? {
    position = 3
    guard bytes[0].isLetter, bytes[1].isLetter, bytes[2].isLetter, take(.comma), take(.space), let day = number(2),
      take(.space), let month = month(), take(.space), let year = number(4), take(.space), let seconds = clock(),
      take(.space)
    else { return nil }
    let zone = zone()
    return date(year, month, day, seconds, zone)
  }

  private func date(_ year: Int64, _ month: Int64, _ day: Int64, _ seconds: Int64, _ zone: Int64?) -> FeedDate? {
    guard let zone, position == bytes.count, let days = FeedDate.checkedDays(year: year, month: month, day: day) else {
      return nil
    }
    return FeedDate(secondsSince1970: days * 86_400 + seconds - zone)
  }

  /// Exactly `digits` digits.
  private mutating func number(_ digits: Int) -> Int64? {
    guard position + digits <= bytes.count else { return nil }
    var value: Int64 = 0
    for byte in bytes[position..<position + digits] {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int64(byte - 0x30)
    }
    position += digits
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func clock() -> Int64? {
    guard let hour = number(2), take(.colon), let minute = number(2), take(.colon), let second = number(2),
      hour < 24, minute < 60, second < 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private static let months: [StaticString] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private mutating func month() -> Int64? {
    guard position + 3 <= bytes.count else { return nil }
    let name = position..<position + 3
    position += 3
    let found = Self.months.firstIndex { bytes.matches($0, in: name) }
    return found.map { Int64($0) + 1 }
  }

  /// `Z`, `GMT`, `+07:00` or `+0700` as seconds east of UTC.
  private mutating func zone() -> Int64? {
    if take(UInt8(ascii: "Z")) { return 0 }
    if bytes.matches("gmt", in: position..<bytes.count) {
      position = bytes.count
      return 0
    }
    let sign: Int64 = take(.minus) ? -1 : 1
    guard sign < 0 || take(.plus), let hours = number(2) else { return nil }
    _ = take(.colon)
    guard let minutes = number(2), hours < 24, minutes < 60 else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}
