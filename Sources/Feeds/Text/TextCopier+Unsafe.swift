// The loop that parsing a feed spends most of its time in: copying text while its white space collapses and its
// character references are decoded, sixteen plain bytes a step.
//
// Invariants
// - Reads stay below the end of the copied range, which lies within the array: checked before a pointer is made and at
//   each `copyText`. Sixteen bytes are read at `i` and at `i + 1` only where seventeen are left.
// - Writes stay below `room`: each byte read gives at most 6/5 bytes (`&nGt;`: five bytes give six), a tag of three or
//   more bytes a space, a pending space one more, and a step of sixteen happens only while seventeen bytes are still to
//   be read. What a reference gives is checked against `room` once more. `i` never moves back.
// - Only whole characters are copied, so that UTF-8 stays UTF-8.
// - Pointers live inside `MarkupText.copy`.

extension MarkupText {
  /// Appends what `body` copies out of `range`.
  mutating func copy(_ bytes: [UInt8], _ range: Range<Int>, _ body: (inout TextCopier) -> Void) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    guard !range.isEmpty else { return }
    let isBetweenWords = output.isEmpty || output.last == .space
    output.append(addingCapacity: range.count + range.count / 5 + 32) { space in
      space.withUnsafeMutableBufferPointer { target, filled in
        bytes.withUnsafeBufferPointer { source in
          guard let from = source.baseAddress, let to = target.baseAddress else { return }
          var copier = TextCopier(
            bytes: bytes,
            range: range,
            source: from,
            target: to + filled,
            room: target.count - filled,
            i: range.lowerBound,
            isBetweenWords: isBetweenWords,
            spaceIsPending: spaceIsPending,
            keepsTargets: keepsTargets
          )
          body(&copier)
          filled += copier.written
          spaceIsPending = copier.spaceIsPending
          targets += copier.targets
        }
      }
    }
  }
}

/// Copies text out of a range of bytes.
struct TextCopier {
  /// Where copying stops.
  enum Stop {
    /// At the `<` of a tag, declaration or comment.
    case tag
    /// At the end; `<` is text.
    case end
    /// At the end; `<` and `&` are text.
    case endWithoutReferences
  }

  fileprivate let bytes: [UInt8]
  fileprivate let range: Range<Int>
  fileprivate let source: UnsafePointer<UInt8>
  fileprivate let target: UnsafeMutablePointer<UInt8>
  fileprivate let room: Int
  /// The next byte to read.
  fileprivate var i: Int
  fileprivate var written = 0
  /// Whether a space is useless here: nothing or a space stands before.
  fileprivate var isBetweenWords: Bool
  fileprivate var spaceIsPending: Bool
  fileprivate let keepsTargets: Bool
  fileprivate var targets: [String] = []

  /// A byte that no UTF-8 holds.
  private static let noMark: UInt8 = 0xFF

  /// Copies the text of markup.
  mutating func copyMarkup() {
    var scanner = MarkupScanner(bytes, in: range)
    while true {
      copyText(i..<range.upperBound, until: .tag)
      scanner.position = i
      guard let token = scanner.next() else { return }
      switch token {
      case .text(let range): copyText(range, until: .end)
      case .cdata(let range): copyText(range, until: .endWithoutReferences)
      case .startTag(let tag): pass(tag, &scanner)
      case .endTag(let name, _): if !MarkupText.isInline(bytes, name) { spaceIsPending = true }
      case .declaration: break
      }
      i = scanner.position
    }
  }

  private mutating func pass(_ tag: MarkupScanner.Tag, _ scanner: inout MarkupScanner) {
    switch MarkupText.effect(bytes, tag.name) {
    case .separates: spaceIsPending = true
    case .hidesContent: if !tag.isSelfClosing { scanner.skipContent(of: tag.name) }
    case .leads:
      if keepsTargets, let target = Attributes(bytes, in: tag.attributes).value(of: "href") { targets.append(target) }
    case nil: break
    }
  }

