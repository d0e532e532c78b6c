import PostExports
import Testing

/// One record in a hundred is damaged: all others are found, and each damaged one is reported on its line.
@Suite struct DamageTests {
  private static let count = 5000

  /// The places of the damaged records, never the last, so that what follows shows the recovery.
  private func damaged(_ random: inout SeededRandom) -> Set<Int> {
    Set((0..<Self.count / 100).map { _ in Int.random(in: 0..<Self.count - 1, using: &random) })
  }

  private func expect(_ found: [Item], _ damaged: Set<Int>, firstLine: Int) {
    let expected = (0..<Self.count).filter { !damaged.contains($0) }.map(String.init)
    #expect(found.compactMap { if case .post(let id, _, _) = $0 { id } else { nil } } == expected)
    let badLines = found.compactMap { if case .bad(let line, _) = $0 { line } else { nil } }
    #expect(badLines == damaged.sorted().map { $0 + firstLine })
    #expect(found.count == Self.count)
  }

  @Test(arguments: 1...5)
  func lostClosingQuotesInCSV(seed: Int) throws {
    var random = SeededRandom(state: UInt64(seed))
    let lost = damaged(&random)
    let rows = (0..<Self.count).map { "\($0),\"isi, nomor \($0)\(lost.contains($0) ? "" : "\"")\n" }
    expect(try items("id,text\n" + rows.joined(), .csv), lost, firstLine: 2)
  }

  @Test(arguments: 1...5)
  func lostOpeningQuotesInCSV(seed: Int) throws {
    var random = SeededRandom(state: UInt64(seed))
    let lost = damaged(&random)
    let rows = (0..<Self.count).map { "\($0),\(lost.contains($0) ? "" : "\"")isi, nomor \($0)\"\n" }
    expect(try items("id,text\n" + rows.joined(), .csv), lost, firstLine: 2)
  }

  @Test(arguments: 1...5)
  func truncatedLinesInNDJSON(seed: Int) throws {
    var random = SeededRandom(state: UInt64(seed))
    let cut = damaged(&random)
    let lines = (0..<Self.count).map { number in
      let line = "{\"id\":\(number),\"text\":\"isi \\u00e9 nomor\",\"n\":{\"a\":[1,2]}}"
      return cut.contains(number) ? String(line.prefix(Int.random(in: 1..<line.count, using: &random))) : line
    }
    expect(try items(lines.joined(separator: "\n"), .ndjson), cut, firstLine: 1)
  }

  @Test(arguments: 1...5, [",\n", ",\n   "])
  func truncatedElementsInJSON(seed: Int, separator: String) throws {
    var random = SeededRandom(state: UInt64(seed))
    let cut = damaged(&random).filter { $0 > 1 }
    let elements = (0..<Self.count).map { number in
      let element = "{\"id\":\(number),\"text\":\"isi\",\"n\":[{\"a\":[1,2]},{\"text\":\"dalam\"}]}"
      return cut.contains(number) ? String(element.prefix(Int.random(in: 1..<element.count, using: &random))) : element
    }
    expect(try items("[" + elements.joined(separator: separator) + "]", .json), cut, firstLine: 1)
  }

  @Test(arguments: [PostFormat.csv, .ndjson, .json, .text])
  func brokenUTF8AndNULsHarmNothingElse(format: PostFormat) throws {
    var random = SeededRandom(state: 3)
    let bytes: [UInt8] = [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF5]
    var input = Array((format == .csv ? "id,text\n" : format == .json ? "[" : "").utf8)
    for number in 0..<1000 {
      let text = Array("isi ".utf8) + [bytes.randomElement(using: &random) ?? 0xFF] + Array("nomor \(number)".utf8)
      switch format {
      case .csv: input += Array("\(number),".utf8) + text + [0x0A]
      case .ndjson, .json: input += Array("{\"text\":\"".utf8) + text + Array("\"}\n".utf8)
      case .text, .auto: input += text + [0x00, 0x0A]
      default: preconditionFailure("not a format of this test")
      }
    }
    if format == .json { input += [0x5D] }
    let found = try items(MemorySource(input), PostReader.Options(format: format))
    #expect(found.count == 1000 && !found.contains(where: \.isBad))
  }
}
