// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ronda",
  products: [.library(name: "HarmClassifier", targets: ["HarmClassifier"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(name: "HarmClassifier"),
    .target(name: "Campaigns", dependencies: ["HarmClassifier"]),
    .target(
      name: "Storage",
      dependencies: [
        "HarmClassifier", "Campaigns",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .target(
      name: "Notifications",
      dependencies: ["Campaigns", .product(name: "Crypto", package: "swift-crypto")]
    ),
    .target(name: "CampaignFixtures", dependencies: ["HarmClassifier", "Campaigns"], path: "Tests/CampaignFixtures"),
    .testTarget(
      name: "CampaignsTests",
      dependencies: ["HarmClassifier", "Campaigns", "CampaignFixtures"],
      resources: [.copy("Golden")]
    ),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "HarmClassifier", "Campaigns", "Storage", "CampaignFixtures",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .testTarget(
      name: "NotificationsTests",
      dependencies: ["HarmClassifier", "Campaigns", "Storage", "Notifications", "CampaignFixtures"]
    ),
  ],
  swiftLanguageModes: [.v6]
)
