import PostExports
import Testing

@Suite struct FormatDetectionTests {
  private static let cases: [(name: String, input: String, expected: PostFormat)] = [
    ("a", "", .text),
    ("a", " \n\n", .text),
    ("a", "slot gacor hari ini\n", .text),
    ("a", "halo, apa kabar\nbaik, kak\n", .text),
    ("a", "[10:21] Admin: halo\n", .text),
    ("a", "{halo} kak\n", .text),
    ("a.csv", "halo, apa kabar\n", .csv),
    ("a.TSV", "nama\tisi\n", .csv),
    ("a", "id,text\n1,a\n", .csv),
    ("a.txt", "id;text;date\n1;a;b\n", .csv),
    ("a", "\"id\",\"komentar\"\n1,a\n", .csv),
    ("a", "text\nhalo\n", .csv),
    ("a", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", .ndjson),
    ("a.json", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", .ndjson),
    ("a.csv", "{\"text\":\"a\"}", .ndjson),
    ("a", "{\"text\":\"terpotong\n{\"text\":\"b\"}\n", .ndjson),
    ("a", "{\"text\" \"rusak\"}\n{\"text\":\"b\"}\n", .ndjson),
    ("a", "{\"text\":\"terpotong", .ndjson),
    ("a", "{\n  \"text\": \"a\"\n}\n", .json),
    ("a", "\u{FEFF} [\n {\"text\":\"a\"}]", .json),
    ("a", "[{\"text\":\"a\"}]", .json),
    ("a.json", "[1,2]", .json),
    ("dir.json/a", "[1,2]", .text),
  ]

  @Test(arguments: cases.indices, [1, 7, 4096])
  func contentDecidesBeforeTheExtension(index: Int, chunk: Int) throws {
    let example = Self.cases[index]
    let source = MemorySource(example.input.utf8, name: example.name, chunk: chunk)
    // A CSV without a text column is refused, but recognised.
    var reader = PostReader(source: source)
    _ = try? reader.next()
    #expect(reader.format == example.expected, "\(example.name): \(example.input)")
  }

  @Test(arguments: [1, 1000, 1 << 20])
  func binaryDataAreRefusedUnlessCalledText(chunk: Int) throws {
    var random = SeededRandom(state: 7)
    let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let error = #expect(throws: PostExportError.self) { try items(MemorySource(noise, name: "foto.png", chunk: chunk)) }
    #expect(error?.kind == .unsupported && error?.description.hasPrefix("foto.png: this is binary data") == true)
    #expect(try !items(MemorySource(noise, chunk: chunk), .init(format: .text)).isEmpty)
    let nul = Array("slot\0 gacor hari ini, maxwin terus di caf\u{E9}\n".utf8) + [0xE9, 0x0A]
    #expect(try items(MemorySource(Array(repeating: nul, count: 99).joined(), chunk: chunk)).count == 198)
  }

  @Test func aNamedTextFieldMakesAHeader() throws {
    let options = PostReader.Options(fields: PostFields(text: "ucapan"))
    let found = try items(MemorySource("siapa,ucapan\nani,halo\n".utf8), options)
    #expect(found == [.post(id: "1", text: "halo", line: 2)])
  }

  @Test func aRecordOfASlowPipeIsNotHeldBack() throws {
    // One whole line and no more: the reader must not wait for the next before it gives this one.
    var reader = PostReader(source: OneLine(line: Array("{\"text\":\"a\"}\n".utf8)))
    #expect(try reader.next()?.count == 1)
    var text = PostReader(source: OneLine(line: Array("a\n".utf8)))
    #expect(try text.next()?.count == 1)
  }

  /// Gives one line; being asked for more would block, which here is an error.
  private struct OneLine: ByteSource {
    var line: [UInt8]
    var name: String { "-" }
    var totalBytes: Int? { nil }
    var position: Int { 0 }

    mutating func read(_ count: Int, into buffer: inout [UInt8]) throws(PostExportError) -> Int {
      if line.isEmpty { throw .unreadable(path: "-", reason: "would block") }
      buffer += line
      defer { line = [] }
      return line.count
    }
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x69, 0x00], "UTF-16 text"),
      ([0xFF, 0xFE, 0x00, 0x00, 0x69, 0x00, 0x00, 0x00], "UTF-32 text"),
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "a ZIP archive or an Excel workbook"),
      ([0x28, 0xB5, 0x2F, 0xFD], "the compressed data are cut off"),
    ] as [([UInt8], String)]
  )
  func whatIsNoTextIsRefusedWithAdvice(bytes: [UInt8], what: String) {
    let error = #expect(throws: PostExportError.self) { try items(MemorySource(bytes, chunk: 1)) }
    #expect(error?.kind == .unsupported)
    #expect(error?.reason.contains(what) == true)
  }
}
