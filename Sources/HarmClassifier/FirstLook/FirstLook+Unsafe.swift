/// Walks over a post token by token, adds up what each says, and so proves most posts clean.
///
/// Equals the full path bit for bit: whatever a token's neighbours could change (words joined over blanks, phrases of
/// several words) is looked for, and a post that might hold it is left to the full path. `FirstLookTests` hold the two
/// against each other.
///
/// Why it is fast: nine of ten tokens are plain words, read in registers (`PlainWord`) and scored run by run
/// (`PlainSegment`); what the others say is found in the memo, whatever folding, matching and n-grams once cost. Nothing is
/// allocated. A table of all tokens, plain words too, was tried in place of the registers: of twelve languages mixed it knew
/// 84 in 100 tokens and was no faster, of comments it was a tenth slower.
///
/// Invariants: `text`, `slots`, `rows` and the segment's bytes outlive the walk; `slots` holds a power of two of readings,
/// `rows` one row a slot of the model; bytes are read from `text` only below its count.
struct FirstLook {
  private let reader: TokenReader
  private let rows: UnsafePointer<NGramRow>
  private var windows = WindowSums()
  private var segment: PlainSegment
  /// By how much a place in the folded text is further on than in the post.
  private var shift = 0
  private var walk = ScreenWalk()
  private var tail = TokenReading.Joint()
  private var pieces = PieceChain()

