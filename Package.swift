// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ronda",
  products: [.library(name: "HarmClassifier", targets: ["HarmClassifier"])],
  targets: [
    .target(name: "HarmClassifier")
  ],
  swiftLanguageModes: [.v6]
)
