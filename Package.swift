// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ronda",
  products: [.library(name: "Feeds", targets: ["Feeds"])],
  targets: [
    .target(name: "Feeds"),
    .executableTarget(name: "feedprobe", dependencies: ["Feeds"]),
  ],
  swiftLanguageModes: [.v6]
)
