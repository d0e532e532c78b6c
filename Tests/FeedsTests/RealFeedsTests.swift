import Feeds
import Testing

/// Feeds as they are really published: each case is a fault or a habit seen in the wild, in its smallest form.
@Suite("Real feeds and their habits")
struct RealFeedsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let body: [UInt8]
    let expected: [String]

    /// `expected` are the first entry's parts as `parts(of:)` gives them, in that order.
    init(_ habit: String, _ body: String, _ expected: String...) {
      self.init(habit, bytes: Array(body.utf8), expected)
    }

    init(_ habit: String, bytes: [UInt8], _ expected: [String]) {
      testDescription = habit
      body = bytes
      self.expected = expected
    }
  }

  /// What the first entry says, each with its name.
  private static func parts(of feed: Feed) -> [String] {
    guard let entry = feed.entries.first else { return [] }
    let fields: [(String, String?)] = [
      ("id", entry.id), ("title", entry.title), ("link", entry.link), ("published", entry.published?.rfc3339),
      ("updated", entry.updated?.rfc3339), ("summary", entry.summaryText), ("content", entry.contentText),
    ]
    return fields.compactMap { name, value in value.map { "\(name)=\($0)" } }
      + entry.authors.map { "author=\($0)" } + entry.links.map { "to=\($0)" }
  }

  private static func rss(_ item: String, _ declaration: String = "", _ namespaces: String = "") -> String {
    "\(declaration)<rss version=\"2.0\" \(namespaces)><channel><title>T</title><item>\(item)</item></channel></rss>"
  }

  private static func atom(_ entry: String) -> String {
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><entry>\(entry)</entry></feed>"
  }

  private static let western: [UInt8] =
    Array("<rss><channel><item><title>Caf".utf8) + [0xE9, 0x20, 0x96, 0x20, 0x93]
    + Array("x".utf8) + [0x94] + Array("</title></item></channel></rss>".utf8)

  static let markup: [Case] = [
    Case(
      "CDATA in the middle of a title",
      rss("<title>Harga <![CDATA[Beras & Gula]]> naik</title>"),
      "title=Harga Beras & Gula naik"
    ),
    Case(
      "a CDATA section cut in two",
      rss("<title><![CDATA[satu ]]]]><![CDATA[> dua]]></title>"),
      "title=satu ]]> dua"
    ),
    Case(
      "CDATA and lines around a link",
      rss("<link>\n <![CDATA[ https://s.example/a?x=1&y=2 ]]>\n</link>"),
      "link=https://s.example/a?x=1&y=2"
    ),
    Case("markup that was never escaped", rss("<description><p>satu</p><p>dua</p></description>"), "summary=satu dua"),
    Case(
      "escaped markup, then CDATA",
      rss("<description>&lt;img src=\"x\"/&gt;<![CDATA[isi <b>tebal</b>]]></description>"),
      "summary=isi tebal"
    ),
    Case(
      "references of HTML in a title",
      rss("<title>Jum&rsquo;at &mdash; &eacute;nak &hellip; R&D A&amp;B</title>"),
      "title=Jum’at — énak … R&D A&B"
    ),
    Case(
      "a title escaped twice",
      rss("<title>Harga &amp;quot;Murah&amp;quot; &amp;#8211; info</title>"),
      "title=Harga \"Murah\" – info"
    ),
    Case("emoji as two surrogates", rss("<title>&#55357;&#56832; &#xD83C;&#xDFB0; slot</title>"), "title=😀 🎰 slot"),
    Case("half an emoji", rss("<title>a&#55357;b&#56832;</title>"), "title=a\u{FFFD}b\u{FFFD}"),
    Case("a comment inside a word", rss("<title>ga<!-- x -->cor</title>"), "title=gacor"),
    Case("a comment with a tag in it", rss("<description><![CDATA[a <!-- <p> --> b]]></description>"), "summary=a b"),
    Case("> inside an attribute", rss("<description>&lt;img alt=\"a > b\"&gt;teks</description>"), "summary=teks"),
    Case(
      "XHTML with a prefix",
      atom(
        "<content type=\"xhtml\"><x:div xmlns:x=\"http://www.w3.org/1999/xhtml\"><x:p>satu</x:p><x:p>dua</x:p></x:div></content>"
      ),
      "content=satu dua"
    ),
    Case("no-break spaces at the ends", rss("<title>&amp;nbsp;Judul&#160;dua&nbsp;</title>"), "title=Judul dua"),
    Case(
      "entities of its own, never expanded",
      "<!DOCTYPE rss [<!ENTITY b \"aaaa\">]>" + rss("<title>x &b; y</title>"),
      "title=x &b; y"
    ),
  ]

  static let fields: [Case] = [
    Case(
      "prefixes nobody else uses",
      rss(
        "<c:encoded>Isi</c:encoded><d:creator>Budi</d:creator>",
        "",
        "xmlns:c=\"http://purl.org/rss/1.0/modules/content/\" xmlns:d=\"http://purl.org/dc/elements/1.1/\""
      ),
      "content=Isi",
      "author=Budi"
    ),
    Case(
      "a person inside an RSS author",
      rss("<author><name>Budi</name><email>b@s.example</email></author>"),
      "author=Budi"
    ),
    Case(
      "an empty date beside a good one",
      rss("<pubDate></pubDate><dc:date>2026-11-26T08:00:00+07:00</dc:date>"),
      "updated=2026-11-26T01:00:00Z"
    ),
    Case(
      "a bad date, then a good one",
      rss("<pubDate>kemarin</pubDate><pubDate>26 Nov 2026 08:00 WIB</pubDate>"),
      "published=2026-11-26T01:00:00Z"
    ),
    Case(
      "a date in an element of its own making",
      rss("<date>26 November 2026</date>"),
      "published=2026-11-26T00:00:00Z"
    ),
    Case(
      "issued counts before created",
      rss("<dcterms:created>2025</dcterms:created><dcterms:issued>2026-11-26</dcterms:issued>"),
      "published=2026-11-26T00:00:00Z"
    ),
    Case(
      "the page before its record",
      atom(
        "<link rel=\"alternate\" type=\"application/json\" href=\"/a.json\"/><link rel=\"alternate\" type=\"text/html\" href=\"/a\"/>"
      ),
      "link=https://s.example/a"
    ),
    Case(
      "nothing but an id",
      atom("<id>https://s.example/a</id>"),
      "id=https://s.example/a",
      "link=https://s.example/a"
    ),
    Case(
      "a guid that is no link",
      rss("<guid isPermaLink=\"false\">https://s.example/?p=1</guid>"),
      "id=https://s.example/?p=1"
    ),
    Case("an Atom link inside RSS", rss("<atom:link href=\"/a\"/>"), "link=https://s.example/a"),
    Case(
      "bases inside each other",
      "<feed xml:base=\"https://o.example/blog/\"><entry xml:base=\"2026/\"><link href=\"a.html\"/></entry></feed>",
      "link=https://o.example/blog/2026/a.html"
    ),
    Case(
      "a video with its words in a group",
      atom(
        "<media:group><media:title>V</media:title><media:description>slot.example</media:description></media:group>"
      ),
      "title=V",
      "summary=slot.example"
    ),
    Case(
      "a podcast without RSS words",
      rss("<itunes:title>Ep 1</itunes:title><itunes:summary>Isi</itunes:summary><enclosure url=\"/1.mp3\"/>"),
      "title=Ep 1",
      "summary=Isi",
      "to=https://s.example/1.mp3"
    ),
    Case(
      "links of the text, hidden ones too",
      rss(
        "<description><![CDATA[a<div style=\"display:none\"><a href='https://slot.example/?a=1&amp;b=2'>klik</a> <a href='#x'>b</a> <a href='mailto:x@s.example'>c</a></div>]]></description>"
      ),
      "summary=a klik b c",
      "to=https://slot.example/?a=1&b=2"
    ),
    Case("an unknown type is no Base64", atom("<title type=\"application/x-custom\">test</title>"), "title=test"),
    Case(
      "Base64 that is text",
      atom("<content type=\"application/octet-stream\">SGFsbyBkdW5pYQ==</content>"),
      "content=Halo dunia"
    ),
  ]

  static let documents: [Case] = [
    Case("Windows-1252 without a word about it", bytes: western, ["title=Café – “x”"]),
    Case(
      "UTF-8 that calls itself Windows-1252",
      rss("<title>Café</title>", "<?xml version=\"1.0\" encoding=\"windows-1252\"?>"),
      "title=Café"
    ),
    Case("two byte order marks and an empty line", "\u{FEFF}\u{FEFF}\n" + rss("<title>a</title>"), "title=a"),
    Case(
      "a warning of PHP before the feed",
      "<br />\n<b>Warning</b>: x on line <b>3</b><br />\n" + rss("<title>a</title>"),
      "title=a"
    ),
    Case(
      "everything in capitals",
      "<RSS><CHANNEL><ITEM><TITLE>a</TITLE><PUBDATE>Thu, 26 Nov 2026 08:00:00 +0700</PUBDATE></ITEM></CHANNEL></RSS>",
      "title=a",
      "published=2026-11-26T01:00:00Z"
    ),
    Case(
      "an end tag lost before the next item",
      rss("<title>a</title><description>x <b>y</item><item><title>b</title>"),
      "title=a",
      "summary=x y"
    ),
    Case(
      "a quote lost in an enclosure",
      rss("<title>a</title><enclosure url=\"https://s.example/x.mp3 type=\"audio/mpeg\" /><guid>1</guid>"),
      "id=1",
      "title=a",
      "to=https://s.example/x.mp3 type="
    ),
    Case(
      "cut in the middle",
      String(rss("<title>a</title><description><![CDATA[<p>panjang sekali").dropLast(30)),
      "title=a",
      "summary=panjang"
    ),
    Case(
      "items outside the channel",
      "<rss><channel><title>T</title></channel><item><title>a</title></item></rss>",
      "title=a"
    ),
    Case(
      "JSON Feed with odd types",
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":5,\"url\":\"/a\",\"title\":null,\"content_text\":\" b \",\"author\":\"Budi\",\"date_published\":1795692600,},null]}",
      "id=5",
      "link=https://s.example/a",
      "published=2026-11-26T11:30:00Z",
      "content=b",
      "author=Budi"
    ),
    Case(
      "JSON Feed whose text leads elsewhere",
      "{\"items\":[{\"content_html\":\"<a href='https://slot.example/'>klik</a> <a href='/b'>b</a>\"}]}",
      "content=klik b",
      "to=https://slot.example/",
      "to=https://s.example/b"
    ),
    Case(
      "RSS in JSON with one item",
      "{\"rss\":{\"channel\":{\"item\":{\"title\":\"a\",\"link\":\"/a\"}}}}",
      "title=a",
      "link=https://s.example/a"
    ),
  ]

  @Test("each is read as its readers mean it", arguments: markup + fields + documents)
  func habits(_ example: Case) throws {
    let feed = try FeedParser.parse(example.body, baseURL: "https://s.example/feed")
    #expect(Self.parts(of: feed) == example.expected)
  }
}
