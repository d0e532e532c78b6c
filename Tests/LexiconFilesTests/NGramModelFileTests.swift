import Foundation
import HarmClassifier
import LexiconFiles
import Testing

@Suite("Model file") struct NGramModelFileTests {
  private func model() throws -> NGramModel {
    let weights = (0..<2 * NGramModel.slotCount).map { Int8(truncatingIfNeeded: $0 &* 37) }
    return try #require(
      NGramModel(
        version: "2026.1",
        labels: [
          .init(category: "gambling", bias: -1.5, scale: 0.01), .init(category: "x", bias: 2, scale: 1, reviewAt: 3),
        ],
        weights: weights
      )
    )
  }

  private func write(_ bytes: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "model-\(UUID().uuidString).ronda")
    try Data(bytes).write(to: file)
    return file.path
  }

  @Test("comes back as it was")
  func roundTrip() throws {
    let model = try model()
    let read = try NGramModelFile.load(write(NGramModelFile.bytes(of: model)))
    #expect(read.version == model.version && read.labels == model.labels && read.weights == model.weights)
  }

  @Test("any changed byte and any cut is noticed")
  func damage() throws {
    let bytes = NGramModelFile.bytes(of: try model())
    for place in [0, 10, 40, 200, 70_000, bytes.count - 1] {
      var damaged = bytes
      damaged[place] ^= 4
      let path = try write(damaged)
      #expect(throws: NGramModelFile.Failure.self) { try NGramModelFile.load(path) }
    }
    for length in [0, 5, 100, bytes.count - 1] {
      let path = try write(Array(bytes.prefix(length)))
      #expect(throws: NGramModelFile.Failure.self) { try NGramModelFile.load(path) }
    }
  }

  @Test("a damaged model in a lexicon's directory is a located problem")
  func inDirectory() throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "lexicon-\(UUID().uuidString)")
    try FileManager.default.copyItem(atPath: Shipped.directory, toPath: directory.path)
    try Data("nonsense".utf8).write(to: directory.appending(path: NGramModelFile.name))
    let error = #expect(throws: LexiconError.self) { try LexiconFiles(directory: directory.path) }
    #expect(error?.description.contains("model.ronda:1:1") == true)
  }

  @Test("the shipped model is there, small, and knows gambling")
  func shipped() throws {
    let model = try #require(try Shipped.files.get().model)
    #expect(model.labels.contains { $0.category == "gambling" })
    #expect(NGramModelFile.bytes(of: model).count <= 4 << 20)
  }
}
