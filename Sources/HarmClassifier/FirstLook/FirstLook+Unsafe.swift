/// Walks over a post run by run of plain words and token by token between them, adds up what each says, and so proves most
/// posts clean.
///
/// Equals the full path bit for bit: whatever a token's neighbours could change (words joined over blanks, phrases of
/// several words) is looked for, and a post that might hold it is left to the full path. `FirstLookTests` hold the two
/// against each other.
///
/// Why it is fast: nine of ten tokens are plain words, which are marked (`PostMarks`), read (`PlainRun`) and scored
/// (`PlainSegment`) in loops that hardly branch; what the others say is found in the memo, whatever folding, matching and
/// n-grams once cost. Nothing is allocated. A table of all tokens, plain words too, was tried in place of the runs: of
/// twelve languages mixed it knew 84 in 100 tokens and was no faster, of comments it was a tenth slower.
///
/// Invariants: `text`, `slots`, the reader's tables and the workspace outlive the walk; `slots` holds a power of two of
/// readings; bytes are read from `text` only below its count.
///
/// Not copyable: a method called on a copy would be given the whole walk.
struct FirstLook: ~Copyable {
  let filter: PlainWordFilter.Pointers
  private let rows: UnsafePointer<NGramRow>
  private var windows = WindowSums()
  var segment: PlainSegment
  var marks: PostMarks
  var run: PlainRun
  /// The next edge of the marks.
  private var edge = 0
  /// By how much a place in the folded text is further on than in the post.
  var shift = 0
  var walk = ScreenWalk()
  var tail = TokenReading.Joint()
  var pieces = PieceChain()

  /// Bytes of memory that a walk works in.
  static let workspaceBytes = PostMarks.byteCount + 8 * (PlainRun.most + 1) + PlainSegment.capacity

  private init(_ reader: TokenReader, _ workspace: UnsafeMutableRawPointer) {
    filter = PlainWordFilter.Pointers(reader.screen.words)
    rows = reader.rows.start
    marks = PostMarks(workspace)
    let free = workspace + PostMarks.byteCount
    run = PlainRun(free.assumingMemoryBound(to: UInt64.self))
    segment = PlainSegment((free + 8 * (PlainRun.most + 1)).assumingMemoryBound(to: UInt8.self))
  }

  /// Whether `text` is clean for certain; false leaves it to the full path.
  static func provesClean(_ text: Span<UInt8>, _ reader: TokenReader, _ memo: inout TokenMemo) -> Bool {
    guard text.count <= PostMarks.capacity else { return false }
    memo.prepare(for: reader)
    // Taken out for the walk: the memo grows its texts while its slots are written.
    var (slots, workspace): ([TokenReading], [UInt64]) = ([], [])
    swap(&slots, &memo.slots)
    swap(&workspace, &memo.workspace)
    defer {
      swap(&slots, &memo.slots)
      swap(&workspace, &memo.workspace)
    }
    return text.withUnsafeBytes { text in
      slots.withUnsafeMutableBufferPointer { slots in
        workspace.withUnsafeMutableBytes { workspace in
          var look = FirstLook(reader, workspace.baseAddress!)
          return look.walk(text, slots, &memo, reader)
        }
      }
    }
  }

  private mutating func walk(
    _ text: UnsafeRawBufferPointer,
    _ slots: UnsafeMutableBufferPointer<TokenReading>,
    _ memo: inout TokenMemo,
    _ reader: TokenReader
  ) -> Bool {
    guard let tokens = TokenText(text) else { return finish(at: 0, reader) }
    guard marks.read(tokens) else { return false }
    var index = 0
    while true {
      let blanks = index
      index = marks.endOfBlanks(from: index)
      if index &+ shift > windows.lastPlace, !endWindow(blanks..<index, reader) { return false }
      guard index < tokens.count else { return finish(at: index + shift, reader) }
      let end = min(marks.endOfPlainWords(from: index), windows.lastPlace &+ 1 &- shift)
      if index < end {
        guard let next = addRun(from: index, before: end, reader) else { return false }
        if next > index {
          index = next
          continue
        }
      }
      guard let length = addToken(at: index, of: tokens, text, slots, &memo, reader) else { return false }
      index &+= length
      while Int(marks.edges[edge]) <= index { edge &+= 1 }
    }
  }

  /// Adds the plain words from `index` on that begin before `end`; gives where their last token ends, `index` when the first
  /// word has a shape of its own, nil when only the full path can tell what they mean.
  private mutating func addRun(from index: Int, before end: Int, _ reader: TokenReader) -> Int? {
    if segment.isFull { addSegment() }
    run.read(
      marks,
      from: edge,
      before: marks.startOfStretched(from: index, before: end, reader),
      filter,
      into: &segment
    )
    if run.endings != 0 { keepBeforeNames() }
    guard run.count > 0 else { return index }
    guard joinRun(reader), screenRun(reader) else { return nil }
    edge &+= 2 &* run.count
    let last = run.end(in: marks)
    return marks.byte(at: last) > 0x20 ? last &+ 1 : last
  }

  // MARK: Adding up

  /// Adds the plain words passed since the last other token.
  mutating func addSegment() {
    guard !segment.isEmpty else { return }
    var counts = SIMD8<UInt16>()
    counts[TokenReading.Count.features.rawValue] = UInt16(truncatingIfNeeded: segment.features)
    counts[TokenReading.Count.words.rawValue] = UInt16(truncatingIfNeeded: segment.words)
    add(segment.weights(rows), counts, (segment.firstEdge, segment.lastEdge))
    segment.removeAll()
  }

  /// Adds a token's n-grams, and those over the blank before it, to the windows it lies in.
  @inline(__always)
  mutating func add(_ weights: SIMD4<Int32>, _ counts: SIMD8<UInt16>, _ edges: (first: UInt16, last: UInt16)) {
    Self.add(weights, counts, edges, to: &windows.current, rows)
    if windows.cut != nil { Self.add(weights, counts, edges, to: &windows.next, rows) }
  }

  @inline(__always)
  private static func add(
    _ weights: SIMD4<Int32>,
    _ counts: SIMD8<UInt16>,
    _ edges: (first: UInt16, last: UInt16),
    to sum: inout WindowSums.Sum,
    _ rows: UnsafePointer<NGramRow>
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

  // MARK: Concluding

  /// Passes the blanks `blanks`, at which a window may end; false when the post is not clean for certain.
  @inline(never)
  private mutating func endWindow(_ blanks: Range<Int>, _ reader: TokenReader) -> Bool {
    addSegment()
    let blanks = blanks.lowerBound + shift..<blanks.upperBound + shift
    if let closed = windows.closeCurrent(before: blanks.upperBound), Self.speaks(closed, reader, rows) { return false }
    return windows.cut(at: blanks)
  }

  private mutating func finish(at position: Int, _ reader: TokenReader) -> Bool {
    addSegment()
    if let closed = windows.closeCurrent(before: position), Self.speaks(closed, reader, rows) { return false }
    return !Self.speaks(windows.current, reader, rows) && !SupportScreen.mayHoldTerm(walk.parts)
  }

  /// Whether what a window came to calls for a look by itself.
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
