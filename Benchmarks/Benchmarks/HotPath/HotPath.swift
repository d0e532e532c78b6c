import Benchmark
import Corpus
import Dispatch
import HarmClassifier
import Peers

/// The stages of the hot path and a peer over one corpus. Each run checks what it counted: a benchmark that computes
/// something else is worth nothing.
let benchmarks: @Sendable () -> Void = {
  guard let classifier = try? Engine.shipped(), let literals = try? Engine.literals() else {
    fatalError("lexicons/ does not load: run `ronda lexicon check`")
  }
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput, .instructions, .peakMemoryResident, .processorTime, .allocations],
    warmupIterations: 0,
    maxDuration: .seconds(1),
    maxIterations: 100
  )
  let corpus = Corpus(count: 2_000)
  let clean = corpus.filter { classifier.classify(String(decoding: $0, as: UTF8.self)).categories.isEmpty }
  let flagged = corpus.filter { !classifier.classify(String(decoding: $0, as: UTF8.self)).categories.isEmpty }
  // What the workers have seen before the measured posts.
  let others = Corpus(count: 20_000, seed: 1)
  print(
    """
    corpus {"posts": \(corpus.posts.count), "bytes": \(corpus.bytes), "clean": \(clean.posts.count), "literals": \(literals.count)}
    """
  )

  func measure(
    _ name: String,
    expecting expected: Int,
    setUp: @escaping @Sendable () -> Void = {},
    _ run: @escaping @Sendable () -> Int
  ) {
    let body: @Sendable (Benchmark) -> Void = { benchmark in
      let start = Usage.now
      let counted = run()
      let used = Usage.now - start
      benchmark.measurement(.processorTime, used.nanoseconds)
      benchmark.measurement(.allocations, used.allocations)
      precondition(counted == expected, "\(name) counted \(counted), not \(expected): update Expected.swift if meant")
    }
    var configuration = Benchmark.defaultConfiguration
    // Hashing is seeded anew in each process, so growing tables differ a little.
    configuration.thresholds = [.allocations: BenchmarkThresholds(relative: [.p90: 2])]
    Benchmark(name, configuration: configuration, closure: body, setup: setUp)
  }

  func measure(_ name: String, _ stage: Stage, _ corpus: Corpus, expecting expected: Int) {
    let worker = Worker(classifier)
    measure(name, expecting: expected, setUp: { worker.warm(on: others) }) { worker.run(stage, corpus.posts[...]) }
  }

  measure("fold", .fold, corpus, expecting: Expected.foldedBytes)
  measure("match", .match, corpus, expecting: Expected.matches)
  measure("verdict", .verdict, corpus, expecting: Expected.harmful)
  // `scripts/allocations` holds these two against Benchmarks/Thresholds.
  measure("allocations-clean", .verdict, clean, expecting: 0)
  measure("allocations-flagged", .verdict, flagged, expecting: Expected.harmful)

  if let hyperscan = Hyperscan(literals) {
    print("Hyperscan \(Hyperscan.version)")
    measure("hyperscan", expecting: Expected.literals) { hyperscan.matchCount(in: corpus.posts) }
  } else {
    print("Hyperscan is not measured: it is not installed (apt-get install libhyperscan-dev)")
  }

  // One iteration is one pass over posts of 300 bytes, one after another as a worker meets them.
  let long = corpus.joined(toBytes: 300)
  let worker = Worker(classifier)
  Benchmark(
    "latency",
    configuration: .init(
      metrics: [.wallClock, .throughput, .processorTime, .clockTime],
      warmupIterations: 0,
      maxDuration: .seconds(3),
      maxIterations: 10
    ),
    closure: { benchmark in
      // Noted behind the pass: keeping books between two posts would cool the caches.
      var times = Array(repeating: (processor: 0, clock: Duration.zero), count: long.posts.count)
      for number in long.posts.indices {
        let (start, clock) = (Usage.now, ContinuousClock.now)
        blackHole(worker.run(.verdict, long.posts[number...number]))
        times[number].clock = clock.duration(to: .now)
        times[number].processor = (Usage.now - start).nanoseconds
      }
      for time in times {
        benchmark.measurement(.processorTime, time.processor)
        benchmark.measurement(.clockTime, Int(time.clock / .nanoseconds(1)))
      }
    },
    setup: { worker.warm(on: others) }
  )

  for count in 1...2 {
    let workers = (0..<count).map { _ in Worker(classifier) }
    Benchmark(
      "workers-\(count)",
      configuration: .init(metrics: [.wallClock, .throughput], maxDuration: .seconds(1)),
      closure: { _ in
        DispatchQueue.concurrentPerform(iterations: count) { blackHole(workers[$0].run(.verdict, corpus.posts[...])) }
      },
      setup: { workers.forEach { $0.warm(on: others) } }
    )
  }
}
