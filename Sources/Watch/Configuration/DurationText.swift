import LocatedYAML

extension YAMLMap {
  /// Seconds of a duration such as `90s`, `15m`, `4h` or `7d`; reports anything else. May be missing.
  func seconds(_ key: String) -> Double? {
    guard let text = optionalText(key) else { return nil }
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let unit = text.value.last.flatMap({ units[$0] }), let number = Double(text.value.dropLast()),
      number > 0, number.isFinite
    else {
      report("`\(key)` must be a duration such as 90s, 15m, 4h or 7d", at: key)
      return nil
    }
    return number * unit
  }
}
