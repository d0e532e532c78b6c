// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ronda",
  products: [.library(name: "Transfers", targets: ["Transfers"])],
  targets: [
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
    .target(name: "Transfers", dependencies: ["CCurl"]),
    .target(name: "LoopbackServer"),
    .testTarget(name: "TransfersTests", dependencies: ["Transfers", "LoopbackServer"]),
    .testTarget(name: "LoopbackServerTests", dependencies: ["LoopbackServer"]),
  ],
  swiftLanguageModes: [.v6]
)
