// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ronda",
  products: [.library(name: "PostExports", targets: ["PostExports"])],
  targets: [
    .target(name: "PostExports"),
    .testTarget(name: "PostExportsTests", dependencies: ["PostExports"]),
  ],
  swiftLanguageModes: [.v6]
)
