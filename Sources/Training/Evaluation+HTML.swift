/// An evaluation as one self-contained page with plots.
extension Evaluation {
  /// The page; `title` heads it.
  public func html(title: String) -> String {
    let rows = categories.map { report in
      Self.row([
        report.source, report.category, "\(report.positives)", "\(report.negatives)",
        Self.range(report.harmful.precision),
        Self.range(report.harmful.recall), Self.range(report.harmful.f1), Self.percent(report.flagged.f1.value),
        Self.range(report.averagePrecision), Self.percent(report.recallAt99),
        baselines(of: report.source).map { "\($0.model) \(Self.percent($0.f1))" }.joined(separator: ", "),
      ])
    }
    let quietRows = quiet.map { report in
      Self.row([report.source, "\(report.posts)", Self.range(report.harmful), Self.range(report.review)])
    }
    return """
      <!doctype html>
      <html lang="en"><meta charset="utf-8"><title>\(Self.escaped(title))</title>
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem }
      table { border-collapse: collapse; margin: 1rem 0 } td, th { padding: .2rem .6rem; text-align: left }
      tr:nth-child(even) { background: #8882 } svg { background: #8881; margin: 1rem 0 }
      </style>
      <h1>\(Self.escaped(title))</h1>
      <p>Per cent; 95 % intervals in brackets.</p>
      <h2>What was found</h2>
      \(Self.bars(categories.map { ($0.source, $0.harmful.f1) }))
      <table>\(Self.header(["source", "category", "harmful posts", "harmless posts", "precision", "recall", "F1", "F1 of any flag", "average precision", "recall at 99 % precision", "F1 of other methods"]))
      \(rows.joined(separator: "\n"))</table>
      <h2>False alarms among harmless posts</h2>
      <table>\(Self.header(["source", "posts", "harmful", "review"]))
      \(quietRows.joined(separator: "\n"))</table>
      <h2>Can probabilities be taken at their word?</h2>
      <p>Expected error \(Self.percent(calibration.expectedError)) %, Brier score \(Self.percent(calibration.brier)) %.
      On the line: what was said is what was true.</p>
      \(reliabilityPlot)
      </html>

      """
  }

  /// F1 by source, as bars with their intervals.
  private static func bars(_ figures: [(name: String, interval: Interval)]) -> String {
    let height = figures.count * 22 + 8
    let bars = figures.enumerated().map { index, figure in
      let y = index * 22 + 6
      let (value, low, high) = (figure.interval.value, figure.interval.low, figure.interval.high)
      return """
        <text x="0" y="\(y + 12)" font-size="12">\(escaped(figure.name))</text>
        <rect x="230" y="\(y)" width="\(Int(value * 500))" height="14" fill="#2a7f9e"/>
        <line x1="\(230 + Int(low * 500))" x2="\(230 + Int(high * 500))" y1="\(y + 7)" y2="\(y + 7)" stroke="#000"/>
        <text x="\(240 + Int(value * 500))" y="\(y + 12)" font-size="12">\(percent(value))</text>
        """
    }
    return "<svg width=\"800\" height=\"\(height)\" role=\"img\">\(bars.joined(separator: "\n"))</svg>"
  }

  private var reliabilityPlot: String {
    let points = calibration.bins.filter { $0.posts > 0 }.map { bin in
      "<circle cx=\"\(40 + Int(bin.meanProbability * 300))\" cy=\"\(320 - Int(bin.share * 300))\" r=\"5\" fill=\"#2a7f9e\"><title>\(bin.posts) posts</title></circle>"
    }
    return """
      <svg width="380" height="360" role="img">
      <line x1="40" y1="320" x2="340" y2="20" stroke="#888"/>
      <text x="150" y="350" font-size="12">probability said</text><text x="4" y="14" font-size="12">share true</text>
      \(points.joined(separator: "\n"))
      </svg>
      """
  }

  private static func header(_ cells: [String]) -> String {
    "<tr>" + cells.map { "<th>\(escaped($0))</th>" }.joined() + "</tr>"
  }

  private static func row(_ cells: [String]) -> String {
    "<tr>" + cells.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