  /// Copies the text of `part`, which begins no earlier than what was copied before ends, up to where `stop` says.
  mutating func copyText(_ part: Range<Int>, until stop: Stop) {
    precondition(part.lowerBound >= i && part.upperBound <= range.upperBound)
    i = part.lowerBound
    let end = part.upperBound
    let tagMark = stop == .tag ? UInt8.lessThan : Self.noMark
    let referenceMark = stop == .endWithoutReferences ? Self.noMark : UInt8.ampersand
    while i < end {
      let byte = source[i]
      if byte >= 0x80 {
        copyCharacter(byte, end)
      } else if byte > .ampersand || byte.isPlainBelowAmpersand {
        if byte == tagMark, opensTag(end) { return }
        write(byte)
      } else if byte == referenceMark, let match = CharacterReferences.match(source, bytes, at: i, end: end) {
        i = match.end
        write(scalar: match.first)
        if match.second != 0 { write(scalar: match.second) }
        continue
      } else if byte.isSpace {
        spaceIsPending = true
        i &+= 1
        continue
      } else {
        write(byte)
      }
      if !spaceIsPending, i < end, source[i] < 0x80 { copyPlainBytes(end, tagMark, referenceMark) }
    }
  }

  /// Copies sixteen bytes a step, as long as they are ASCII with single spaces and without marks.
  @inline(__always)
  private mutating func copyPlainBytes(_ end: Int, _ tagMark: UInt8, _ referenceMark: UInt8) {
    let tag = SIMD16<Int8>(repeating: Int8(bitPattern: tagMark))
    let reference = SIMD16<Int8>(repeating: Int8(bitPattern: referenceMark))
    // As signed numbers, white space, control characters and everything above ASCII lie below 0x21.
    let firstPlain = SIMD16<Int8>(repeating: 0x21)
    let space = SIMD16<Int8>(repeating: 0x20)
    while i &+ 17 <= end {
      let here = UnsafeRawPointer(source + i).loadUnaligned(as: SIMD16<Int8>.self)
      let next = UnsafeRawPointer(source + i + 1).loadUnaligned(as: SIMD16<Int8>.self)
      UnsafeMutableRawPointer(target + written).storeBytes(of: here, as: SIMD16<Int8>.self)
      let isLoneSpace = (here .== space) .& (next .>= firstPlain)
      let special = ((here .< firstPlain) .& .!isLoneSpace) .| (here .== tag) .| (here .== reference)
      let count = special.firstLane
      i &+= count
      written &+= count
      if count < 16 { break }
    }
    isBetweenWords = target[written - 1] == .space
  }

  private func opensTag(_ end: Int) -> Bool {
    guard i &+ 1 < end else { return false }
    let next = source[i &+ 1]
    return next.isLetter || next == .slash || next == .exclamation || next == .question
  }

  @inline(__always)
  private mutating func writePendingSpace() {
    guard spaceIsPending else { return }
    spaceIsPending = false
    if isBetweenWords { return }
    target[written] = .space
    written &+= 1
  }

  /// Copies one byte that is no white space.
  @inline(__always)
  private mutating func write(_ byte: UInt8) {
    writePendingSpace()
    target[written] = byte
    written &+= 1
    isBetweenWords = false
    i &+= 1
  }

  /// Copies one character of several bytes, or takes it as white space.
  private mutating func copyCharacter(_ lead: UInt8, _ end: Int) {
    if lead.mayStartSpace {
      let width = bytes.spaceWidth(at: i, end: end)
      if width > 0 {
        spaceIsPending = true
        i &+= width
        return
      }
    }
    write(lead)
    while i < end, source[i] & 0xC0 == 0x80 {
      target[written] = source[i]
      written &+= 1
      i &+= 1
    }
  }

  /// Writes what a reference stands for.
  private mutating func write(scalar value: UInt32) {
    if value.isWhiteSpace {
      spaceIsPending = true
      return
    }
    precondition(written &+ 8 <= room)
    writePendingSpace()
    written &+= (target + written).encode(value)
    isBetweenWords = false
  }
}

extension UInt8 {
  /// `!` to `%`.
  fileprivate var isPlainBelowAmpersand: Bool { self &- 0x21 < 5 }
}
