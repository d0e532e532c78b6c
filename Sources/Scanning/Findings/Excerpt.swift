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
  /// Cuts the part with the first reason out of what is quoted.
  init(_ quoted: Quoted) {
    let found = Self.pieces(of: quoted)
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
    if shown.lowerBound > 0 || quoted.isCutBefore { pieces.insert(Piece(text: "…", isMarked: false), at: 0) }
    if shown.upperBound < masked.count || quoted.isCutAfter {
      pieces.append(Piece(text: "…", isMarked: false))
    }
  }

  private static func pieces(of quoted: Quoted) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    func add(to end: Int, isMarked: Bool) {
      guard end > start else { return }
      pieces.append(Piece(text: String(decoding: quoted.bytes[start..<end], as: UTF8.self), isMarked: isMarked))
      start = end
    }
    for mark in quoted.marks {
      add(to: mark.lowerBound, isMarked: false)
      add(to: mark.upperBound, isMarked: true)
    }
    add(to: quoted.bytes.count, isMarked: false)
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
