/// An evaluation as a table for a terminal.
extension Evaluation {
  /// Tables of all figures in per cent, with 95 % intervals.
  public var text: String {
    var lines: [String] = []
    for category in Set(categories.map(\.category)).sorted() {
      lines.append(
        "\(category), found in each source (F1; precision, recall of harmful | F1 of any flag | average precision)"
      )
      for report in categories where report.category == category {
        lines.append(Self.line(report))
        let beside = baselines(of: report.source).map { "\($0.model) \(Self.percent($0.f1))" }
        if !beside.isEmpty { lines.append("    beside: " + beside.joined(separator: ", ")) }
      }
      if let mean = macroF1(of: category) {
        lines.append(
          "  mean F1\(averaged.isEmpty ? "" : " of the averaged") \(Self.percent(mean.harmful)) harmful, \(Self.percent(mean.flagged)) any flag"
        )
      }
    }
    lines.append("harmless posts (harmful | review)")
    for report in quiet {
      lines.append(
        "  \(Self.padded(report.source)) \(report.posts) posts  \(Self.range(report.harmful)) | \(Self.range(report.review))"
      )
    }
    if !categories.isEmpty {
      lines.append(
        "calibration: expected error \(Self.percent(calibration.expectedError)), Brier score \(Self.rounded(calibration.brier))"
      )
      for bin in calibration.bins where bin.posts > 0 {
        lines.append(
          "  said \(Self.percent(bin.meanProbability))  true \(Self.percent(bin.share))  \(bin.posts) posts"
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ report: CategoryReport) -> String {
    let precision = percent(report.harmful.precision.value)
    let recall = percent(report.harmful.recall.value)
    let flagged = percent(report.flagged.f1.value)
    let ranking = range(report.averagePrecision)
    return
      "  \(padded(report.source)) \(range(report.harmful.f1))  \(precision) \(recall) | \(flagged) | \(ranking), recall at 99 % precision \(percent(report.recallAt99))"
  }

  private static func padded(_ name: String) -> String { name + String(repeating: " ", count: max(0, 28 - name.count)) }

  static func range(_ interval: Interval) -> String {
    "\(percent(interval.value)) (\(percent(interval.low))–\(percent(interval.high)))"
  }

  /// Two places, in per cent.
  static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func rounded(_ value: Double) -> String { String((value * 10_000).rounded() / 10_000) }
}
