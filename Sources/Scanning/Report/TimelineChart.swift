/// Bars over time, harmful below and to review on top, as inline SVG.
struct TimelineChart: Sendable {
  var timeline: Timeline
  var title: String
  /// What harmful and review are called.
  var names: (harmful: String, review: String)
  var number: @Sendable (Int) -> String

  private static let width = 760.0
  private static let height = 220.0
  private static let left = 52.0
  private static let floor = 190.0
  private static let ceiling = 14.0
  /// Room for `2026-11-27`.
  private static let labelWidth = 76.0

  var svg: String {
    let buckets = timeline.buckets
    let top = Self.roundedUp(buckets.map { $0.counts.harmful + $0.counts.review }.max() ?? 0)
    let slot = (Self.width - Self.left) / Double(max(1, buckets.count))
    let bars = buckets.enumerated().map { bar($0.element, x: Self.left + Double($0.offset) * slot, slot, top) }
    return """
      <svg viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" aria-label="\(HTMLText.escaped(title))">
      \(scale(top))
      \(bars.joined(separator: "\n"))
      \(labels(slot))
      </svg>
      """
  }

  private func bar(_ bucket: Timeline.Bucket, x: Double, _ slot: Double, _ top: Int) -> String {
    let scale = (Self.floor - Self.ceiling) / Double(top)
    let (harmful, review) = (Double(bucket.counts.harmful) * scale, Double(bucket.counts.review) * scale)
    let (place, width) = (BarChart.tenths(x + slot * 0.1), BarChart.tenths(min(slot * 0.8, 48)))
    let title =
      "\(bucket.label): \(number(bucket.counts.harmful)) \(names.harmful), \(number(bucket.counts.review)) \(names.review) / \(number(bucket.counts.total))"
    func part(_ style: String, _ y: Double, _ height: Double) -> String {
      guard height > 0 else { return "" }
      return
        "<rect class=\"\(style)\" x=\"\(place)\" y=\"\(BarChart.tenths(y))\" width=\"\(width)\" height=\"\(BarChart.tenths(height))\"/>"
    }
    let parts = part("harmful", Self.floor - harmful, harmful) + part("review", Self.floor - harmful - review, review)
    return "<g><title>\(HTMLText.escaped(title))</title>\(parts)</g>"
  }

  private func scale(_ top: Int) -> String {
    let ticks = top >= 4 ? [0, top / 2, top] : Array(0...top)
    return ticks.map { tick in
      let y = BarChart.tenths(Self.floor - (Self.floor - Self.ceiling) * Double(tick) / Double(top))
      return """
        <line class="\(tick == 0 ? "axis" : "grid")" x1="\(Int(Self.left))" x2="\(Int(Self.width))" y1="\(y)" y2="\(y)"/>\
        <text class="label" x="\(Int(Self.left) - 6)" y="\(y)" dy="4">\(number(tick))</text>
        """
    }.joined(separator: "\n")
  }

  /// At most eight labels, the first at the left end.
  private func labels(_ slot: Double) -> String {
    let buckets = timeline.buckets
    let every = max(1, (buckets.count + 7) / 8)
    return stride(from: 0, to: buckets.count, by: every).map { index in
      let x = Self.left + Double(index) * slot + slot * 0.1
      guard index == 0 || x + Self.labelWidth < Self.width else { return "" }
      let place = "x=\"\(BarChart.tenths(x))\" y=\"\(Int(Self.floor) + 18)\""
      return "<text class=\"count\" \(place)>\(buckets[index].label)</text>"
    }.joined()
  }

  /// The next of 1, 2, 4, 6, 8, 10 times a power of ten, so that half of it is a round number too.
  private static func roundedUp(_ value: Int) -> Int {
    var unit = 1
    while unit * 10 < value { unit *= 10 }
    return [1, 2, 4, 6, 8, 10].map { $0 * unit }.first { $0 >= value } ?? max(1, value)
  }
}
