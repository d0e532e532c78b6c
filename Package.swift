// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ronda",
  products: [
    .library(name: "Feeds", targets: ["Feeds"]),
    .library(name: "HarmClassifier", targets: ["HarmClassifier"]),
    .library(name: "LexiconFiles", targets: ["LexiconFiles"]),
    // libRonda, for C and Python (include/ronda.h).
    .library(name: "Ronda", type: .dynamic, targets: ["RondaC"]),
    .executable(name: "ronda", targets: ["ronda"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // Floor 0: C.
    .target(name: "CCompression", linkerSettings: [.linkedLibrary("z"), .linkedLibrary("zstd")]),
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
    .target(name: "CDomainNames", linkerSettings: [.linkedLibrary("psl"), .linkedLibrary("idn2")]),
    .target(name: "CKernels"),
    .target(name: "CWaves"),
    // Floor 1: the core, and what needs nothing of ours.
    .target(name: "HarmClassifier", dependencies: ["CKernels"]),
    .target(name: "Localization"),
    .target(name: "LocatedYAML", dependencies: ["Yams"]),
    .target(name: "PostExports", dependencies: ["CCompression"]),
    .target(name: "Feeds", dependencies: ["CCompression"]),
    .target(name: "Transfers", dependencies: ["CCurl"]),
    // Floor 2: lexicons from disk, campaign rules.
    .target(name: "LexiconFiles", dependencies: ["HarmClassifier", "LocatedYAML", "Localization"]),
    .target(name: "Campaigns", dependencies: ["CWaves", "HarmClassifier", "Localization"]),
    // Floor 3: what keeps, sends and shows.
    .target(
      name: "Storage",
      dependencies: [
        "Campaigns", "HarmClassifier",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .target(
      name: "Notifications",
      dependencies: [
        "Campaigns", "HarmClassifier", "Localization", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]
    ),
    .target(
      name: "Reports",
      dependencies: ["Campaigns", "Localization", .product(name: "Mustache", package: "swift-mustache")]
    ),
    .target(
      name: "Dashboard",
      dependencies: [
        "Campaigns", "HarmClassifier", "LexiconFiles", "Localization", "Storage",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]
    ),
    .target(name: "Training", dependencies: ["HarmClassifier", "PostExports"]),
    .target(
      name: "Scanning",
      dependencies: ["Campaigns", "HarmClassifier", "LexiconFiles", "Localization", "PostExports"]
    ),
    .target(
      name: "IndicatorExports",
      dependencies: [
        "CDomainNames", "Campaigns", "HarmClassifier", "PostExports", .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .target(name: "RondaC", dependencies: ["HarmClassifier", "LexiconFiles"]),
    .target(name: "Explanations", dependencies: ["HarmClassifier", "LexiconFiles", "Localization"]),
    // Floor 4: the daemon.
    .target(
      name: "Watch",
      dependencies: [
        "CDomainNames", "Campaigns", "Dashboard", "Feeds", "HarmClassifier", "LexiconFiles", "Localization",
        "LocatedYAML", "Notifications", "Reports", "Storage", "Transfers",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "HeapModule", package: "swift-collections"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ]
    ),
    // Floor 5: the command line.
    .executableTarget(
      name: "ronda",
      dependencies: [
        "Campaigns", "Dashboard", "Explanations", "Feeds", "HarmClassifier", "IndicatorExports", "LexiconFiles",
        "Localization",
        "Notifications", "PostExports", "Reports", "Scanning", "Storage", "Training", "Transfers", "Watch",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]
    ),
    // A web server on loopback, for tests and the demo.
    .target(name: "LoopbackServer"),
    .executableTarget(
      name: "ronda-demo",
      dependencies: [
        "HarmClassifier", "Localization", "LoopbackServer", "Storage",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .target(
      name: "CampaignFixtures",
      dependencies: ["Campaigns", "HarmClassifier", "Localization"],
      path: "Tests/CampaignFixtures"
    ),
    .testTarget(
      name: "CampaignsTests",
      dependencies: ["CampaignFixtures", "Campaigns", "HarmClassifier"],
      resources: [.copy("Golden")]
    ),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "CampaignFixtures", "Campaigns", "Dashboard", "HarmClassifier", "LexiconFiles", "Localization", "Storage",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .testTarget(
      name: "ExplanationsTests",
      dependencies: ["Explanations", "HarmClassifier", "LexiconFiles", "Localization"]
    ),
    .testTarget(name: "FeedsTests", dependencies: ["Feeds"], exclude: ["Fixtures"]),
    .testTarget(name: "HarmClassifierTests", dependencies: ["HarmClassifier"]),
    .testTarget(
      name: "LexiconFilesTests",
      dependencies: ["HarmClassifier", "LexiconFiles", "LocatedYAML"],
      exclude: ["Probes"]
    ),
    .testTarget(name: "IndicatorExportsTests", dependencies: ["HarmClassifier", "IndicatorExports"]),
    .testTarget(name: "LoopbackServerTests", dependencies: ["LoopbackServer"]),
    .testTarget(
      name: "NotificationsTests",
      dependencies: ["CampaignFixtures", "Campaigns", "Feeds", "Localization", "Notifications", "Storage"]
    ),
    .testTarget(name: "PostExportsTests", dependencies: ["PostExports"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["CampaignFixtures", "Campaigns", "Localization", "Reports"],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "RondaTests",
      dependencies: [
        "CampaignFixtures", "Campaigns", "LoopbackServer", "Storage", "ronda",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .testTarget(
      name: "ScanningTests",
      dependencies: ["HarmClassifier", "LexiconFiles", "Localization", "PostExports", "Scanning"]
    ),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "CampaignFixtures", "Campaigns", "HarmClassifier", "Storage", .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .testTarget(
      name: "TrainingTests",
      dependencies: ["HarmClassifier", "LexiconFiles", "PostExports", "Training"]
    ),
    .testTarget(name: "TransfersTests", dependencies: ["LoopbackServer", "Transfers"]),
    .testTarget(
      name: "WatchTests",
      dependencies: [
        "CampaignFixtures", "Campaigns", "Feeds", "HarmClassifier", "Localization", "Notifications", "Storage",
        "Transfers", "Watch",
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)
