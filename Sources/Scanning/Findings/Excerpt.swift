import Campaigns
import HarmClassifier

/// A piece of a post that may be shown: numbers masked, what was found in it marked.
public struct Excerpt: Sendable, Hashable {
  /// A run of text.
  public struct Piece: Sendable, Hashable {
    /// The text.
    public var text: String
    /// Whether it is a reason for the verdict.
    public var isMarked: Bool
  }

  /// The runs in order.
  public private(set) var pieces: [Piece] = []

  /// The whole text.
  public var text: String { pieces.map(\.text).joined() }

  /// Scalars shown, and how many of them stand before the first mark.
  private static let length = 220
  private static let lead = 60
  /// Bytes looked at around the first mark. More than is shown, so that a number cut by the edge is known as one.
  private static let reach = 2048

  /// Cuts the part of `text` with the first reason out of it.
  init(_ text: borrowing Span<UInt8>, reasons: [Evidence]) {
    let marks = Self.merged(reasons.filter { $0.weight > 0.3 }.map { $0.start..<$0.end })
    let first = marks.first?.lowerBound ?? 0
    let near = Swift.max(0, first - Self.reach)..<Swift.min(text.count, first + Self.reach)
    let found = Self.pieces(of: text, near, marks)
    let scalars = found.map { Array(Self.plain($0.text).unicodeScalars) }
    // Masking changes scalars one for one, so the pieces can be told apart again.
    var joined = String.UnicodeScalarView()
    for piece in scalars { joined.append(contentsOf: piece) }
    let masked = Array(NumberMask.contacts(in: String(joined)).unicodeScalars)
    let leading = found.first.map { $0.isMarked ? 0 : scalars[0].count } ?? 0
    let start = Swift.max(0, Swift.min(leading - Self.lead, masked.count - Self.length))
    let shown = start..<Swift.min(masked.count, start + Self.length)
    var offset = 0
    for (index, piece) in found.enumerated() {
      let place = (offset..<offset + scalars[index].count).clamped(to: shown)
      offset += scalars[index].count
      guard !place.isEmpty else { continue }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: masked[place])
      pieces.append(Piece(text: String(text), isMarked: piece.isMarked))
    }
    if shown.lowerBound > 0 || near.lowerBound > 0 { pieces.insert(Piece(text: "…", isMarked: false), at: 0) }
    if shown.upperBound < masked.count || near.upperBound < text.count {
      pieces.append(Piece(text: "…", isMarked: false))
    }
  }

  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }

  private static func pieces(of text: borrowing Span<UInt8>, _ near: Range<Int>, _ marks: [Range<Int>]) -> [Piece] {
    var pieces: [Piece] = []
    var start = near.lowerBound
    while start < near.upperBound, text[start] & 0xC0 == 0x80 { start += 1 }
    func add(to end: Int, isMarked: Bool, _ text: borrowing Span<UInt8>) {
      guard end > start else { return }
      let bytes = (start..<end).map { text[$0] }
      pieces.append(Piece(text: String(decoding: bytes, as: UTF8.self), isMarked: isMarked))
      start = end
    }
    for mark in marks where mark.lowerBound < near.upperBound && mark.upperBound > near.lowerBound {
      add(to: mark.lowerBound, isMarked: false, text)
      add(to: Swift.min(mark.upperBound, near.upperBound), isMarked: true, text)
    }
    add(to: near.upperBound, isMarked: false, text)
    return pieces
  }

  /// On one line, without characters that would change how what follows is shown.
  private static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .format: plain.append(scalar == "\u{200D}" ? scalar : " ")
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
