import PostExports
import Testing

@Suite struct JSONTextTests {
  @Test func onlyWhatMustBeIsEscaped() {
    var output = Array("x:".utf8)
    JSONText.appendQuoted("a\"b\\c/\n\r\t\u{0}\u{1F}é🎰\u{7F}", to: &output)
    #expect(String(decoding: output, as: UTF8.self) == #"x:"a\"b\\c/\n\r\t\u0000\u001fé🎰"# + "\u{7F}\"")
  }

  @Test(arguments: [
    ("", ""), ("polos", "polos"), (#"\ud83c\udfb0!"#, "🎰!"), (#"\udfb0\ud83c"#, "\u{FFFD}\u{FFFD}"),
    (#"\ud83c\ud83c\udfb0"#, "\u{FFFD}🎰"), (#"\ud83cx"#, "\u{FFFD}x"), (#"\x\u12"#, #"\x\u12"#), (#"a\"#, #"a\"#),
  ])
  func decodingResolvesEscapesInPlace(content: String, expected: String) {
    var bytes = Array("<\(content)>".utf8)
    var span = bytes.mutableSpan
    let range = JSONText.decode(&span, 1..<span.count - 1)
    #expect(String(decoding: bytes[range], as: UTF8.self) == expected)
    #expect(bytes.first == 0x3C && bytes.last == 0x3E)
  }
}
