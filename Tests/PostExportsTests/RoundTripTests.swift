import PostExports
import Testing

/// Random posts written in each format come back the same, whatever the size of the reads.
@Suite struct RoundTripTests {
  private static let chunks = [1, 2, 3, 7, 64, 1000, 1 << 20]

  @Test(arguments: 1...40)
  func csv(seed: Int) throws {
    var random = SeededRandom(state: UInt64(seed))
    let posts = ExportWriter.posts(Int.random(in: 0...40, using: &random), &random)
    let (bytes, lines) = ExportWriter.csv(posts, &random)
    try expect(posts, lines, bytes, .csv)
  }

  @Test(arguments: 1...40)
  func ndjson(seed: Int) throws {
    var random = SeededRandom(state: UInt64(seed))
    let posts = ExportWriter.posts(Int.random(in: 0...40, using: &random), &random)
    let objects = posts.map { ExportWriter.json($0, &random) }
    try expect(posts, Array(1...posts.count + 1), Array((objects.joined(separator: "\n") + "\n").utf8), .ndjson)
  }

  @Test(arguments: 1...40)
  func json(seed: Int) throws {
    var random = SeededRandom(state: UInt64(seed))
    let posts = ExportWriter.posts(Int.random(in: 0...40, using: &random), &random)
    let objects = posts.map { ExportWriter.json($0, &random) }
    try expect(posts, Array(2...posts.count + 2), Array(("[\n" + objects.joined(separator: ",\n") + "]").utf8), .json)
  }

  private func expect(_ posts: [ExportWriter.Post], _ lines: [Int], _ bytes: [UInt8], _ format: PostFormat) throws {
    let expected = zip(posts, lines).map { Item.post(id: $0.id, text: $0.text, line: $1) }
    for chunk in Self.chunks {
      let options = PostReader.Options(format: format, chunkBytes: chunk)
      #expect(try items(MemorySource(bytes), options) == expected, "reads of \(chunk) bytes")
    }
  }
}

/// Writes exports the way other programs do, with every freedom the formats leave.
enum ExportWriter {
  struct Post {
    var id: String
    var text: String
  }

  private static let pieces = [
    "slot gacor", "𝐏𝐔𝐋𝐀𝐔𝐖𝐈𝐍", "\"", "\"\"", ",", ";", "\n", "\r\n", "\\", "\\n", "/", "🎰", "é", "\t", "{", "}", "[",
    "]", ":",
    " ", "", "maxwin hari ini", "\0", "\u{1}", "\u{2028}", "},{", "e\u{301}",
  ]

  static func posts(_ count: Int, _ random: inout SeededRandom) -> [Post] {
    (0..<count).map { index in
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      return Post(id: "p\(index)\"", text: text.joined())
    }
  }

  /// The file, and the line on which each row starts.
  static func csv(_ posts: [Post], _ random: inout SeededRandom) -> (bytes: [UInt8], lines: [Int]) {
    let delimiter = [",", ";", "\t"].randomElement(using: &random) ?? ","
    let lineEnd = Bool.random(using: &random) ? "\r\n" : "\n"
    let mark = Bool.random(using: &random) ? "\u{FEFF}" : ""
    var output = mark + ["id", "user", "text", "date"].joined(separator: delimiter) + lineEnd
    var line = 2
    var lines: [Int] = []
    for post in posts {
      lines.append(line)
      let row = [post.id, "ani", post.text, "2026"].map { csvField($0, delimiter, &random) }.joined(
        separator: delimiter
      )
      line += row.utf8.count { $0 == 0x0A } + 1
      output += row + lineEnd
    }
    return (Array(output.utf8), lines)
  }

  private static func csvField(_ text: String, _ delimiter: String, _ random: inout SeededRandom) -> String {
    let special = Array((delimiter + "\n\r").utf8)
    let needsQuotes = text.utf8.contains(where: special.contains) || text.utf8.first == 0x22
    if !needsQuotes && Bool.random(using: &random) { return text }
    let doubled = text.utf8.flatMap { $0 == 0x22 ? [$0, $0] : [$0] }
    return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
  }

  static func json(_ post: Post, _ random: inout SeededRandom) -> String {
    var members = [
      "\"id\":\(jsonString(post.id, &random))", "\"text\" : \(jsonString(post.text, &random))",
      "\"n\":[1, {\"text\":null}]",
      "\"likes\":-1.5e3",
    ]
    members.shuffle(using: &random)
    return "{" + members.joined(separator: Bool.random(using: &random) ? "," : " , ") + "}"
  }

  private static func jsonString(_ text: String, _ random: inout SeededRandom) -> String {
    if Bool.random(using: &random) {
      var output: [UInt8] = []
      JSONText.appendQuoted(text, to: &output)
      return String(decoding: output, as: UTF8.self)
    }
    let escaped = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: Bool.random(using: &random))
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "\"" + escaped.joined() + "\""
  }
}
