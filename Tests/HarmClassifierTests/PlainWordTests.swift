import Testing

@testable import HarmClassifier

@Suite("Plain words, read in registers")
struct PlainWordTests {
  private func plain(_ word: String) throws -> PlainWord {
    let (low, high) = Array(word.utf8).span.packed(0..<word.utf8.count)
    return try #require(PlainWord(low: low, middle: high, length: word.utf8.count))
  }

  @Test("end like a site's name when the whole ending is there", arguments: NameEndings.all)
  func endings(ending: [UInt8]) throws {
    let ending = String(decoding: ending, as: UTF8.self)
    guard ending.allSatisfy(\.isLetter) else { return }
    let near = "q" + ending.dropFirst()
    for length in NameEndings.shortestWord...15 {
      let stem = String("abcdefgikm".prefix(max(0, length - ending.count)))
      for word in [stem + ending, (stem + ending).uppercased(), stem + near] {
        let lower = Array(word.lowercased().utf8)
        let isLike = NameEndings.shared.number(of: 0..<lower.count, in: lower.span) != 0
        #expect(try plain(word).endsLikeName == isLike, "\(word)")
      }
    }
  }

  @Test("may be doubled where two letters alike stand in a row", arguments: 1...15)
  func doubled(length: Int) throws {
    let letters = Array("abcdefghijklmno".utf8.prefix(length))
    #expect(try !plain(String(decoding: letters, as: UTF8.self)).mayBeDoubled)
    for place in letters.indices.dropLast() {
      var word = letters
      word[place + 1] = word[place]
      #expect(try plain(String(decoding: word, as: UTF8.self)).mayBeDoubled)
    }
  }
}

@Suite("Copying of plain text")
struct PlainTextTests {
  @Test("lowers letters and stops at what is not printable, whatever lies where in eight bytes", arguments: 0...40)
  func lowered(length: Int) {
    let line = (0..<length).map { UInt8(0x20 + ($0 * 7 + length) % 0x5F) }
    for stop: UInt8 in [0x00, 0x1F, 0x7F, 0x80, 0xFF] {
      var folded = FoldedText()
      let text = line + [stop] + line
      #expect(folded.append(asciiOf: text.span, from: 0) == length)
      #expect(folded.bytes == line.map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 })
      #expect(folded.places.map(\.start) == (0..<UInt32(length)).map { $0 })
    }
  }
}
