// Decoding the references of a text while copying it, sixteen bytes a step up to the next `&`.
//
// Invariants
// - Reads stay below `end`, which lies within the array: checked before a pointer is made.
// - Writes stay below `room`: five bytes read give at most six (`&nGt;`), and a step of sixteen happens only while
//   sixteen bytes are still to be read. What a reference gives is checked against `room` once more.
// - Pointers live inside `appendDecoded`.

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
            if let match = match(bytes, at: i, end: end, needsSemicolon: needsSemicolon) {
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
