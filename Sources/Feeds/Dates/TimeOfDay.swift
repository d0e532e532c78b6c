/// The time of day within a date, and its distance from UTC.
struct TimeOfDay {
  /// Seconds since midnight, in the zone of the date.
  var seconds: Int64 = 0
  /// Seconds to take away to get UTC.
  var offset: Int64 = 0

  /// Takes the tokens of the time and the zone out of `tokens`; midnight in UTC when there are none, nil when they make
  /// no time.
  static func remove(from tokens: inout [DateToken]) -> TimeOfDay? {
    guard let start = start(in: tokens) else { return TimeOfDay() }
    var time = TimeOfDay()
    var end = start
    guard time.readClock(tokens, &end), time.readHalfOfDay(tokens, &end) else { return nil }
    guard time.readZone(tokens, &end) else { return nil }
    tokens.removeSubrange(start..<end)
    return time
  }

  /// Where the hour stands: before a colon, behind the `T` of ISO 8601, before a dot ("pukul 10.00 WIB") or before am/pm.
  private static func start(in tokens: [DateToken]) -> Int? {
    for i in tokens.indices where tokens[i].digits > 0 && tokens[i].digits <= 2 {
      if i + 2 < tokens.count, tokens[i + 1].isMark(.colon), tokens[i + 2].digits > 0 { return i }
    }
    for i in tokens.indices where tokens[i].digits > 0 {
      let before = i > 0 ? tokens[i - 1].word : nil
      if before == "t", i > 1, tokens[i - 2].digits > 0, tokens[i].digits <= 6 { return i }
      guard tokens[i].digits <= 2, i + 1 < tokens.count else { continue }
      if isDottedClock(tokens, at: i, wordBefore: before) { return i }
      if let after = tokens[i + 1].word, DateWords.halfOfDay(after) != nil { return i }
    }
    return nil
  }

  private static func isDottedClock(_ tokens: [DateToken], at i: Int, wordBefore: String?) -> Bool {
    guard i + 2 < tokens.count, tokens[i + 1].isMark(.dot), tokens[i + 2].digits == 2 else { return false }
    if wordBefore == "pukul" || wordBefore == "jam" || wordBefore == "at" { return true }
    return i + 3 < tokens.count && tokens[i + 3].word.map { DateWords.zoneOffset($0) != nil } == true
  }

  private mutating func readClock(_ tokens: [DateToken], _ i: inout Int) -> Bool {
    var parts = [tokens[i].value]
    if tokens[i].digits == 6 { parts = [parts[0] / 10_000, parts[0] / 100 % 100, parts[0] % 100] }
    if tokens[i].digits == 4 { parts = [parts[0] / 100, parts[0] % 100] }
    i += 1
    while parts.count < 3, i + 1 < tokens.count,
      tokens[i].isMark(.colon) || (tokens[i].isMark(.dot) && parts.count < 2),
      tokens[i + 1].digits > 0
    {
      parts.append(tokens[i + 1].value)
      i += 2
    }
    if i + 1 < tokens.count, tokens[i].isMark(.dot) || tokens[i].isMark(.comma), !tokens[i + 1].followsSpace,
      tokens[i + 1].digits > 0
    {
      i += 2
    }
    parts += [0, 0]
    seconds = parts[0] * 3600 + parts[1] * 60 + parts[2]
    return parts[0] <= 24 && parts[1] < 60 && parts[2] <= 60
  }

  private mutating func readHalfOfDay(_ tokens: [DateToken], _ i: inout Int) -> Bool {
    guard i < tokens.count, let word = tokens[i].word, let isAfternoon = DateWords.halfOfDay(word) else { return true }
    i += 1
    let hour = seconds / 3600
    guard hour <= 12 else { return true }
    seconds += (hour % 12 - hour + (isAfternoon ? 12 : 0)) * 3600
    return true
  }

  private mutating func readZone(_ tokens: [DateToken], _ i: inout Int) -> Bool {
    if i + 1 < tokens.count, tokens[i].isMark(0x28), tokens[i + 1].word.map({ DateWords.zoneOffset($0) != nil }) == true
    {
      i += 1  // "(WIB)"
    }
    while i < tokens.count, let word = tokens[i].word {
      if let named = DateWords.zoneOffset(word) {
        offset = named
        i += 1
      } else if i + 1 < tokens.count, tokens[i + 1].isMark(.slash) {
        i += 2  // "Etc/GMT"
      } else {
        break
      }
    }
    guard i + 1 < tokens.count, tokens[i].isMark(.plus) || tokens[i].isMark(.minus), tokens[i + 1].digits > 0,
      !tokens[i + 1].followsSpace
    else { return true }
    return readOffset(tokens, &i)
  }

  private mutating func readOffset(_ tokens: [DateToken], _ i: inout Int) -> Bool {
    let sign: Int64 = tokens[i].isMark(.minus) ? -1 : 1
    var hours = tokens[i + 1].value
    var minutes: Int64 = 0
    if tokens[i + 1].digits > 2 { (hours, minutes) = (hours / 100, hours % 100) }
    i += 2
    if i + 1 < tokens.count, tokens[i].isMark(.colon), tokens[i + 1].digits > 0 {
      minutes = tokens[i + 1].value
      i += 2
    }
    offset = sign * (hours * 3600 + minutes * 60)
    return hours <= 24 && minutes < 60
  }
}
