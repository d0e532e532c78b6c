import Feeds
import Foundation
import Testing

/// The text of markup, against what the generator of the markup knows it must be.
@Suite("Text out of markup")
struct TextTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 &* 0x9E37_79B9_7F4A_7C15
    }
  }

  /// A piece of markup and what it means: its letters, or nil when it parts words.
  private typealias Piece = (markup: String, letters: String?)

  private static let pieces: [Piece] = [
    (" ", nil), (" ", nil), ("  ", nil), ("\n", nil), ("\t \r\n", nil), ("\u{A0}", nil), ("\u{3000}", nil),
    ("\u{2003}", nil),
    ("&nbsp;", nil), ("&#32;", nil), ("<br>", nil), ("<p class=\"a > b\">", nil), ("</div>", nil), ("<x:p>", nil),
    ("&amp;", "&"), ("&lt;", "<"), ("&#8217;", "’"), ("&nGt;", "≫⃒"), ("&copy", "©"), ("&#x1F3B0;", "🎰"), ("& ", "&"),
    ("<b>", ""), ("</b>", ""), ("<a href='x'>", ""), ("<!-- <p> -->", ""), ("<script>a < b</script>", ""),
    ("<?x?>", ""),
    ("é", "é"), ("’", "’"), ("中", "中"), ("𝐒", "𝐒"), ("â", "â"), ("\u{1}", "\u{1}"), ("< 3", "<"),
  ]

  private static func word(_ random: inout Generator) -> Piece {
    let length = Int.random(in: 1...40, using: &random)
    let word = String(
      (0..<length).map { _ in "abcdefghijklmnopqrstuvwxyz0123456789.,-".randomElement(using: &random)! }
    )
    return (word, word)
  }

  @Test("words, white space, references and tags in any order and at any place")
  func random() throws {
    var random = Generator(state: 7)
    for round in 0..<3000 {
      var markup = ""
      var words = [""]
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        let piece = Bool.random(using: &random) ? Self.word(&random) : Self.pieces.randomElement(using: &random)!
        markup += piece.markup
        if let letters = piece.letters { words[words.count - 1] += letters } else { words.append("") }
        // "& " and "< 3" are text because of what follows.
        if piece.markup == "& " { words.append("") } else if piece.markup == "< 3" { words.append("3") }
        // A name must not grow into another one.
        if piece.markup == "&copy" {
          markup += ","
          words[words.count - 1] += ","
        }
      }
      let expected = words.filter { !$0.isEmpty }.joined(separator: " ")
      let feed = "<rss><channel><item><description><![CDATA[\(markup)]]></description></item></channel></rss>"
      let text = try FeedParser.parse(Array(feed.utf8)).entries.first?.summaryText ?? ""
      let composed = expected.precomposedStringWithCanonicalMapping
      #expect(Array(text.utf8) == Array(composed.utf8), "round \(round): \(markup)")
    }
  }

  @Test("text of any characters comes out in normalisation form C")
  func normalisation() throws {
    var random = Generator(state: 11)
    let ranges: [ClosedRange<UInt32>] = [
      0x41...0x5A, 0xC0...0x24F, 0x300...0x36F, 0x370...0x3FF, 0x5D0...0x6FF, 0x900...0x97F, 0xE00...0xE5B,
      0x1100...0x11FF,
      0x1E00...0x1FFF, 0x3041...0x30FF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x1D400...0x1D7FF, 0x1F300...0x1F64F,
    ]
    for _ in 0..<2000 {
      let scalars = (0..<Int.random(in: 1...30, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: ranges.randomElement(using: &random)!, using: &random))
      }
      let title = "a" + String(String.UnicodeScalarView(scalars)) + "z"
      let feed = "<rss><channel><title>\(title)</title><item/></channel></rss>"
      let text = try FeedParser.parse(Array(feed.utf8)).title ?? ""
      #expect(Array(text.utf8) == Array(title.precomposedStringWithCanonicalMapping.utf8), "\(scalars)")
    }
  }

  @Test("bytes count as UTF-8 exactly where the standard library says so")
  func encoding() throws {
    var random = Generator(state: 13)
    let edges: [UInt8] = [
      0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
    ]
    let padding = Array(repeating: UInt8(ascii: "x"), count: 40)
    for _ in 0..<5000 {
      let odd = (0..<Int.random(in: 1...4, using: &random)).map { _ in edges.randomElement(using: &random)! }
      let title = padding.prefix(Int.random(in: 1...40, using: &random)) + odd + [UInt8(ascii: "z")]
      let feed =
        Array("<?xml version='1.0' encoding='koi8-r'?><rss><channel><title>".utf8) + title
        + Array("</title><item/></channel></rss>".utf8)
      // What is no UTF-8 is read as the declaration says, where each byte is one character.
      let isUTF8 = String(validating: title, as: UTF8.self) != nil
      let text = try #require(try FeedParser.parse(feed).title)
      let expected =
        isUTF8
        ? String(decoding: title, as: UTF8.self)
        : try #require(String(data: Data(title), encoding: .init(rawValue: 0x8000_0A02)))
      let words = expected.precomposedStringWithCanonicalMapping.split { $0.isWhitespace || $0 == "\u{85}" }.joined(
        separator: " "
      )
      #expect(Array(text.utf8) == Array(words.utf8), "\(odd)")
    }
  }
}
