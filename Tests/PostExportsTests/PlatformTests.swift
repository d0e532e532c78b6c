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
    (
      .youtube,
      "Comment ID,Channel ID,Comment create timestamp,Price,Video ID,Comment text\nUg1,UC1,2024-01-02T03:04:05Z,0,v1,\"{\"\"text\"\":\"\"gacor \\\"\"bos\\\"\" \"\"},{\"\"text\"\":\"\"@budi\"\",\"\"mention\"\":{\"\"id\"\":\"\"x\"\"}}\"\nUg2,UC1,2024-01-02T03:04:06Z,0,v1,\"{\"\"takeoutSegments\"\":[{\"\"text\"\":\"\"halo\"\"}]}\"\nUg3,UC1,2024-01-02T03:04:07Z,0,v1,{biasa}\n",
      [
        .post(id: "Ug1", text: "gacor \"bos\" @budi", line: 2), .post(id: "Ug2", text: "halo", line: 3),
        .post(id: "Ug3", text: "{biasa}", line: 4),
      ]
    ),
    (
      .youtube,
      "Live Chat ID,Channel ID,Live Chat Create Timestamp,Price,Video ID,Live Chat Text\nLc1,UC1,2024-01-02T03:04:05Z,0,v1,\"{\"\"text\"\":\"\"mantap\"\"}\"\n",
      [.post(id: "Lc1", text: "mantap", line: 2)]
    ),
    (
      .youtubePages,
      "<html><head><title>Comments</title></head><body><ul><li>Commented on <a href=\"http://www.youtube.com/watch?v=v1&amp;lc=Ug9\">Judul</a> at 2019-05-06 14:32:07 UTC.<br/>Gacor &amp; &quot;maxwin&quot;<br>lagi</li>\n<li>Commented on <a href=\"http://www.youtube.com/watch?v=v2\">Dua</a> at 2019-05-07 10:00:00 UTC.<br/>halo</li></ul></body></html>\n",
      [
        .post(id: "Ug9", text: "Gacor & \"maxwin\"\nlagi", line: 1), .post(id: "2", text: "halo", line: 2),
      ]
    ),
    (
      .youtubeChat,
      #"{"replayChatItemAction":{"actions":[{"addChatItemAction":{"item":{"liveChatTextMessageRenderer":{"message":{"runs":[{"text":"halo "},{"emoji":{"emojiId":"x"}},{"text":"kak"}]},"id":"Ci1","timestampUsec":"1700000000000000"}}}}],"videoOffsetTimeMsec":"1"}}"#
        + "\n",
      [.post(id: "Ci1", text: "halo kak", line: 1)]
    ),
    (
      .wordpress,
      """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
      <item><title>Slot &amp; Toto</title><content:encoded><![CDATA[<p>Main di <b>sini</b></p>]]></content:encoded><wp:post_id>7</wp:post_id>
      <wp:comment><wp:comment_id>3</wp:comment_id><wp:comment_content><![CDATA[gacor]]></wp:comment_content></wp:comment>
      <wp:comment><wp:comment_id>4</wp:comment_id><wp:comment_content><![CDATA[lagi</wp:comment></item>
      <item><title>Tiga</title><content:encoded></content:encoded><wp:post_id>8</wp:post_id></item>
      </channel></rss>
      """,
      [
        .post(id: "7", text: "Slot & Toto\nMain di sini", line: 3), .post(id: "comment-3", text: "gacor", line: 4),
        .bad(line: 5, reason: "<wp:comment_content> is damaged"), .post(id: "8", text: "Tiga", line: 6),
      ]
    ),
    (
      .mbox,
      "From a@b.example Thu Jan  1 00:00:00 1970\nFrom: A <a@b.example>\nSubject: =?UTF-8?B?U2xvdA==?=\n =?utf-8?Q?_gacor?=\nMessage-ID: <1@b>\n\nhalo\n>From sana\n\nFrom a@b.example Thu Jan  1 00:00:00 1970\nFrom: A <a@b.example>\nSubject: dua\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\ncaf=E9 pan=\njang\n",
      [
        .post(id: "1@b", text: "Slot gacor\nhalo\nFrom sana", line: 1),
        .post(id: "2", text: "dua\ncafé panjang", line: 10),
      ]
    ),
    (
      .eml,
      "From: A <a@b.example>\r\nDate: Thu, 1 Jan 2026 00:00:00 +0700\r\nSubject: promo\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>hidup</p>\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nTWFpbiDwn5Sl\r\n--x--\r\n",
      [.post(id: "1", text: "promo\nMain 🔥", line: 1)]
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

@Suite("Damage outside of the lists of posts")
struct OuterDamageTests {
  private static let telegram =
    #"{"about":"x","chats":{"list":[{"name":"Satu","type":"g","id":1,"messages":[{"id":1,"type":"message","text":"a","text_entities":[]},{"id":2,"text":"b"}]},{"name":"Dua","type":"g","id":2,"messages":[{"id":3,"text":"c"},{"id":4,"text":"d"}]}]}}"#

  private func texts(_ export: String, chunk: Int = .max) throws -> (texts: [String], bad: Int) {
    let options = PostReader.Options(format: .telegram)
    let found = try items(MemorySource(export.utf8, chunk: chunk), options)
    return (found.compactMap { if case .post(_, let text, _) = $0 { text } else { nil } }, found.count(where: \.isBad))
  }

  @Test(
    "is reported, and no list behind it is lost",
    arguments: [
      // A quote, a comma, a bracket or a key lost between the lists.
      ("\"name\":\"Dua\"", "\"name\":\"Dua", ["a", "b", "c", "d"]), ("},{\"name\"", "}{name\"", ["a", "b", "c", "d"]),
      ("\"about\":\"x\"", "\"about\":x", ["a", "b", "c", "d"]),
      // The end of a list lost with its last message: the next list is still found.
      ("\"b\"}]},", "\"b\",", ["a", "c", "d"]), ("\"text\":\"b\"}", "\"text\":\"b}", ["a", "c", "d"]),
      ("\"messages\":[{\"id\":3", "\"messag:[{\"id\":3", ["a", "b"]),
    ],
    [1, 7, Int.max]
  )
  func report(damage: (from: String, to: String, left: [String]), chunk: Int) throws {
    let export = Self.telegram.replacing(damage.from, with: damage.to)
    #expect(export != Self.telegram)
    let found = try texts(export, chunk: chunk)
    #expect(found.texts == damage.left)
    #expect(found.bad >= 1)
    #expect(try texts(Self.telegram, chunk: chunk) == (["a", "b", "c", "d"], 0))
  }

  @Test("a file without a list, or cut behind one, says so")
  func ends() throws {
    #expect(try items(#"{"name":"x","type":"y"}"#, .telegram) == [.bad(line: 1, reason: "no list of posts was found")])
    let cut = try items(#"{"messages":[{"text":"a"}],"#, .telegram)
    #expect(cut.last == .bad(line: 1, reason: "the file ends inside an object: cut off?"))
  }

  @Test("X's archive without its bracket is still read")
  func bare() throws {
    let found = try items(#"window.YTD.tweets.part0 = {"tweet":{"full_text":"a"}},{"tweet":{"full_text":"b"}}]"#, .x)
    #expect(found.count(where: { !$0.isBad }) == 2)
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
