/// Figures in the text format of Prometheus or of OpenMetrics; they differ in how counters are announced and in the end.
struct MetricsText {
  enum Kind: String { case counter, gauge, histogram }

  let isOpenMetrics: Bool
  private(set) var text = ""

  init(isOpenMetrics: Bool) { self.isOpenMetrics = isOpenMetrics }

  /// A family of samples. A counter's `name` ends in `_total`.
  mutating func family(_ name: String, _ kind: Kind, _ help: String, _ samples: [([(String, String)], Double)]) {
    announce(name, kind, help)
    for (labels, value) in samples { sample(name, labels, value) }
  }

  mutating func announce(_ name: String, _ kind: Kind, _ help: String) {
    let family = isOpenMetrics && kind == .counter ? String(name.dropLast("_total".count)) : name
    text += "# HELP \(family) \(help)\n# TYPE \(family) \(kind.rawValue)\n"
  }

  mutating func sample(_ name: String, _ labels: [(String, String)], _ value: Double) {
    let fields = labels.map { "\($0.0)=\"\(Self.escape($0.1))\"" }.joined(separator: ",")
    text += "\(name)\(fields.isEmpty ? "" : "{\(fields)}") \(Self.number(value))\n"
  }

  mutating func end() { if isOpenMetrics { text += "# EOF\n" } }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }

  private static func escape(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
