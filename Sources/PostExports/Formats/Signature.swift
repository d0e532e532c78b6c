/// What the very first bytes of an input say about it, whatever the format.
enum Signature {
  enum Finding: Equatable {
    /// Text that starts this many bytes on (behind a byte order mark).
    case text(start: Int)
    /// Something that is no text, and what to do about it.
    case foreign(String, advice: String)
    /// More bytes are needed to tell.
    case undecided
  }

  private static let known: [(bytes: [UInt8], finding: Finding)] = [
    ([0xEF, 0xBB, 0xBF], .text(start: 3)),
    // Before UTF-16, which begins alike.
    ([0xFF, 0xFE, 0, 0], wide("UTF-32")),
    ([0, 0, 0xFE, 0xFF], wide("UTF-32")),
    ([0xFF, 0xFE], wide("UTF-16")),
    ([0xFE, 0xFF], wide("UTF-16")),
    (
      [0x50, 0x4B, 0x03, 0x04],
      .foreign("a ZIP archive or an Excel workbook", advice: "name an archive as a file; save a workbook as CSV UTF-8")
    ),
    ([0x25, 0x50, 0x44, 0x46, 0x2D], .foreign("a PDF", advice: "export the posts as CSV or NDJSON")),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .foreign("xz-compressed", advice: "unpack it first: xz -dc FILE | ronda scan -")),
  ]

  private static func wide(_ name: String) -> Finding {
    .foreign("\(name) text", advice: "convert it first: iconv -f \(name) -t UTF-8 FILE | ronda scan -")
  }

  /// Judges the start of an input; with `isLast` there will be no more bytes.
  static func find(_ bytes: [UInt8], isLast: Bool) -> Finding {
    let mayFollow = known.contains { $0.bytes.count > bytes.count && $0.bytes.starts(with: bytes) }
    if mayFollow, !isLast { return .undecided }
    return known.first { bytes.starts(with: $0.bytes) }?.finding ?? .text(start: 0)
  }
}
