/// Works out the reading of a token through the same stages that a whole post walks through.
final class TokenReader: Sendable {
  let screen: SupportScreen
  let vocabulary: Vocabulary
  /// The model's weights, slot by slot.
  let rows: FixedTable<NGramRow>
  let voices: LabelVoices
  private let folder: CharacterFolder
  private let words: WordReader
  private let names: SiteNameFinder

  /// Whether tokens can be read: not for a model with more labels than a row holds.
  let isUsable: Bool

  init(lexicon: Lexicon, model: NGramModel?, folder: CharacterFolder, words: WordReader, names: SiteNameFinder) {
    isUsable = model.map { $0.rows != nil } ?? true
    (screen, vocabulary, voices) = (lexicon.screen, lexicon.vocabulary, LabelVoices(lexicon, model))
    (self.folder, self.words, self.names) = (folder, words, names)
    rows = model?.rows ?? FixedTable(Array(repeating: NGramRow(), count: NGramText.slotCount))
  }

  /// Whether a word may be one that was stretched.
  @inline(never)
  func mayBeStretched(_ word: PlainWord) -> Bool { word.mayBeStretched(vocabulary) }

  /// Memory reused from token to token.
  struct Scratch: Sendable {
    var raw = FoldedText()
    var read = FoldedText()
    var ngrams = NGramText()
    var names: [SiteName] = []
  }

  /// Reads the token `bytes`, which a blank begins and ends; its folded text is appended to `texts`.
  func read(_ bytes: Span<UInt8>, _ scratch: inout Scratch, _ texts: inout [UInt8]) -> TokenReading {
    scratch.raw.removeAll()
    scratch.read.removeAll()
    scratch.names.clear()
    folder.fold(bytes, into: &scratch.raw)
    words.read(scratch.raw, into: &scratch.read)
    names.find(in: scratch.read, into: &scratch.names)
    var reading = TokenReading()
    if scratch.names.contains(where: { $0.isDisguised || $0.isTelling }) {
      // Nothing more is asked of it.
      reading.traits.insert(.telling)
      return reading
    }
    scratch.ngrams.read(scratch.read, 0..<scratch.read.count)
    addNGrams(scratch.ngrams, to: &reading)
    addJoints(scratch.raw, to: &reading)
    addText(scratch.read, texts: &texts, to: &reading)
    return reading
  }

  private func addNGrams(_ text: borrowing NGramText, to reading: inout TokenReading) {
    let local = text.localWeights(rows)
    reading.note(local.sum, features: local.count)
    let counts = text.counts
    reading[.words] = counts.words
    reading[.disguised] = counts.disguised
    reading[.mixed] = counts.mixed
    reading[.symbols] = counts.symbols
    reading[.mentions] = counts.mentions
    reading[.invitations] = counts.invitations
    let bytes = text.bytes
    guard bytes.count >= 3 else { return }
    reading.firstEdge = UInt16(bytes[1]) << 8 | UInt16(bytes[2])
    reading.lastEdge = UInt16(bytes[bytes.count - 3]) << 8 | UInt16(bytes[bytes.count - 2])
  }

  /// Notes how the first and the last word of the token could be read together with a neighbour's.
  private func addJoints(_ raw: borrowing FoldedText, to reading: inout TokenReading) {
    let inside = 1..<raw.count - 1
    guard let start = inside.first(where: { raw.bytes[$0].isWordByte }) else {
      reading.traits.insert(.wordless)
      return
    }
    let first = start..<raw.wordEnd(from: start)
    let end = inside.last { raw.bytes[$0].isWordByte }! + 1
    var last = end - 1..<end
    while raw.isWord(at: last.lowerBound - 1) { last = last.lowerBound - 1..<end }
    let signs = start - inside.lowerBound
    let endsInWord = end == inside.upperBound
    if first.count == 1 { reading.head.insert(.single) }
    if last.count == 1 { reading.tail.insert(.single) }
    if first.count <= ShortPiece.longest, signs <= 1 {
      reading.head.insert(.piece)
      reading.headPiece = ShortPiece(raw.bytes[first])
    }
    if last.count <= ShortPiece.longest, endsInWord {
      reading.tail.insert(.piece)
      reading.tailPiece = ShortPiece(raw.bytes[last])
    }
    if first.count <= TokenReading.Joint.longestWord, signs == 1 { reading.head.insert(.signedPiece) }
    if last.count <= TokenReading.Joint.longestWord, endsInWord, first != last { reading.tail.insert(.signedPiece) }
    if first != last { reading.traits.insert(.hasMoreWords) }
    if inside.contains(where: { raw.bytes[$0] <= 0x20 }) { reading.traits.insert(.telling) }
  }

  private func addText(_ read: borrowing FoldedText, texts: inout [UInt8], to reading: inout TokenReading) {
    reading.textStart = UInt32(truncatingIfNeeded: texts.count)
    texts.append(1..<read.count - 1, of: read.bytes.span)
    reading[.length] = read.count - 2
    var state = SupportScreen.rest
    let parts = screen.walk(texts.span.extracting(Int(reading.textStart)..<texts.count), from: &state)
    if parts & SupportScreen.support != 0 { reading.traits.insert(.telling) }
    if state != SupportScreen.rest || parts != 0 { reading.traits.insert(.movesScreen) }
  }
}
