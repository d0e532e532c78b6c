/// Tokens that are no plain words: what they say is found in the memo, or read.
///
/// Invariants: as those of the walk (`FirstLook+Unsafe`); a slot's pointer is used only until the memo grows, which is never
/// within a post.
extension FirstLook {
  /// Adds the token at `index` and gives its length; nil when only the full path can tell what it means.
  mutating func addToken(
    at index: Int,
    of tokens: TokenText,
    _ text: UnsafeRawBufferPointer,
    _ slots: UnsafeMutableBufferPointer<TokenReading>,
    _ memo: inout TokenMemo,
    _ reader: TokenReader
  ) -> Int? {
    let (key, length) = tokens.token(at: index)
    let token = index..<index + length
    let isAdded: Bool
    if length <= PlainWord.longestToken,
      let word = PlainWord(low: key.low, middle: key.middle, length: length), isAsItStands(word, reader)
    {
      isAdded = add(word, reader)
    } else if length <= PlainWord.longestToken, PlainWord.areQuiet(key.low, key.middle, 0..<length) {
      tail.formIntersection(.single)
      isAdded = true
    } else if length <= TokenKey.longest, key.isASCII, let isCompoundAdded = addCompound(token, of: tokens, reader) {
      isAdded = isCompoundAdded
    } else if length <= TokenKey.longest {
      let slot = slots.baseAddress! + Int(truncatingIfNeeded: key.hash &>> TokenMemo.shift(slots.count)) &* 2
      if slot.pointee.key != key { Self.bring(key, text, token, to: slot, &memo, reader) }
      isAdded = add(slot, length: length, memo.growth, reader)
    } else {
      isAdded = addLong(text, token, &memo, reader)
    }
    return isAdded ? length : nil
  }

  /// Brings the reading of a token into `slot`: from the slot behind it, or by reading the token. What stood there moves
  /// behind, so that a word that is met again and again outlives those met once.
  @inline(never)
  private static func bring(
    _ key: TokenKey,
    _ text: UnsafeRawBufferPointer,
    _ token: Range<Int>,
    to slot: UnsafeMutablePointer<TokenReading>,
    _ memo: inout TokenMemo,
    _ reader: TokenReader
  ) {
    let pushedOut = slot.pointee
    if slot[1].key == key {
      slot.pointee = slot[1]
    } else {
      slot.pointee = read(text, token, &memo, reader)
      slot.pointee.key = key
      memo.growth.written += 1
    }
    slot[1] = pushedOut
  }

  private static func read(
    _ text: UnsafeRawBufferPointer,
    _ token: Range<Int>,
    _ memo: inout TokenMemo,
    _ reader: TokenReader
  ) -> TokenReading {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: token.count + 2) { bytes in
      bytes.initialize(repeating: 0x20)
      UnsafeMutableRawBufferPointer(bytes)[1...].copyBytes(from: text[token])
      return reader.read(bytes.span, &memo.scratch, &memo.growth.texts)
    }
  }

  /// A token too long for the memo is read each time; the longest are left to the full path, as a window might end
  /// inside.
  private mutating func addLong(
    _ text: UnsafeRawBufferPointer,
    _ token: Range<Int>,
    _ memo: inout TokenMemo,
    _ reader: TokenReader
  ) -> Bool {
    guard token.count <= Self.longestToken else { return false }
    let known = memo.growth.texts.count
    defer { memo.growth.texts.removeLast(memo.growth.texts.count - known) }
    let reading = Self.read(text, token, &memo, reader)
    return withUnsafePointer(to: reading) { add($0, length: token.count, memo.growth, reader) }
  }

  private static let longestToken = 160

  /// Adds what a token's reading says; false when only the full path can tell what it means.
  @inline(__always)
  private mutating func add(
    _ reading: UnsafePointer<TokenReading>,
    length: Int,
    _ growth: borrowing TokenMemo.Growth,
    _ reader: TokenReader
  ) -> Bool {
    let traits = reading.pointee.traits
    guard !traits.contains(.telling) else { return false }
    addSegment()
    shift &+= reading.pointee[.length] &- length
    add(reading.pointee.weights, reading.pointee.wideCounts, (reading.pointee.firstEdge, reading.pointee.lastEdge))
    if traits.contains(.wordless) {
      tail.formIntersection(.single)
    } else {
      if !tail.isDisjoint(with: reading.pointee.head) {
        let shared = tail.intersection(reading.pointee.head)
        if traits.contains(.hasMoreWords) || mayJoin(shared, reading.pointee.headPiece, reader) { return false }
      }
      if reading.pointee.tail.contains(.piece) {
        let goesOn = tail.contains(.piece) && reading.pointee.head.contains(.piece) && !traits.contains(.hasMoreWords)
        pieces.append(reading.pointee.tailPiece, goesOn: goesOn)
      }
      tail = reading.pointee.tail
    }
    if traits.contains(.movesScreen) || !walk.isAtRest {
      let start = Int(reading.pointee.textStart)
      walk.pass(growth.texts.span.extracting(start..<start + reading.pointee[.length]), reader.screen)
    }
    return !walk.hasSupport
  }
}
