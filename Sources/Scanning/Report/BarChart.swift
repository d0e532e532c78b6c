/// A chart of horizontal bars, each of parts side by side, as inline SVG.
struct BarChart: Sendable {
  /// One bar.
  struct Bar: Sendable {
    var label: String
    /// The parts with the class that colours each, and what it is called.
    var parts: [(count: Int, style: String, name: String)]
    var total: Int { parts.reduce(0) { $0 + $1.count } }
  }

  var title: String
  var bars: [Bar]
  var number: @Sendable (Int) -> String

  private static let rowHeight = 26
  private static let labelWidth = 300
  private static let barWidth = 390
  private static let width = 760

  var svg: String {
    let largest = max(1, bars.map(\.total).max() ?? 1)
    let rows = bars.enumerated().map { row($0.element, y: $0.offset * Self.rowHeight, largest) }
    return """
      <svg viewBox="0 0 \(Self.width) \(bars.count * Self.rowHeight + 4)" role="img" aria-label="\(HTMLText.escaped(title))">
      <line class="axis" x1="\(Self.labelWidth)" x2="\(Self.labelWidth)" y1="0" y2="\(bars.count * Self.rowHeight)"/>
      \(rows.joined(separator: "\n"))
      </svg>
      """
  }

  private func row(_ bar: Bar, y: Int, _ largest: Int) -> String {
    var x = Double(Self.labelWidth)
    var parts = ""
    for part in bar.parts where part.count > 0 {
      let width = max(1.5, Double(part.count) / Double(largest) * Double(Self.barWidth))
      let title = HTMLText.escaped("\(bar.label): \(number(part.count)) \(part.name)")
      parts += """
        <rect class="\(part.style)" x="\(Self.tenths(x))" y="\(y + 4)" width="\(Self.tenths(width))" height="18">\
        <title>\(title)</title></rect>
        """
      x += width
    }
    return """
      <text class="label" x="\(Self.labelWidth - 8)" y="\(y + 17)">\(HTMLText.escaped(Self.shortened(bar.label)))</text>
      \(parts)<text class="count" x="\(Self.tenths(x + 6))" y="\(y + 17)">\(number(bar.total))</text>
      """
  }

  static func tenths(_ value: Double) -> String { ((value * 10).rounded() / 10).description }

  private static func shortened(_ label: String) -> String {
    label.count <= 40 ? label : label.prefix(24) + "…" + label.suffix(15)
  }
}
