import Testing

@testable import HarmClassifier

/// The marks made of many bytes at once against those told byte by byte.
@Suite("Marks of a post")
struct PostMarksTests {
  private static let quiet = Set("\"#'(),-.:;?!".utf8)

  @Test("are those of its bytes, whatever lies where in sixteen and in sixty-four", arguments: 0...200)
  func anyPost(length: Int) {
    var state = UInt64(length) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    for round in 0..<20 {
      let alphabet = Array((round % 2 == 0 ? "abAZz  \n.,-!09é" : "aab  ").utf8)
      let text = (0..<length).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      guard !text.isEmpty else { continue }
      expectMarks(of: text)
    }
  }

  @Test("are refused to control characters, but blanks are read")
  func controls() {
    for place in [0, 1, 15, 16, 63, 64, 90] {
      for byte in UInt8(0)..<0x20 {
        var text = Array(repeating: UInt8(ascii: "a"), count: 91)
        text[place] = byte
        for way in Way.usable {
          #expect((Self.marks(of: text, way, tokensAt: []) != nil) == (9...13).contains(byte), "\(byte) at \(place)")
        }
      }
    }
  }

  private func expectMarks(of text: [UInt8]) {
    let lower = text.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    func isLetter(_ index: Int) -> Bool { lower.indices.contains(index) && 0x61...0x7A ~= lower[index] }
    func isBlank(_ index: Int) -> Bool { !lower.indices.contains(index) || lower[index] <= 0x20 }
    func isQuiet(_ index: Int) -> Bool {
      isLetter(index - 1) && isBlank(index + 1) && Self.quiet.contains(text[index])
    }
    let others = text.indices.filter { !isLetter($0) && !isBlank($0) && !isQuiet($0) }
    let starts = text.indices.filter { !isBlank($0) && isBlank($0 - 1) }
    for way in Way.usable {
      guard let marks = Self.marks(of: text, way, tokensAt: starts) else {
        Issue.record("no marks of \(text)")
        return
      }
      #expect(marks.lower == lower)
      #expect(marks.edges == (0...text.count).filter { isLetter($0) != isLetter($0 - 1) })
      for (start, end) in zip(starts, marks.plainEnds) {
        let other = others.first { $0 >= start }
        let expected = other.map { other in starts.last { $0 <= other } ?? start } ?? text.count
        #expect(end == expected, "from \(start) in \(text)")
      }
    }
  }

  /// In Swift, or by the kernel where the processor has what it needs.
  private enum Way {
    case swift, kernel

    static var usable: [Way] { Kernels.areUsable ? [.swift, .kernel] : [.swift] }
  }

  private struct Marks {
    var lower: [UInt8]
    var edges: [Int]
    /// For each token how far the words from it on are plain.
    var plainEnds: [Int]
  }

  /// nil when the text is refused.
  private static func marks(of text: [UInt8], _ way: Way, tokensAt starts: [Int]) -> Marks? {
    // What an earlier post left there.
    var memory = [UInt64](repeating: 0xA5A5_6162_2E20_6161, count: PostMarks.byteCount / 8 + 1)
    return memory.withUnsafeMutableBytes { memory in
      text.withUnsafeBytes { text in
        var marks = PostMarks(memory.baseAddress!)
        let isRead = way == .swift ? marks.readInSwift(TokenText(text)!) : marks.readByKernel(TokenText(text)!)
        guard isRead else { return nil }
        return Marks(
          lower: text.indices.map(marks.byte(at:)),
          edges: Array((0...text.count + 1).map { Int(marks.edges[$0]) }.prefix { $0 != UInt16.max }),
          plainEnds: starts.map(marks.endOfPlainWords(from:))
        )
      }
    }
  }
}
