// The loop that parsing a feed spends most of its time in: copying text while its white space collapses and its
// character references are decoded, sixteen plain bytes a step.
//
// Invariants
// - Reads stay below `end`, which lies within the array: checked before a pointer is made. Sixteen bytes are read at `i`
//   and at `i + 1` only where seventeen are left.
// - Writes stay below `room`: each byte read gives at most 6/5 bytes (`&nGt;`: five bytes give six), a pending space one
//   more, and a step of sixteen happens only while seventeen bytes are still to be read. What a reference gives is
//   checked against `room` once more.
// - Only whole characters are copied, so that UTF-8 stays UTF-8.
// - Pointers live inside `copy`.

extension MarkupText {
  /// Where copying stops.
  enum Stop {
    /// At the `<` of a tag, declaration or comment.
    case tag
    /// At the end; `<` is text.
    case end
    /// At the end; `<` and `&` are text.
    case endWithoutReferences
  }

  /// Appends text up to the end of `range`, or to where `stop` says, and returns that position.
  mutating func copy(_ bytes: [UInt8], _ range: Range<Int>, until stop: Stop) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    guard !range.isEmpty else { return range.upperBound }
    let room = range.count + range.count / 5 + 32
    let isBetweenWords = output.isEmpty || output.last == .space
    var position = range.lowerBound
    output.append(addingCapacity: room) { space in
      space.withUnsafeMutableBufferPointer { target, filled in
        bytes.withUnsafeBufferPointer { source in
          guard let from = source.baseAddress, let to = target.baseAddress else { return }
          var copier = TextCopier(
            bytes: bytes,
            source: from,
            end: range.upperBound,
            target: to + filled,
            room: target.count - filled,
            i: range.lowerBound,
            isBetweenWords: isBetweenWords,
            spaceIsPending: spaceIsPending,
            tagMark: stop == .tag ? .lessThan : TextCopier.noMark,
            referenceMark: stop == .endWithoutReferences ? TextCopier.noMark : .ampersand
          )
          copier.run()
          filled += copier.written
          position = copier.i
          spaceIsPending = copier.spaceIsPending
        }
      }
    }
    return position
  }
}

private struct TextCopier {
  let bytes: [UInt8]
  let source: UnsafePointer<UInt8>
  let end: Int
  let target: UnsafeMutablePointer<UInt8>
  let room: Int
  var i: Int
  var written = 0
  /// Whether a space is useless here: nothing or a space stands before.
  var isBetweenWords: Bool
  var spaceIsPending: Bool
  let tagMark: UInt8
  let referenceMark: UInt8

  /// A byte that no UTF-8 holds.
  static let noMark: UInt8 = 0xFF

  mutating func run() {
    while i < end {
      let byte = source[i]
      if byte >= 0x80 {
        copyCharacter(byte)
      } else if byte > .ampersand || byte.isPlainBelowAmpersand {
        if byte == tagMark, opensTag { return }
        write(byte)
      } else if byte == referenceMark, let match = CharacterReferences.match(bytes, at: i, end: end) {
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
      if !spaceIsPending, i < end, source[i] < 0x80 { copyPlainBytes() }
    }
  }

  /// Copies sixteen bytes a step, as long as they are ASCII with single spaces and without marks.
  @inline(__always)
  private mutating func copyPlainBytes() {
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
    if written > 0 { isBetweenWords = target[written - 1] == .space }
  }

  private var opensTag: Bool {
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
  private mutating func copyCharacter(_ lead: UInt8) {
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
