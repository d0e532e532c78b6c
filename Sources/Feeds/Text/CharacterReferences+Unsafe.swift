// Decoding the references of a text while copying it, sixteen bytes a step up to the next `&`.
//
// Invariants
// - Reads stay below `end`, which lies within the array: checked before a pointer is made.
// - Writes stay below `room`: five bytes read give at most six (`&nGt;`), and a step of sixteen happens only while
//   sixteen bytes are still to be read. What a reference gives is checked against `room` once more.
// - The references looked for first are read where at least six bytes are left.
// - Pointers live inside `appendDecoded` or come from a caller that keeps these rules.

extension CharacterReferences {
  /// Appends `range` to `output` with its references decoded.
  ///
  /// - Parameter needsSemicolon: false also takes the old names that HTML reads without one ("&copy 2026").
  static func appendDecoded(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    to output: inout [UInt8],
    needsSemicolon: Bool = false
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let end = range.upperBound
    output.append(addingCapacity: range.count + range.count / 5 + 32) { space in
      space.withUnsafeMutableBufferPointer { target, filled in
        bytes.withUnsafeBufferPointer { source in
          guard let from = source.baseAddress, let base = target.baseAddress else { return }
          let to = base + filled
          let room = target.count - filled
          var i = range.lowerBound
          var written = 0
          while i < end {
            copyToAmpersand(from, &i, end, to, &written)
            guard i < end else { break }
            if let match = match(from, bytes, at: i, end: end, needsSemicolon: needsSemicolon) {
              precondition(written &+ 8 <= room)
              written &+= (to + written).encode(match.first)
              if match.second != 0 { written &+= (to + written).encode(match.second) }
              i = match.end
            } else {
              to[written] = .ampersand
              written &+= 1
              i &+= 1
            }
          }
          filled += written
        }
      }
    }
  }

  /// The same as `match(_:at:end:needsSemicolon:)`; the references that make up nearly all of real feeds are told by their
  /// first four bytes. `source` holds `bytes`.
  @inline(__always)
  static func match(
    _ source: UnsafePointer<UInt8>,
    _ bytes: [UInt8],
    at i: Int,
    end: Int,
    needsSemicolon: Bool = false
  ) -> Match? {
    if i &+ 6 <= end {
      let word = UInt32(littleEndian: UnsafeRawPointer(source + i + 1).loadUnaligned(as: UInt32.self))
      switch word & 0xFF_FFFF {
      case 0x3B746C: return Match(first: 0x3C, end: i &+ 4)  // lt;
      case 0x3B7467: return Match(first: 0x3E, end: i &+ 4)  // gt;
      case 0x706D61 where word >> 24 == 0x3B: return Match(first: 0x26, end: i &+ 5)  // amp;
      case 0x6F7571 where word >> 24 == 0x74 && source[i &+ 5] == .semicolon:  // quot;
        return Match(first: 0x22, end: i &+ 6)
      case 0x73626E where word >> 24 == 0x70 && source[i &+ 5] == .semicolon:  // nbsp;
        return Match(first: 0xA0, end: i &+ 6)
      default: break
      }
    }
    return match(bytes, at: i, end: end, needsSemicolon: needsSemicolon)
  }

  @inline(__always)
  private static func copyToAmpersand(
    _ source: UnsafePointer<UInt8>,
    _ i: inout Int,
    _ end: Int,
    _ target: UnsafeMutablePointer<UInt8>,
    _ written: inout Int
  ) {
    let ampersand = SIMD16<Int8>(repeating: Int8(bitPattern: .ampersand))
    while i &+ 16 <= end {
      let here = UnsafeRawPointer(source + i).loadUnaligned(as: SIMD16<Int8>.self)
      UnsafeMutableRawPointer(target + written).storeBytes(of: here, as: SIMD16<Int8>.self)
      let count = (here .== ampersand).firstLane
      i &+= count
      written &+= count
      if count < 16 { return }
    }
    while i < end, source[i] != .ampersand {
      target[written] = source[i]
      written &+= 1
      i &+= 1
    }
  }
}
