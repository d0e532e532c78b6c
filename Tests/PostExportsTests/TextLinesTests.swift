import PostExports
import Testing

@Suite struct TextLinesTests {
  @Test(
    arguments: [
      ("", []),
      ("halo", [.post(id: "1", text: "halo", line: 1)]),
      ("halo\n", [.post(id: "1", text: "halo", line: 1)]),
      (
        "a\r\n\r\nb\rc\r\n",
        [
          .post(id: "1", text: "a", line: 1), .post(id: "2", text: "", line: 2), .post(id: "3", text: "b\rc", line: 3),
        ]
      ),
      ("\u{FEFF}gacor 🎰\n", [.post(id: "1", text: "gacor 🎰", line: 1)]),
      ("a\0b\n\0", [.post(id: "1", text: "a\0b", line: 1), .post(id: "2", text: "\0", line: 2)]),
    ] as [(String, [Item])]
  )
  func aLineIsAPost(input: String, expected: [Item]) throws {
    #expect(try items(input, .text) == expected)
  }

  @Test func brokenUTF8PassesAsBytes() throws {
    let line: [UInt8] = [0x61, 0xFF, 0xC3, 0x62]
    var reader = PostReader(source: MemorySource(line), options: PostReader.Options(format: .text))
    let batch = try #require(try reader.next())
    guard case .post(let post) = batch[0] else { return #expect(Bool(false), "a post expected") }
    #expect(post.withText { text in text.indices.map { text[$0] } } == line)
    #expect(post.text == "a\u{FFFD}\u{FFFD}b")
  }

  @Test func aLineBeyondTheLimitIsReportedAndSkipped() throws {
    let input = "lima5\nenam-6\nlima5\n\(String(repeating: "x", count: 50))"
    #expect(
      try items(input, .text, maxRecordBytes: 5) == [
        .post(id: "1", text: "lima5", line: 1), .bad(line: 2, reason: "longer than 5 bytes, skipped"),
        .post(id: "3", text: "lima5", line: 3), .bad(line: 4, reason: "longer than 5 bytes, skipped"),
      ]
    )
  }

  @Test func manyRecordsSpanBatches() throws {
    let found = try items(String(repeating: "\n", count: 100_000), .text)
    #expect(found.count == 100_000)
    #expect(found.last == .post(id: "100000", text: "", line: 100_000))
  }
}
