#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The byte searches that the readers spend their time in.
///
/// Each looks at `bytes[from..<to]` and gives an index in it, or `to` when there is none. The ranges are checked once
/// a call; inside, eight bytes are read at a time as one word while at least eight are left, so nothing outside the
/// range is touched. In the words, a byte that hits has its high bit set; false hits can only lie above a true one,
/// so the lowest is exact (Hacker's Delight, 6-1).
enum ByteScan {
  /// The first `byte`.
  @inline(__always)
  static func first(_ byte: UInt8, _ bytes: Span<UInt8>, from: Int, to: Int) -> Int {
    check(bytes, from, to)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, let hit = memchr(base + from, Int32(byte), to - from) else { return to }
      return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }
  }

  /// The first `one` or `other`.
  @inline(__always)
  static func first(_ one: UInt8, or other: UInt8, _ bytes: Span<UInt8>, from: Int, to: Int) -> Int {
    let (ones, others) = (splat(one), splat(other))
    return first(bytes, from, to) {
      zeros($0 ^ ones) | zeros($0 ^ others)
    } one: {
      $0 == one || $0 == other
    }
  }

  /// The first byte that can't stand in a JSON string: a quote, a backslash or a control character.
  @inline(__always)
  static func firstJSONStop(_ bytes: Span<UInt8>, from: Int, to: Int) -> Int {
    let (quotes, backslashes, spaces) = (splat(0x22), splat(0x5C), splat(0x20))
    return first(bytes, from, to) {
      zeros($0 ^ quotes) | zeros($0 ^ backslashes) | (($0 &- spaces) & ~$0 & highBits)
    } one: {
      $0 == 0x22 || $0 == 0x5C || $0 < 0x20
    }
  }

  /// Moves the bytes from `read` down to `write` until `stop` or `end` comes, and both indices with them.
  @inline(__always)
  static func move(
    _ bytes: inout MutableSpan<UInt8>,
    until stop: UInt8,
    from read: inout Int,
    to write: inout Int,
    end: Int
  ) {
    let hit = first(stop, bytes.span, from: read, to: end)
    precondition(0 <= write && write <= read, "only moves down")
    if write < read {
      bytes.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        memmove(base + write, base + read, hit - read)
      }
    }
    (read, write) = (hit, write + hit - read)
  }

  /// The number of line feeds.
  static func newlines(_ bytes: Span<UInt8>, from: Int, to: Int) -> Int {
    check(bytes, from, to)
    return bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      for index in from..<to where buffer[index] == 0x0A { count &+= 1 }
      return count
    }
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private static func first(
    _ bytes: Span<UInt8>,
    _ from: Int,
    _ to: Int,
    word hits: (UInt64) -> UInt64,
    one isHit: (UInt8) -> Bool
  ) -> Int {
    check(bytes, from, to)
    return bytes.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var index = from
      while index &+ 8 <= to {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let hit = hits(word)
        if hit != 0 { return index &+ hit.trailingZeroBitCount / 8 }
        index &+= 8
      }
      while index < to && !isHit(buffer[index]) { index &+= 1 }
      return index
    }
  }

  @inline(__always)
  private static func check(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) {
    precondition(0 <= from && from <= to && to <= bytes.count, "range outside of the bytes")
  }

  @inline(__always)
  private static func splat(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word & highBits }
}
