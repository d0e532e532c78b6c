import Benchmark
import Corpus
@_spi(Measuring) import HarmClassifier

/// The stages of the hot path over one corpus. Each run checks what it counted: a benchmark that computes something
/// else is worth nothing.
let benchmarks: @Sendable () -> Void = {
  let corpus = Corpus(count: 2_000)
  guard let classifier = try? Engine.shipped() else { fatalError("lexicons/ does not load: run `ronda lexicon check`") }
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput, .peakMemoryResident],
    scalingFactor: .one,
    maxDuration: .seconds(2),
    maxIterations: 50
  )

  func measure(_ name: String, expecting expected: Int, _ run: @escaping @Sendable () -> Int) {
    Benchmark("\(name)/comments/\(corpus.bytes / 1000)kB") { benchmark in
      for _ in benchmark.scaledIterations {
        let counted = run()
        precondition(counted == expected, "\(name) counted \(counted), not \(expected): update Expected.swift if meant")
      }
    }
  }

  measure("fold", expecting: Expected.foldedBytes) { Stage.fold.run(corpus, classifier) }
  measure("match", expecting: Expected.matches) { Stage.match.run(corpus, classifier) }
  measure("verdict", expecting: Expected.harmful) { Stage.verdict.run(corpus, classifier) }
}
