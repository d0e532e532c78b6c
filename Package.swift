// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ronda",
  products: [.library(name: "HarmClassifier", targets: ["HarmClassifier"])],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2")
  ],
  targets: [
    .target(name: "HarmClassifier"),
    .target(name: "LocatedYAML", dependencies: ["Yams"]),
    .target(name: "LexiconFiles", dependencies: ["HarmClassifier", "LocatedYAML"]),
    .executableTarget(name: "ronda", dependencies: ["HarmClassifier", "LexiconFiles"]),

  ],
  swiftLanguageModes: [.v6]
)
