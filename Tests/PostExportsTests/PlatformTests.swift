import Testing

@testable import PostExports

/// The exports that platforms give out, told by their content.
@Suite("Exports of platforms")
struct PlatformTests {
  private static let cases: [(PostFormat, String, [Item])] = [
    (
      .telegram,
      """
      {
       "name": "Grup", "type": "private_group", "id": 7,
       "messages": [
        {"id": 1, "type": "service", "date": "2024-01-02T03:04:05", "text": "", "text_entities": []},
        {"id": 2, "type": "message", "date": "2024-01-02T03:05:05", "text": ["main di ", {"type": "link", "text": "a.example"}, " ya"]},
        {"id": 3, "type": "message", "date": "2024-01-02T03:06:05", "text": "halo \\"semua\\""}
       ]
      }
      """,
      [.post(id: "2", text: "main di a.example ya", line: 5), .post(id: "3", text: "halo \"semua\"", line: 6)]
    ),
    (
      .whatsapp,
      "12/03/24 14.05 - Budi membuat grup\n12/03/24 14.06 - Budi: slot gacor\nlink di bio\n13/03/24 09.00 - Siti: halo: apa kabar\n",
      [.post(id: "1", text: "slot gacor\nlink di bio", line: 2), .post(id: "2", text: "halo: apa kabar", line: 4)]
    ),
    (
      .whatsapp,
      "\u{200E}[3/25/24, 2:05:33\u{202F}PM] Ana: halo\r\n[3/26/24, 2:05:33\u{202F}PM] Ana: lagi\r\n",
      [.post(id: "1", text: "halo", line: 1), .post(id: "2", text: "lagi", line: 2)]
    ),
    (
      .facebook,
      #"{"comments_v2":[{"timestamp":1700000000,"data":[{"comment":{"comment":"gacor \u00f0\u009f\u0094\u00a5"}}],"title":"x"}]}"#,
      [.post(id: "1", text: "gacor 🔥", line: 1)]
    ),
    (
      .instagram,
      #"[{"media_list_data":[],"string_map_data":{"Comment":{"value":"caf\u00c3\u00a9"},"Time":{"timestamp":1700000000}}}]"#,
      [.post(id: "1", text: "café", line: 1)]
    ),
    (
      .tiktok,
      #"{"Activity":{"Video Browsing History":{"VideoList":[{"Date":"x"}]}},"Comment":{"Comments":{"CommentsList":[{"date":"2024-01-02 03:04:05","comment":"halo"}]}}}"#,
      [.post(id: "1", text: "halo", line: 1)]
    ),
    (
      .x,
      #"window.YTD.tweets.part0 = [ {"tweet" : {"id_str" : "9", "full_text" : "halo dunia", "created_at" : "Wed Oct 10 20:19:24 +0000 2018"}} ]"#,
      [.post(id: "9", text: "halo dunia", line: 1)]
    ),
    (
      .mastodon,
      #"{"type":"OrderedCollection","orderedItems":[{"type":"Create","published":"2024-01-02T03:04:05Z","object":{"id":"https://a.example/1","content":"<p>halo<br/>A &amp; B</p>"}},{"type":"Announce","object":"https://a.example/2"}]}"#,
      [.post(id: "https://a.example/1", text: "halo\nA & B", line: 1)]
    ),
    (
      .reddit,
      "{\"id\":\"a\",\"subreddit\":\"indonesia\",\"body\":\"halo\"}\n{\"id\":\"b\",\"subreddit\":\"indonesia\",\"body\":\"cut\n{\"id\":\"c\",\"subreddit\":\"indonesia\",\"body\":\"lagi\"}\n",
      [
        .post(id: "a", text: "halo", line: 1), .bad(line: 2, reason: "JSON that ends inside the record: cut off?"),
        .post(id: "c", text: "lagi", line: 3),
      ]
    ),
  ]

  @Test("each is recognised and read, however the bytes come", arguments: cases.indices, [1, 7, Int.max])
  func platforms(index: Int, chunk: Int) throws {
    let (format, export, expected) = Self.cases[index]
    #expect(try items(MemorySource(export.utf8, chunk: chunk)) == expected, "\(format)")
    var reader = PostReader(source: MemorySource(export.utf8, chunk: chunk))
    while try reader.next() != nil {}
    #expect(reader.format == format)
  }

  @Test("a damaged message costs itself only")
  func damage() throws {
    let export = """
      {"messages": [
        {"id": 1, "type": "message", "text_entities": [], "text": "satu"},
        {"id": 2, "type": "message", "text": "du},
        {"id": 3, "type": "message", "text": "tiga"}
      ]}
      """
    let found = try items(MemorySource(export.utf8))
    #expect(
      found.filter { !$0.isBad } == [.post(id: "1", text: "satu", line: 2), .post(id: "3", text: "tiga", line: 4)]
    )
    #expect(found.filter(\.isBad).count == 1)
  }
}

@Suite("Compressed exports")
struct CompressionTests {
  /// `printf 'satu\ndua\n' | gzip -n`.
  private static let gzip: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x2B, 0x4E, 0x2C, 0x29,
    0xE5, 0x4A, 0x29, 0x4D, 0xE4, 0x02, 0x00, 0x67, 0x42, 0x53, 0x40, 0x09, 0x00, 0x00,
    0x00,
  ]
  /// The same through `zstd`.
  private static let zstd: [UInt8] = [
    0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x58, 0x49, 0x00, 0x00, 0x73, 0x61, 0x74, 0x75, 0x0A,
    0x64, 0x75, 0x61, 0x0A, 0x2D, 0xF3, 0x8A, 0x54,
  ]
  private static let expected: [Item] = [.post(id: "1", text: "satu", line: 1), .post(id: "2", text: "dua", line: 2)]

  @Test("gzip and zstd are unpacked, also byte by byte", arguments: [gzip, zstd], [1, Int.max])
  func unpacks(packed: [UInt8], chunk: Int) throws {
    #expect(try items(MemorySource(packed, chunk: chunk)) == Self.expected)
  }

  @Test("members one after the other are one text", arguments: [gzip, zstd])
  func members(packed: [UInt8]) throws {
    #expect(try items(MemorySource(packed + packed)).count == 4)
  }

  @Test("what is cut off is an error", arguments: [gzip, zstd])
  func cut(packed: [UInt8]) {
    let error = #expect(throws: PostExportError.self) { try items(MemorySource(packed.dropLast(3))) }
    #expect(error?.reason == "the compressed data are cut off")
  }
}
