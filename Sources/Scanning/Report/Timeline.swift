/// Posts over time, in days, weeks or months: as fine as leaves a plot readable.
struct Timeline: Sendable {
  /// The width of a bucket.
  enum Step: Sendable { case day, week, month }

  /// A stretch of time.
  struct Bucket: Sendable {
    var label: String
    var counts: DecisionCounts
  }

  private(set) var step = Step.day
  /// All stretches from the first post to the last, also the empty ones.
  private(set) var buckets: [Bucket] = []

  private static let mostBuckets = 93

  init(_ days: [CalendarDay: DecisionCounts]) {
    guard let first = days.keys.min(), let last = days.keys.max() else { return }
    let count = last.number - first.number + 1
    step = count <= Self.mostBuckets ? .day : count <= Self.mostBuckets * 7 ? .week : .month
    var sums: [CalendarDay: DecisionCounts] = [:]
    for (day, counts) in days {
      let start = start(of: day)
      sums[start] = (sums[start] ?? DecisionCounts()) + counts
    }
    var start = start(of: first)
    while start <= last {
      buckets.append(Bucket(label: label(of: start), counts: sums[start] ?? DecisionCounts()))
      start = next(after: start)
    }
  }

  private func start(of day: CalendarDay) -> CalendarDay {
    switch step {
    case .day: day
    case .week: day.monday
    case .month: day.firstOfMonth
    }
  }

  private func next(after start: CalendarDay) -> CalendarDay {
    switch step {
    case .day: CalendarDay(number: start.number + 1)
    case .week: CalendarDay(number: start.number + 7)
    case .month: CalendarDay(number: start.number + 31).firstOfMonth
    }
  }

  private func label(of start: CalendarDay) -> String {
    step == .month ? String(start.description.prefix(7)) : start.description
  }
}

extension ScanReport {
  var timeline: Timeline { Timeline(tally.days) }
}
