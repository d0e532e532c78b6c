import Testing

@testable import IndicatorExports

@Suite("Host names") struct HostNameTests {
  @Test(
    "are read as a name server takes them",
    arguments: [
      ("Slot-Gacor.Example.", "slot-gacor.example"), ("münchen.example", "xn--mnchen-3ya.example"),
      ("slot.赌场.example", "slot.xn--mes317j.example"), ("a.b.c.example", "a.b.c.example"),
    ]
  )
  func forms(text: String, name: String) {
    #expect(HostName(text)?.description == name)
  }

  @Test(
    "are none when no host can have them",
    arguments: [
      "", ".", "localhost", "103.23.1.5", "1.1", "printer.local", "5.1.23.103.in-addr.arpa", "-a.example", "a..example",
      "slot gacor.example", "a_b.example", "nul\0.example", "a.example/path", "[::1]",
      String(repeating: "a", count: 64) + ".example", String(repeating: "a.", count: 126) + "example",
    ]
  )
  func refused(text: String) {
    #expect(HostName(text) == nil)
  }

  @Test("public suffixes are known, also the private ones and those of unknown top levels")
  func suffixes() {
    for name in ["co.id", "go.id", "blogspot.com", "github.io"] { #expect(HostName(name)?.isPublicSuffix == true) }
    for name in ["slot.co.id", "slot.blogspot.com", "slot.example"] { #expect(HostName(name)?.isPublicSuffix == false) }
  }

  @Test("with and without www. are one site, unless the rest is a suffix")
  func sites() {
    #expect(HostName("www.slot.example")?.site.description == "slot.example")
    #expect(HostName("www.co.id")?.site.description == "www.co.id")
    #expect(HostName("www2.slot.example")?.site.description == "www2.slot.example")
  }

  @Test(
    "of web addresses",
    arguments: [
      ("https://Slot.Example/daftar?x=1", "slot.example"), ("slot.example/a@b", "slot.example"),
      ("http://user:pass@slot.example:8080/", "slot.example"), ("https://slot.example?u=//t.me", "slot.example"),
    ]
  )
  func addresses(url: String, host: String) {
    #expect(HostName(ofURL: url)?.description == host)
  }
}
