/// Walks over a post token by token, adds up what the memo knows of each, and so proves most posts clean.
///
/// Equals the full path bit for bit: whatever a token's neighbours could change (words joined over blanks, phrases of
/// several words) is looked for, and a post that might hold it is left to the full path. `FirstLookTests` hold the two
/// against each other.
///
/// Why it is fast: a token is found in the memo and added up, whatever folding, matching and n-grams once cost; nothing
/// is allocated. A verdict of the benchmarks' corpus costs 350 instructions a byte with it and 692 without
/// (`scripts/instructions`).
///
/// Invariants: `text`, `slots` and `rows` outlive the walk; `slots` holds a power of two of readings, `rows` one row a
/// slot of the model; bytes are read from `text` only below its count (`word(at:)` looks).
struct FirstLook {
  private let reader: TokenReader
  private let rows: UnsafePointer<SIMD4<Int8>>
  private let rest: UInt32
  private var windows = WindowSums()
  private var position = 0
  private var screenState: UInt32
  private var parts: UInt64 = 0
  private var tail = TokenReading.Joint()
  private var pieces = PieceChain()

  private init(_ reader: TokenReader, _ rows: UnsafePointer<SIMD4<Int8>>) {
    self.reader = reader
    self.rows = rows
    rest = reader.screen.rest
    screenState = rest
  }

  /// Whether `text` is clean for certain; false leaves it to the full path.
  static func provesClean(_ text: Span<UInt8>, _ reader: TokenReader, _ memo: inout TokenMemo) -> Bool {
    memo.prepare(for: reader)
    // Taken out for the walk: the memo grows its texts while its slots are written.
    var slots: [TokenReading] = []
    swap(&slots, &memo.slots)
    defer { swap(&slots, &memo.slots) }
    return text.withUnsafeBytes { text in
      slots.withUnsafeMutableBufferPointer { slots in
        reader.rows.withUnsafeBufferPointer { rows in
          var look = FirstLook(reader, rows.baseAddress!)
          return look.run(text, slots, &memo)
        }
      }
    }
  }

  private mutating func run(
    _ text: UnsafeRawBufferPointer,
    _ slots: UnsafeMutableBufferPointer<TokenReading>,
    _ memo: inout TokenMemo
  ) -> Bool {
    let shift = TokenMemo.shift(slots.count)
    var index = 0
    while true {
      let blanks = index
      while index < text.count, text[index] <= 0x20 {
        guard text[index].isASCIIBlank else { return false }
        index &+= 1
      }
      position &+= index &- blanks
      if position &- windows.start > NGramModel.windowLength, !endWindow(position - (index - blanks)..<position) {
        return false
      }
      guard index < text.count else { return finish() }
      let (key, length) = Self.key(of: text, at: index)
      let isAdded: Bool
      if length <= TokenKey.longest {
        let slot = slots.baseAddress! + Int(truncatingIfNeeded: key.hash &>> shift) &* 2
        if slot.pointee.key != key { bring(key, text, index..<index + length, to: slot, &memo) }
        isAdded = add(slot, memo.growth)
      } else {
        isAdded = addLong(text, index..<index + length, &memo)
      }
      guard isAdded else { return false }
      index &+= length
    }
  }

  // MARK: Reading new tokens

  /// Brings the reading of a token into `slot`: from the slot behind it, or by reading the token. What stood there moves
  /// behind, so that a word that is met again and again outlives those met once.
  @inline(never)
  private func bring(
    _ key: TokenKey,
    _ text: UnsafeRawBufferPointer,
    _ token: Range<Int>,
    to slot: UnsafeMutablePointer<TokenReading>,
    _ memo: inout TokenMemo
  ) {
    let pushedOut = slot.pointee
    if slot[1].key == key {
      slot.pointee = slot[1]
    } else {
      slot.pointee = read(text, token, &memo)
      slot.pointee.key = key
      memo.growth.written += 1
    }
    slot[1] = pushedOut
  }

  private func read(_ text: UnsafeRawBufferPointer, _ token: Range<Int>, _ memo: inout TokenMemo) -> TokenReading {
    memo.scratch.bytes.removeAll(keepingCapacity: true)
    memo.scratch.bytes.append(0x20)
    memo.scratch.bytes.append(contentsOf: text[token])
    memo.scratch.bytes.append(0x20)
    return reader.read(&memo.scratch, &memo.growth.texts)
  }

  /// A token too long for the memo is read each time; the longest are left to the full path, as a window might end
  /// inside.
  private mutating func addLong(_ text: UnsafeRawBufferPointer, _ token: Range<Int>, _ memo: inout TokenMemo) -> Bool {
    guard token.count <= Self.longestToken else { return false }
    let known = memo.growth.texts.count
    defer { memo.growth.texts.removeLast(memo.growth.texts.count - known) }
    let reading = read(text, token, &memo)
    return withUnsafePointer(to: reading) { add($0, memo.growth) }
  }

  private static let longestToken = 160

  // MARK: Finding tokens

  /// The token at `start`, which is no blank, and its length; of a long token only the length counts.
  @inline(__always)
  private static func key(of text: UnsafeRawBufferPointer, at start: Int) -> (TokenKey, Int) {
    let low = word(at: start, of: text)
    let ends = blanks(in: low)
    if ends != 0 {
      let length = ends.trailingZeroBitCount >> 3
      return (TokenKey(low: low & ~(~0 << UInt64(8 * length))), length)
    }
    return longKey(of: text, at: start, low)
  }

