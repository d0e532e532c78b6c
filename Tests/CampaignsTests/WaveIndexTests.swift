import CampaignFixtures
import Foundation
import Testing

@testable import Campaigns

/// The table of bands must find what a look at all waves finds.
struct WaveIndexTests {
  /// All waves in a list; candidates by comparing bands one by one.
  private struct Plain {
    var waves: [(id: String, leader: WaveFingerprint, lastSeen: Date)] = []

    mutating func join(_ fingerprint: WaveFingerprint, at time: Date) -> String? {
      let bands = Set(fingerprint.bands)
      let alike = waves.indices.filter {
        !bands.isDisjoint(with: waves[$0].leader.bands) && waves[$0].leader.similarity(to: fingerprint) >= 0.5
      }
      let best = alike.max {
        let (left, right) = (waves[$0], waves[$1])
        return (left.leader.similarity(to: fingerprint), right.id) < (right.leader.similarity(to: fingerprint), left.id)
      }
      guard let best else { return nil }
      waves[best].lastSeen = time
      return waves[best].id
    }
  }

  private func text(_ random: inout SeededGenerator) -> String {
    let words = ["makasih", "banyak", "gacor", "hari", "ini", "dapat", "dua", "juta", "dari", "modal", "receh", "coba"]
    return (0..<Int.random(in: 4...9, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
      .joined(separator: " ")
  }

  @Test func `posts join the waves that a look at all finds, while old ones are forgotten`() throws {
    var random = SeededGenerator(seed: 7)
    var (index, plain) = (WaveIndex(), Plain())
    var joined = 0
    for number in 0..<3000 {
      let time = Date(timeIntervalSince1970: Double(number))
      guard let fingerprint = WaveFingerprint(folded: text(&random)) else { continue }
      let id = index.join(fingerprint, at: time)
      if let known = plain.join(fingerprint, at: time) {
        #expect(id == known)
        joined += 1
      } else {
        #expect(!plain.waves.contains { $0.id == id })
        plain.waves.append((id, fingerprint, time))
      }
      if number % 150 == 149 {
        let limit = time - 100
        index.forget(olderThan: limit)
        plain.waves.removeAll { $0.lastSeen <= limit }
      }
    }
    #expect(joined > 300 && plain.waves.count > 20, "the texts tell nothing: \(joined) joined")
  }
}
