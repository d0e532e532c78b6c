// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of the library never resolve benchmark tools.
let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(name: "ronda", path: "../"),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    // Synthetic posts from a seeded generator, and the engine over the shipped lexicon.
    .target(
      name: "Corpus",
      dependencies: [
        .product(name: "HarmClassifier", package: "ronda"), .product(name: "LexiconFiles", package: "ronda"),
      ]
    ),
    // Programs that others would pick, in the same process; built without what is not installed.
    .systemLibrary(name: "CHyperscan", path: "Sources/CHyperscan"),
    .target(name: "Peers", dependencies: ["CHyperscan"]),
    .target(name: "CAllocationCount"),
    .executableTarget(
      name: "HotPath",
      dependencies: [
        "CAllocationCount", "Corpus", "Peers", .product(name: "Benchmark", package: "benchmark"),
        .product(name: "HarmClassifier", package: "ronda"),
      ],
      path: "Benchmarks/HotPath",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
    // The same posts and terms as files.
    .executableTarget(name: "CorpusFiles", dependencies: ["Corpus"]),
    // Runs one stage for callgrind, which counts its instructions.
    .executableTarget(
      name: "InstructionCounter",
      dependencies: ["Corpus", .product(name: "HarmClassifier", package: "ronda")]
    ),
    // Parses feeds again and again; `Benchmarks/feeds` runs it beside another parser.
    .executableTarget(name: "FeedThroughput", dependencies: [.product(name: "Feeds", package: "ronda")]),
  ],
  swiftLanguageModes: [.v6]
)