  private static func longKey(of text: UnsafeRawBufferPointer, at start: Int, _ low: UInt64) -> (TokenKey, Int) {
    let middle = word(at: start + 8, of: text)
    let ends = blanks(in: middle)
    if ends != 0 {
      let length = ends.trailingZeroBitCount >> 3
      return (TokenKey(low: low, middle: middle & ~(~0 << UInt64(8 * length))), 8 + length)
    }
    let high = word(at: start + 16, of: text)
    let lastEnds = blanks(in: high)
    if lastEnds != 0 {
      let length = lastEnds.trailingZeroBitCount >> 3
      return (TokenKey(low: low, middle: middle, high: high & ~(~0 << UInt64(8 * length))), 16 + length)
    }
    var end = start + 24
    while end < text.count, text[end] > 0x20 { end += 1 }
    return (TokenKey(low: low, middle: middle, high: high), end - start)
  }

  /// Eight bytes from `index`, the first one lowest; blanks stand for what lies behind the end.
  @inline(__always)
  private static func word(at index: Int, of text: UnsafeRawBufferPointer) -> UInt64 {
    if index &+ 8 <= text.count {
      return UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
    var word: UInt64 = 0x2020_2020_2020_2020
    var place = index
    while place < text.count {
      let shift = UInt64(8 * (place - index))
      word = word & ~(0xFF << shift) | UInt64(text[place]) << shift
      place += 1
    }
    return word
  }

  /// The high bit of the first byte below 0x21, and perhaps of later ones (Mycroft's test, exact for the lowest).
  @inline(__always)
  private static func blanks(in word: UInt64) -> UInt64 {
    (word &- 0x2121_2121_2121_2121) & ~word & 0x8080_8080_8080_8080
  }

  // MARK: Adding up

  /// Adds a token; false when only the full path can tell what it means.
  @inline(__always)
  private mutating func add(_ reading: UnsafePointer<TokenReading>, _ growth: borrowing TokenMemo.Growth) -> Bool {
    let traits = reading.pointee.traits
    guard !traits.contains(.telling) else { return false }
    position &+= Int(reading.pointee[.length])
    add(reading, to: &windows.current)
    if windows.cut != nil { add(reading, to: &windows.next) }
    if traits.contains(.wordless) {
      tail.formIntersection(.single)
    } else {
      if !tail.isDisjoint(with: reading.pointee.head), mayJoin(reading) { return false }
      if reading.pointee.tail.contains(.piece) {
        let goesOn = tail.contains(.piece) && reading.pointee.head.contains(.piece) && !traits.contains(.hasMoreWords)
        pieces.append(reading.pointee.tailPiece, goesOn: goesOn)
      }
      tail = reading.pointee.tail
    }
    if traits.contains(.movesScreen) || screenState != rest { return moveScreen(reading, growth) }
    return true
  }

  /// Adds a token's n-grams, and those over the blank before it, to a window.
  @inline(__always)
  private func add(_ reading: UnsafePointer<TokenReading>, to sum: inout WindowSums.Sum) {
    sum.weights &+= reading.pointee.weights
    sum.counts &+= reading.pointee.counts
    guard reading.pointee.firstEdge != 0 else { return }
    if sum.edge != 0 {
      let slots = NGramText.slots(across: sum.edge, reading.pointee.firstEdge)
      let three = SIMD4<Int16>(truncatingIfNeeded: rows[slots.0])
      let four = SIMD4<Int16>(truncatingIfNeeded: rows[slots.1]) &+ SIMD4(truncatingIfNeeded: rows[slots.2])
      sum.weights &+= SIMD4(truncatingIfNeeded: three &+ four)
      sum.counts[TokenReading.Count.features.rawValue] &+= 3
    }
    sum.edge = reading.pointee.lastEdge
  }

  /// Whether the token's first word and the words before might be read as one (`WordReader+Split`).
  private func mayJoin(_ reading: UnsafePointer<TokenReading>) -> Bool {
    let shared = tail.intersection(reading.pointee.head)
    if shared.contains(.single) || shared.contains(.signedPiece) { return true }
    return reading.pointee.traits.contains(.hasMoreWords)
      || pieces.mayMakeWord(with: reading.pointee.headPiece, in: reader.vocabulary)
  }

  private mutating func moveScreen(
    _ reading: UnsafePointer<TokenReading>,
    _ growth: borrowing TokenMemo.Growth
  ) -> Bool {
    if screenState == rest {
      screenState = reading.pointee.screenState
      parts |= reading.pointee.parts
    } else {
      let start = Int(reading.pointee.textStart)
      let text = growth.texts.span.extracting(start..<start + Int(reading.pointee.textCount))
      parts |= reader.screen.walk(text, from: &screenState)
    }
    return parts & SupportScreen.support == 0
  }

  // MARK: Concluding

  /// Passes the blanks `blanks`, at which a window may end; false when the post is not clean for certain.
  @inline(never)
  private mutating func endWindow(_ blanks: Range<Int>) -> Bool {
    if let closed = windows.closeCurrent(before: blanks.upperBound), speaks(closed) { return false }
    return windows.cut(at: blanks)
  }

  private mutating func finish() -> Bool {
    if let closed = windows.closeCurrent(before: position), speaks(closed) { return false }
    return !speaks(windows.current) && !SupportScreen.mayHoldTerm(parts)
  }

  private func speaks(_ sum: WindowSums.Sum) -> Bool {
    var weights = sum.weights
    var count = Int(sum.counts[TokenReading.Count.features.rawValue])
    func of(_ lane: TokenReading.Count) -> Int { Int(sum.counts[lane.rawValue]) }
    let counts = NGramText.Counts(
      words: of(.words),
      disguised: of(.disguised),
      mixed: of(.mixed),
      symbols: of(.symbols),
      mentions: of(.mentions)
    )
    NGramText.forEachSign(of: counts) { slot in
      weights &+= SIMD4(truncatingIfNeeded: rows[slot])
      count += 1
    }
    return reader.voices.anySpeaks(weights, count: count)
  }
}
