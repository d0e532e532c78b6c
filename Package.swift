// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ronda",
  products: [
    .library(name: "HarmClassifier", targets: ["HarmClassifier"]),
    .executable(name: "ronda", targets: ["ronda"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Floor 1: the core, and located reading of YAML.
    .target(name: "HarmClassifier"),
    .target(name: "LocatedYAML", dependencies: ["Yams"]),
    // Floor 2.
    .target(name: "LexiconFiles", dependencies: ["HarmClassifier", "LocatedYAML"]),
    .target(name: "PostExports"),
    .target(name: "Feeds"),
    // Floor 3.
    .target(name: "Scanning", dependencies: ["HarmClassifier", "LexiconFiles", "PostExports"]),
    .target(name: "Explanations", dependencies: ["HarmClassifier", "LexiconFiles"]),
    // Floor 5: the command line.
    .executableTarget(
      name: "ronda",
      dependencies: [
        "Explanations", "Feeds", "HarmClassifier", "LexiconFiles", "PostExports", "Scanning",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .testTarget(name: "PostExportsTests", dependencies: ["PostExports"]),
  ],
  swiftLanguageModes: [.v6]
)