  private init(_ reader: TokenReader, _ rows: UnsafePointer<NGramRow>, _ segment: PlainSegment) {
    self.reader = reader
    self.rows = rows
    self.segment = segment
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
          withUnsafeTemporaryAllocation(of: UInt8.self, capacity: PlainSegment.capacity) { segment in
            var look = FirstLook(reader, rows.baseAddress!, PlainSegment(segment.baseAddress!))
            return look.run(text, slots, &memo)
          }
        }
      }
    }
  }

  private mutating func run(
    _ text: UnsafeRawBufferPointer,
    _ slots: UnsafeMutableBufferPointer<TokenReading>,
    _ memo: inout TokenMemo
  ) -> Bool {
    let slotShift = TokenMemo.shift(slots.count)
    guard let tokens = TokenText(text) else { return finish(at: 0) }
    var index = 0
    while true {
      let blanks = index
      while index < tokens.count, tokens[index] <= 0x20 {
        guard tokens[index].isASCIIBlank else { return false }
        index &+= 1
      }
      if index &+ shift &- windows.start > NGramModel.windowLength, !endWindow(blanks..<index) {
        return false
      }
      guard index < tokens.count else { return finish(at: index + shift) }
      if let (word, length) = tokens.letters(at: index), isAsItStands(word) {
        guard add(word) else { return false }
        index &+= length
        continue
      }
      let (key, length) = tokens.token(at: index)
      let isAdded: Bool
      if length <= PlainWord.longestToken,
        let word = PlainWord(low: key.low, middle: key.middle, length: length), isAsItStands(word)
      {
        isAdded = add(word)
      } else if length <= PlainWord.longestToken, PlainWord.areQuiet(key.low, key.middle, 0..<length) {
        tail.formIntersection(.single)
        isAdded = true
      } else if length <= TokenKey.longest, key.isASCII,
        let isCompoundAdded = addCompound(index..<index + length, of: tokens)
      {
        isAdded = isCompoundAdded
      } else if length <= TokenKey.longest {
        let slot = slots.baseAddress! + Int(truncatingIfNeeded: key.hash &>> slotShift) &* 2
        if slot.pointee.key != key { Self.bring(key, text, index..<index + length, to: slot, &memo, reader) }
        isAdded = add(slot, length: length, memo.growth)
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
  private mutating func addLong(_ text: UnsafeRawBufferPointer, _ token: Range<Int>, _ memo: inout TokenMemo) -> Bool {
    guard token.count <= Self.longestToken else { return false }
    let known = memo.growth.texts.count
    defer { memo.growth.texts.removeLast(memo.growth.texts.count - known) }
    let reading = Self.read(text, token, &memo, reader)
    return withUnsafePointer(to: reading) { add($0, length: token.count, memo.growth) }
  }

  private static let longestToken = 160

  // MARK: Adding up

  /// Adds a token; false when only the full path can tell what it means.
  @inline(__always)
  private mutating func add(
    _ reading: UnsafePointer<TokenReading>,
    length: Int,
    _ growth: borrowing TokenMemo.Growth
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
        if traits.contains(.hasMoreWords) || mayJoin(shared, reading.pointee.headPiece) { return false }
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

  /// Adds a token's n-grams, and those over the blank before it, to the windows it lies in.
  @inline(__always)
  private mutating func add(_ weights: SIMD4<Int32>, _ counts: SIMD8<UInt16>, _ edges: (first: UInt16, last: UInt16)) {
    add(weights, counts, edges, to: &windows.current)
    if windows.cut != nil { add(weights, counts, edges, to: &windows.next) }
  }

  @inline(__always)
  private func add(
    _ weights: SIMD4<Int32>,
    _ counts: SIMD8<UInt16>,
    _ edges: (first: UInt16, last: UInt16),
    to sum: inout WindowSums.Sum
  ) {
    sum.weights &+= weights
    sum.counts &+= counts
    guard edges.first != 0 else { return }
    if sum.edge != 0 {
      let slots = NGramText.slots(across: sum.edge, edges.first)
      sum.weights &+= (rows[slots.0] &+ rows[slots.1] &+ rows[slots.2]).sum(of: 3)
      sum.counts[TokenReading.Count.features.rawValue] &+= 3
    }
    sum.edge = edges.last
  }

  /// Whether a token's first word and the words before might be read as one (`WordReader+Split`), when they could be
  /// joined as `shared` says.
  private func mayJoin(_ shared: TokenReading.Joint, _ piece: ShortPiece) -> Bool {
    shared.contains(.single) || shared.contains(.signedPiece) || pieces.mayMakeWord(with: piece, in: reader.vocabulary)
  }

  /// Adds a token that is no more than a plain word; false when only the full path can tell what it means.
  @inline(__always)
  private mutating func add(_ word: PlainWord) -> Bool {
    guard pass(word) else { return false }
    if word.standsAlone {
      tail = []
      return true
    }
    return join(word)
  }

  /// Adds what a word says by itself.
  @inline(__always)
  private mutating func pass(_ word: PlainWord) -> Bool {
    if segment.isFull { addSegment() }
    if word.isNumber { segment.append(numberOf: word.count) } else { segment.append(word) }
    let kinds = reader.screen.words.kinds(word)
    if kinds.isEmpty, walk.isAtRest { return true }
    walk.pass(word, kinds, reader.screen)
    return !walk.hasSupport
  }

  private mutating func join(_ word: PlainWord) -> Bool {
    let head = word.head
    if !tail.isDisjoint(with: head), mayJoin(tail.intersection(head), word.piece) { return false }
    let newTail = word.tail
    if newTail.contains(.piece) {
      pieces.append(word.piece, goesOn: tail.contains(.piece) && head.contains(.piece))
    }
    tail = newTail
    return true
  }

  /// Adds a token that says no more than its words do: false when only the full path can tell what it means, nil for any
  /// other token.
  @inline(never)
  private mutating func addCompound(_ token: Range<Int>, of text: TokenText) -> Bool? {
    guard let compound = CompoundToken(token, of: text), !compound.mayBeOneWord(reader.vocabulary) else { return nil }
    for number in 0..<compound.count {
      let word = compound[number]
      guard word.isNumber ? !word.mayBeStretchedNumber : isAsItStands(word) else { return nil }
    }
    return add(compound)
  }

  private mutating func add(_ compound: CompoundToken) -> Bool {
    guard compound.count > 1 else { return add(compound.first) }
    let shared = tail.intersection(compound.first.head)
    guard shared.isSubset(of: .piece) else { return false }
    if !shared.isEmpty, pieces.mayMakeWord(with: compound, in: reader.vocabulary) { return false }
    tail = compound.tail
    if tail.contains(.piece) { pieces.append(compound.last.piece, goesOn: false) }
    for number in 0..<compound.count where !pass(compound[number]) { return false }
    return true
  }

  /// Adds the plain words passed since the last other token.
  private mutating func addSegment() {
    guard !segment.isEmpty else { return }
    var counts = SIMD8<UInt16>()
    counts[TokenReading.Count.features.rawValue] = UInt16(truncatingIfNeeded: segment.features)
    counts[TokenReading.Count.words.rawValue] = UInt16(truncatingIfNeeded: segment.words)
    add(segment.weights(rows), counts, (segment.firstEdge, segment.lastEdge))
    segment.removeAll()
  }

  /// Whether the word reads as it stands, without a shape of its own.
  @inline(__always)
  private func isAsItStands(_ word: PlainWord) -> Bool {
    !reader.screen.words.endsLikeName(word) && !(word.mayBeDoubled && reader.mayBeStretched(word))
  }

  // MARK: Concluding

  /// Passes the blanks `blanks`, at which a window may end; false when the post is not clean for certain.
  @inline(never)
  private mutating func endWindow(_ blanks: Range<Int>) -> Bool {
    addSegment()
    let blanks = blanks.lowerBound + shift..<blanks.upperBound + shift
    if let closed = windows.closeCurrent(before: blanks.upperBound), Self.speaks(closed, reader, rows) { return false }
    return windows.cut(at: blanks)
  }

  private mutating func finish(at position: Int) -> Bool {
    addSegment()
    if let closed = windows.closeCurrent(before: position), Self.speaks(closed, reader, rows) { return false }
    return !Self.speaks(windows.current, reader, rows) && !SupportScreen.mayHoldTerm(walk.parts)
  }

  /// Static, as `bring` and `read` are: a method would be given a copy of the whole walk.
  private static func speaks(_ sum: WindowSums.Sum, _ reader: TokenReader, _ rows: UnsafePointer<NGramRow>) -> Bool {
    let weights = sum.weights
    let count = Int(sum.counts[TokenReading.Count.features.rawValue])
    func of(_ lane: TokenReading.Count) -> Int { Int(sum.counts[lane.rawValue]) }
    let counts = NGramText.Counts(
      words: of(.words),
      disguised: of(.disguised),
      mixed: of(.mixed),
      symbols: of(.symbols),
      mentions: of(.mentions),
      invitations: of(.invitations)
    )
    var (signs, signCount) = (NGramRow(), 0)
    NGramText.forEachSign(of: counts) { slot in
      signs = signs &+ rows[slot]
      signCount += 1
    }
    return reader.voices.anySpeaks(weights &+ signs.sum(of: signCount), count: count + signCount)
  }
}
