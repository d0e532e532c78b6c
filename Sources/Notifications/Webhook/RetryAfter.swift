import FoundationEssentials

/// The header `Retry-After` (RFC 9110, 10.2.3): seconds, or a date as HTTP writes it.
public enum RetryAfter {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The seconds to wait from `now`; nil when `value` is neither.
  public static func seconds(_ value: String, now: Date) -> TimeInterval? {
    let words = value.split(separator: " ")
    if words.count == 1, let seconds = Int32(words[0]), seconds >= 0 { return TimeInterval(seconds) }
    return date(words).map { max(0, $0.timeIntervalSince(now)) }
  }

  /// The preferred form only: `Sun, 06 Nov 1994 08:49:37 GMT`.
  private static func date(_ words: [Substring]) -> Date? {
    guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2])) else { return nil }
    let number = month + 1 < 10 ? "0\(month + 1)" : "\(month + 1)"
    return try? Date("\(words[3])-\(number)-\(words[1])T\(words[4])Z", strategy: .iso8601)
  }
}
