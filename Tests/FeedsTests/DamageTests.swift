import Feeds
import Foundation
import Testing

/// Damaged feeds: whatever comes in, an answer comes out in time.
@Suite("Damaged feeds")
struct DamageTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  private static var samples: [[UInt8]] {
    let fixtures = folder.appending(path: "Fixtures")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path)) ?? []
    return names.sorted().compactMap { try? Array(Data(contentsOf: fixtures.appending(path: $0))) }
  }

  /// The outside cases, where this checkout has them beside it.
  private static var outsideCases: URL? {
    let root = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let cases = root.appending(path: "shared/feeds/cases")
    return FileManager.default.fileExists(atPath: cases.path) ? cases : nil
  }

  @Test("cut anywhere, with bits flipped, a feed never traps")
  func fixtures() {
    for (number, sample) in Self.samples.enumerated() { batter(sample, seed: UInt64(number)) }
  }

  @Test("so do all outside cases", .enabled(if: DamageTests.outsideCases != nil, "the outside feed cases are not here"))
  func outside() throws {
    let cases = try #require(Self.outsideCases)
    var read = 0
    let files = FileManager.default.enumerator(at: cases, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.lastPathComponent.hasPrefix("input."), let data = try? Data(contentsOf: file), data.count < 100_000
      else { continue }
      batter(Array(data), seed: UInt64(read))
      read += 1
    }
    #expect(read > 2000)
  }

  @Test(
    "time grows with length, not with its square",
    arguments: ["<a ", "<item>", "&lt;", "<![CDATA[", "]]>", "&#x1;", "<!--", "{\"items\":[", "é"]
  )
  func linear(pattern: String) {
    func seconds(_ count: Int) -> Double {
      let body =
        "<rss><channel><title>t</title><item><description>"
        + String(repeating: pattern, count: count / pattern.utf8.count)
      let start = ContinuousClock.now
      _ = try? FeedParser.parse(Array(body.utf8))
      return Double(start.duration(to: .now) / .milliseconds(1)) / 1000
    }
    _ = seconds(1000)
    let (small, large) = (seconds(100_000), seconds(400_000))
    #expect(large < max(small, 0.02) * 12, "\(small) s for 100 kB, \(large) s for 400 kB")
  }

  /// Reads a sample cut at ten places and with ten bytes changed.
  private func batter(_ sample: [UInt8], seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, below)
    }
    for _ in 0..<10 { read(Array(sample.prefix(random(sample.count)))) }
    var flipped = sample
    for _ in 0..<10 where !flipped.isEmpty { flipped[random(flipped.count)] ^= UInt8(1 << random(8)) }
    read(flipped)
  }

  /// Reads bytes as everything they could be.
  private func read(_ bytes: [UInt8]) {
    _ = try? FeedParser.parse(bytes)
    _ = try? Page.parse(bytes)
    _ = try? SubscriptionList.parse(bytes)
    _ = try? Sitemap.parse(bytes)
  }
}
