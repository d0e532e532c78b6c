import Foundation

/// An evaluation for other programs.
extension Evaluation {
  private struct Document: Encodable {
    struct Range: Encodable {
      var value, low, high: Double

      init(_ interval: Interval) { (value, low, high) = (interval.value, interval.low, interval.high) }
    }

    struct Found: Encodable {
      var precision, recall, f1: Range

      init(_ detection: Detection) {
        (precision, recall, f1) = (Range(detection.precision), Range(detection.recall), Range(detection.f1))
      }
    }

    struct Source: Encodable {
      var source, category: String
      var positives, negatives: Int
      var harmful, flagged: Found
      var average_precision: Range
      var recall_at_99: Double
    }

    struct Quiet: Encodable {
      var source: String
      var posts: Int
      var harmful, review: Range
    }

    struct Bin: Encodable {
      var posts: Int
      var said, share: Double
    }

    var sources: [Source]
    var macro_f1: [String: [String: Double]]
    var baselines: [Baseline]
    var quiet: [Quiet]
    var expected_calibration_error, brier: Double
    var reliability: [Bin]
  }

  /// All figures as one JSON object; shares are 0…1.
  public var json: String {
    let names = Set(categories.map(\.category))
    let document = Document(
      sources: categories.map { report in
        Document.Source(
          source: report.source,
          category: report.category,
          positives: report.positives,
          negatives: report.negatives,
          harmful: .init(report.harmful),
          flagged: .init(report.flagged),
          average_precision: .init(report.averagePrecision),
          recall_at_99: report.recallAt99
        )
      },
      macro_f1: Dictionary(
        uniqueKeysWithValues: names.compactMap { name in
          macroF1(of: name).map { (name, ["harmful": $0.harmful, "flagged": $0.flagged]) }
        }
      ),
      baselines: baselines,
      quiet: quiet.map {
        .init(source: $0.source, posts: $0.posts, harmful: .init($0.harmful), review: .init($0.review))
      },
      expected_calibration_error: calibration.expectedError,
      brier: calibration.brier,
      reliability: calibration.bins.map { .init(posts: $0.posts, said: $0.meanProbability, share: $0.share) }
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: (try? encoder.encode(document)) ?? Data(), as: UTF8.self) + "\n"
  }
}
