/// A condition on one label of an alert, in Alertmanager's form: `campaign="judi"`, `region!="Berau"`,
/// `site_name=~"zeus.*"`, `severity!~"low|medium"`. A missing label counts as empty.
public struct LabelMatcher: Sendable, Hashable, Codable, CustomStringConvertible {
  /// How the label's value is compared.
  public enum Comparison: String, Sendable, Hashable, Codable, CaseIterable {
    /// It is the text.
    case equal = "="
    /// It is not the text.
    case notEqual = "!="
    /// The whole of it matches the regular expression.
    case match = "=~"
    /// The whole of it does not match.
    case noMatch = "!~"
  }

  /// The label's name.
  public var label: String
  /// How its value is compared.
  public var comparison: Comparison
  /// With what.
  public var value: String

  /// Creates a matcher.
  public init(label: String, _ comparison: Comparison, value: String) {
    self.label = label
    self.comparison = comparison
    self.value = value
  }

  /// Reads a matcher; nil when the text is none or its regular expression can't be used.
  public init?(_ text: String) {
    guard let sign = text.firstIndex(where: { $0 == "=" || $0 == "!" }), sign > text.startIndex else { return nil }
    let rest = text[sign...]
    guard
      let comparison = [.match, .noMatch, .notEqual, .equal].first(where: { rest.hasPrefix($0.rawValue) })
        as Comparison?
    else { return nil }
    var value = rest.dropFirst(comparison.rawValue.count).drop { $0 == " " }
    if value.count >= 2, value.first == "\"", value.last == "\"" { value = value.dropFirst().dropLast() }
    label = String(text[..<sign].filter { $0 != " " })
    self.comparison = comparison
    self.value = String(value)
    if comparison == .match || comparison == .noMatch, (try? Regex(self.value)) == nil { return nil }
  }

  /// As it is read.
  public var description: String { "\(label)\(comparison.rawValue)\"\(value)\"" }

  func holds(for labels: [String: String]) -> Bool {
    let found = labels[label] ?? ""
    return switch comparison {
    case .equal: found == value
    case .notEqual: found != value
    case .match: matches(found)
    case .noMatch: !matches(found)
    }
  }

  private func matches(_ text: String) -> Bool {
    guard let pattern = try? Regex(value) else { return false }
    return text.wholeMatch(of: pattern) != nil
  }
}
