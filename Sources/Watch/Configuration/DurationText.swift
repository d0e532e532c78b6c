import LocatedYAML

/// Durations as people write them: `90s`, `15m`, `4h`, `7d`.
public enum DurationText {
  /// The seconds of a duration, more than 0; nil when the text is none.
  public static func seconds(_ text: String) -> Double? {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let number = Double(text.dropLast()), number > 0,
      number.isFinite
    else { return nil }
    return number * unit
  }

  /// Seconds as people write them, in the largest unit that leaves no rest.
  public static func text(_ seconds: Double) -> String {
    let units = [("d", 86_400.0), ("h", 3600), ("m", 60), ("s", 1)]
    let (unit, size) = units.first { seconds.truncatingRemainder(dividingBy: $0.1) == 0 } ?? ("s", 1)
    let number = "\(seconds / size)"
    return (number.hasSuffix(".0") ? String(number.dropLast(2)) : number) + unit
  }
}

extension YAMLMap {
  /// Seconds of a duration; reports anything else. May be missing.
  func seconds(_ key: String) -> Double? {
    guard let text = optionalText(key) else { return nil }
    let seconds = DurationText.seconds(text.value)
    if seconds == nil { report("`\(key)` must be a duration such as 90s, 15m, 4h or 7d", at: key) }
    return seconds
  }
}
