import PostExports
import Testing

/// One record in fifty is damaged, in every format: all others are found, each damaged one shows as a report or as
/// a post on its own lines, and nothing shows anywhere else.
@Suite("Damage in every format")
struct FormatDamageTests {
  /// How a format writes records, each on lines of its own, with `@` for the number.
  struct Layout: CustomStringConvertible {
    let format: PostFormat
    var head = ""
    let record: String
    var separator = "\n"
    var tail = "\n"
    /// What comes before this belongs to the format, and its loss makes the record a part of the one before.
    var untouched = ""

    var description: String { format.rawValue }
  }

  static let layouts: [Layout] = [
    Layout(format: .text, record: "isi @ selesai"),
    Layout(format: .csv, head: "id,text,n\n", record: "@,\"isi, @ selesai\",\"x\""),
    Layout(format: .csv, head: "text;id\n", record: "isi @ selesai;@"),
    Layout(format: .ndjson, record: #"{"id":"@","text":"isi @ selesai","n":[{"a":1}]}"#),
    Layout(
      format: .json,
      head: "[\n",
      record: #" {"id":"@","text":"isi @ selesai","n":[{"a":1}]}"#,
      separator: ",\n",
      tail: "\n]\n"
    ),
    Layout(
      format: .telegram,
      head: "{\"name\":\"x\",\"messages\": [\n",
      record: #"  {"id": @, "type": "message", "text": ["isi ", {"type": "link", "text": "@"}, " selesai"]}"#,
      separator: ",\n",
      tail: "\n ]\n}\n"
    ),
    Layout(format: .whatsapp, record: "12/03/24 14.05 - Budi: isi @ selesai", untouched: "12/03/24 14.05 - Budi: i"),
    Layout(
      format: .facebook,
      head: "{\"comments_v2\": [\n",
      record: #"  {"timestamp": 1, "data": [{"comment": {"comment": "isi @ selesai"}}], "title": "t"}"#,
      separator: ",\n",
      tail: "\n]}\n"
    ),
    Layout(
      format: .instagram,
      head: "[\n",
      record: #" {"string_map_data": {"Comment": {"value": "isi @ selesai"}}}"#,
      separator: ",\n",
      tail: "\n]\n"
    ),
    Layout(
      format: .tiktok,
      head: "{\"Comment\":{\"Comments\":{\"CommentsList\":[\n",
      record: #" {"date": "2024-01-02", "comment": "isi @ selesai"}"#,
      separator: ",\n",
      tail: "\n]}}}\n"
    ),
    Layout(
      format: .x,
      head: "window.YTD.tweets.part0 = [\n",
      record: #"  {"tweet" : {"id_str" : "@", "full_text" : "isi @ selesai"}}"#,
      separator: ",\n",
      tail: "\n]\n"
    ),
    Layout(
      format: .mastodon,
      head: "{\"orderedItems\":[\n",
      record: #" {"type":"Create","object":{"id":"@","content":"<p>isi @ selesai</p>"}}"#,
      separator: ",\n",
      tail: "\n]}\n"
    ),
    Layout(format: .reddit, record: #"{"id":"@","subreddit":"x","body":"isi @ selesai"}"#),
    Layout(
      format: .youtube,
      head: "Comment ID,Comment Text,Video ID\n",
      record: #"@,"{""text"":""isi @ selesai""}",v"#
    ),
    Layout(
      format: .youtubePages,
      head: "<html><ul>\n",
      record: #"<li>Commented on <a href="http://www.youtube.com/watch?v=x">t</a>.<br/>isi @ selesai</li>"#,
      tail: "\n</ul></html>\n"
    ),
    Layout(
      format: .youtubeChat,
      record:
        #"{"addChatItemAction":{"item":{"liveChatTextMessageRenderer":{"message":{"runs":[{"text":"isi @ selesai"}]},"id":"@"}}}}"#
    ),
    Layout(
      format: .wordpress,
      head: "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel>\n",
      record: "<item><title>isi @ selesai</title><content:encoded><![CDATA[]]></content:encoded></item>",
      tail: "\n</channel></rss>\n"
    ),
    Layout(
      format: .mbox,
      record:
        "From a@b Thu Jan  1 00:00:00 1970\nSubject: a\nMessage-ID: <@>\nContent-Type: text/plain\n\nisi @ selesai\n",
      untouched: "From a@b Thu Jan  1 00:00:00 1970\nSubject: a\n"
    ),
  ]

  private static let count = 200
  private static let damaged = 4

  /// A file, the lines of each of its records, and which of them are damaged.
  private struct Sample {
    var bytes: [UInt8]
    /// The record that stands on each line; -1 for the lines of the head, and for line 0.
    var records: [Int]
    var damaged: Set<Int>

    init(_ layout: Layout, _ random: inout SeededRandom) {
      damaged = Set((0..<FormatDamageTests.damaged).map { _ in Int.random(in: 2..<count - 1, using: &random) })
      bytes = Array(layout.head.utf8)
      records = Array(repeating: -1, count: 1 + layout.head.utf8.count { $0 == 0x0A })
      for number in 0..<count {
        var record = Array(layout.record.replacing("@", with: String(number)).utf8)
        if damaged.contains(number) { Sample.damage(&record, layout.untouched.utf8.count, &random) }
        bytes += record + Array((number == count - 1 ? layout.tail : layout.separator).utf8)
        let lines = record.count { $0 == 0x0A } + layout.separator.utf8.count { $0 == 0x0A }
        records += Array(repeating: number, count: lines)
      }
    }

    /// A cut, a lost quote, a NUL or a byte that is no UTF-8.
    private static func damage(_ record: inout [UInt8], _ untouched: Int, _ random: inout SeededRandom) {
      let place = Int.random(in: max(1, untouched)..<record.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: record.removeSubrange(place...)
      case 1:
        let quotes = record.indices.filter { record[$0] == 0x22 }
        if let quote = quotes.randomElement(using: &random) { record.remove(at: quote) } else { record[place] = 0xFF }
      case 2: record.insert(0, at: place)
      default: record[place] = [0xFF, 0xC0, 0x80].randomElement(using: &random) ?? 0xFF
      }
    }
  }

  @Test("every good record is judged and every bad one shows", arguments: layouts, 1...3)
  func damage(layout: Layout, seed: Int) throws {
    var random = SeededRandom(state: UInt64(seed))
    let sample = Sample(layout, &random)
    let found = try items(MemorySource(sample.bytes), PostReader.Options(format: layout.format))
    var good: [Int] = []
    var shown: Set<Int> = []
    var strangers: [String] = []
    for item in found {
      let line =
        switch item {
        case .post(_, _, let line), .bad(let line, _): line
        }
      let record = line < sample.records.count ? sample.records[line] : -1
      if sample.damaged.contains(record) {
        shown.insert(record)
      } else if case .post(_, let text, _) = item, text.contains(" \(record) selesai") {
        good.append(record)
      } else {
        strangers.append("\(item) on the line of the good record \(record)")
      }
    }
    #expect(strangers.isEmpty, "\(strangers.prefix(3))")
    #expect(good == (0..<Self.count).filter { !sample.damaged.contains($0) })
    #expect(sample.damaged.subtracting(shown).isEmpty)
  }

  @Test("flipped bits and cuts harm nothing else, and the windows change nothing", arguments: layouts, 1...2)
  func noise(layout: Layout, seed: Int) throws {
    var random = SeededRandom(state: UInt64(seed) << 8)
    var bytes = Array(layout.head.utf8)
    for number in 0..<30 { bytes += Array((layout.record.replacing("@", with: "\(number)") + layout.separator).utf8) }
    for _ in 0..<8 {
      var noisy = bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        noisy[Int.random(in: 0..<noisy.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
      if Bool.random(using: &random) { noisy.removeLast(Int.random(in: 0..<noisy.count, using: &random)) }
      let options = PostReader.Options(format: layout.format)
      let whole = try? items(MemorySource(noisy), options)
      let pieces = try? items(MemorySource(noisy, chunk: 17), options)
      #expect(whole == pieces)
      _ = try? items(MemorySource(noisy), PostReader.Options())
    }
  }
}
