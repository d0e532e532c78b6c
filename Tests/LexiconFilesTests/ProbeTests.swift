import Foundation
import HarmClassifier
import LexiconFiles
import Testing

/// Posts of our own that no data set holds: what offices publish, talk about harms, and other languages than Indonesian.
@Suite("Posts of our own")
struct ProbeTests {
  private struct Probe {
    var group: String
    var text: String
  }

  /// Reads `group|text` lines beside this file.
  private func probes(_ name: String) throws -> [Probe] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Probes/\(name).txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      line in
      let parts = line.split(separator: "|", maxSplits: 1)
      return Probe(group: String(parts[0]), text: String(parts[1]))
    }
  }

  @Test("harmless ones raise no alert, and at most one in ten troubles a person")
  func harmless() throws {
    let classifier = try Shipped.files.get().classifier()
    let probes = try probes("harmless")
    #expect(probes.count >= 80)
    let judged = probes.map { (probe: $0, decision: classifier.classify($0.text).decision) }
    for (probe, decision) in judged where decision == .harmful {
      Issue.record("harmful: \(probe.group): \(probe.text)")
    }
    let reviewed = judged.filter { $0.decision == .review }.map(\.probe)
    #expect(reviewed.count * 10 <= probes.count, "\(reviewed)")
  }

  @Test("nine of ten promotions are found, in Indonesian and in the languages around it")
  func promotions() throws {
    let classifier = try Shipped.files.get().classifier()
    let probes = try probes("promotions")
    #expect(probes.count >= 20)
    let missed = probes.filter { classifier.classify($0.text).decision == .clean }
    #expect(missed.count * 10 <= probes.count, "\(missed)")
  }

  @Test("a number says nothing, however long", arguments: ["0", "1", "01", "1234567890"])
  func numbers(digits: String) throws {
    let classifier = try Shipped.files.get().classifier()
    for count in [1, 2, 15, 16, 17, 30, 300, 3000] {
      let number = String(repeating: digits, count: count)
      #expect(classifier.classify(number).decision == .clean, "\(count) times")
    }
  }
}
