import Feeds
import Testing

@Suite("Pages: what is seen, what is hidden, which feeds are offered")
struct PageTests {
  private func page(_ html: String, base: String? = "https://desa.example/berita/") throws -> Page {
    try Page.parse(Array(html.utf8), baseURL: base)
  }

  @Test(
    "promotion out of sight is hidden text, honest text is not",
    arguments: [
      "<div style='display: none'>slot gacor <a href='https://korban.example/x'>daftar</a></div>",
      "<div style=\"position:absolute;left:-9999px\"><p>slot gacor<p><a href=https://korban.example/x>daftar</a></div>",
      "<div hidden>slot gacor <a href='https://korban.example/x'>daftar</a></div>",
      "<marquee height=0 width=0>slot gacor <a href='https://korban.example/x'>daftar</a></marquee>",
      "<span style='font-size:0px !important'>slot gacor <a href='//korban.example/x'>daftar</a></span>",
    ]
  )
  func hidden(markup: String) throws {
    let page = try page("<title>Desa</title><p>Isi resmi.</p>\(markup)<p>Kaki.</p>")
    #expect(page.visibleText == "Isi resmi. Kaki.")
    #expect(page.hiddenText == "slot gacor daftar")
    #expect(page.links == [.init(url: "https://korban.example/x", text: "daftar", isHidden: true)])
    #expect(page.feed(url: "https://desa.example/").entries.map(\.id).last == "https://desa.example/#hidden")
  }

  @Test("what stands behind </html> counts, and so do title and description")
  func behindTheEnd() throws {
    let page = try page(
      "<html><head><title>Slot &amp; Toto</title><meta name=description content='bandar'></head><body>a<br>b</body></html>"
        + "<a href=/x>slot online</a>"
    )
    #expect(page.title == "Slot & Toto" && page.description == "bandar")
    #expect(page.visibleText == "a b slot online")
    #expect(page.links == [.init(url: "https://desa.example/x", text: "slot online", isHidden: false)])
  }

  @Test("declared feeds, in order and once; a relative one only on the page's own site")
  func feeds() throws {
    let link = "<link rel='ALTERNATE nofollow' type='Application/RSS+xml; charset=utf-8' href=' rss '>"
    #expect(try page(link + link).feeds == ["https://desa.example/berita/rss"])
    #expect(try page("<base href='/a/'>" + link).feeds == ["https://desa.example/a/rss"])
    #expect(try page("<base href='https://lain.example/a/'>" + link).feeds == [])
    #expect(try page("<!-- \(link) --><script>'\(link)'</script>").feeds == [])
    #expect(try page("<link rel=alternate type=application/json href=/wp-json/wp/v2/pages/2>").feeds == [])
    #expect(try page(link, base: nil).feeds == ["rss"])
  }

  @Test("where none is declared, links that look like feeds")
  func anchors() throws {
    #expect(try page("<a href='/feed/'>RSS</a><a href=/berita>x</a>").feeds == ["https://desa.example/feed/"])
  }

  @Test("cut anywhere, a page still gives an answer")
  func cut() throws {
    let html = Array(
      "<title>x</title><div style='display:none'><a href=\"y\">slot</a></div><link rel=feed href=z>".utf8
    )
    for length in 1..<html.count { _ = try Page.parse(Array(html.prefix(length))) }
  }
}
