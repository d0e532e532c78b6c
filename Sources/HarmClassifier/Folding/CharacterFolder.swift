/// First step of folding: every character by itself (and runs of flags, tags and marks) becomes the letters it reads as.
///
/// Invalid UTF-8 reads as U+FFFD, which like every symbol folds to `*`.
struct CharacterFolder {
  private let table = FoldingTable.shared

  /// Appends the folded `text` to `folded`, which must be empty.
  func fold(_ text: Span<UInt8>, into folded: inout FoldedText) {
    var state = State()
    var index = 0
    folded.reserve(text.count)
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if state.isClear, byte >= 0x20, byte != 0x7F {
          index = folded.append(asciiOf: text, from: index)
          continue
        }
        let letter = Self.ascii[Int(byte)]
        if letter == 0 {
          state.sawInvisible = true
        } else {
          emit(letter, index..<index + 1, [], into: &folded, &state)
        }
        index += 1
      } else {
        index = fold(characterAt: index, of: text, into: &folded, &state)
      }
    }
  }

  /// What came just before, as far as it decides how the next character reads.
  private struct State {
    /// An invisible character was dropped since the last byte.
    var sawInvisible = false
    /// Marks in a row on the last character.
    var marks = 0
    /// The last character was a waving flag, which tag letters may follow.
    var sawFlag = false

    /// Nothing that came before matters.
    var isClear: Bool { !sawInvisible && marks == 0 && !sawFlag }
  }

  /// What each ASCII byte reads as; 0 is not seen. Lines end with a line feed, other white space is a blank.
  private static let ascii: [UInt8] = (UInt8(0)..<0x80).map { byte in
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x09, 0x0B, 0x0C: 0x20
    case 0x0A, 0x0D: 0x0A
    case 0x00..<0x20, 0x7F: 0
    default: byte
    }
  }

  private func fold(
    characterAt index: Int,
    of text: Span<UInt8>,
    into folded: inout FoldedText,
    _ state: inout State
  ) -> Int {
    let (codePoint, next) = text.decodeScalar(at: index)
    let entry = table[codePoint]
    switch entry.kind {
    case .same: emit(text, index..<next, into: &folded, &state)
    case .plain: emit(packed: entry.text, index..<next, [], into: &folded, &state)
    case .styled: emit(packed: entry.text, index..<next, .styled, into: &folded, &state)
    case .lookAlike: emit(packed: entry.text, index..<next, .lookAlike, into: &folded, &state)
    case .sign:
      if isInsideWord(next, of: text, after: folded, index) {
        emit(packed: entry.text, index..<next, .lookAlike, into: &folded, &state)
      } else {
        emit(symbol, index..<next, [], into: &folded, &state)
      }
    case .cutStyled: return fold(cutFrom: index, of: text, into: &folded, &state)
    case .regional, .tag: return fold(runOf: entry.kind, from: index, of: text, into: &folded, &state)
    case .mark: addMark(codePoint, endingAt: next, to: &folded, &state)
    case .invisible: state.sawInvisible = true
    case .space: emit(0x20, index..<next, [], into: &folded, &state)
    case .symbol:
      emit(symbol, index..<next, [], into: &folded, &state)
      state.sawFlag = codePoint == 0x1F3F4
    }
    return next
  }

  /// Two regional indicators are a flag and tag letters spell the region of a flag: neither is read. Any other number of
  /// indicators, and three or more tag letters after no flag, are letters.
  private func fold(
    runOf kind: FoldingTable.Kind,
    from start: Int,
    of text: Span<UInt8>,
    into folded: inout FoldedText,
    _ state: inout State
  ) -> Int {
    var end = start
    var length = 0
    while end < text.count, text[end] >= 0x80 {
      let (codePoint, next) = text.decodeScalar(at: end)
      guard table[codePoint].kind == kind else { break }
      end = next
      length += 1
    }
    guard kind == .regional ? length != 2 : length >= 3 && !state.sawFlag else {
      if kind == .regional { emit(symbol, start..<end, [], into: &folded, &state) }
      return end
    }
    var index = start
    while index < end {
      let (codePoint, next) = text.decodeScalar(at: index)
      emit(packed: table[codePoint].text, index..<next, .styled, into: &folded, &state)
      index = next
    }
    return end
  }

  /// Styled letters come back that a program cut to 16 bits, as long as all are of one style: no Korean word is.
  private func fold(
    cutFrom start: Int,
    of text: Span<UInt8>,
    into folded: inout FoldedText,
    _ state: inout State
  ) -> Int {
    var (end, length, letters) = (start, 0, UInt64(0))
    let style = Self.cutStyle(text.decodeScalar(at: start).codePoint)
    while end < text.count {
      let (codePoint, next) = text.decodeScalar(at: end)
      let entry = table[codePoint]
      guard entry.kind == .cutStyled, Self.cutStyle(codePoint) == style else { break }
      letters |= 1 << (entry.text & 31)
      (end, length) = (next, length + 1)
    }
    let isWord = length >= Self.shortestCut && letters.nonzeroBitCount >= Self.fewestLetters
    var index = start
    while index < end {
      let (codePoint, next) = text.decodeScalar(at: index)
      if isWord {
        emit(packed: table[codePoint].text, index..<next, .styled, into: &folded, &state)
      } else {
        emit(text, index..<next, into: &folded, &state)
      }
      index = next
    }
    return end
  }

  /// Laughter (`하하하하`) is shorter or repeats its letters.
  private static let (shortestCut, fewestLetters) = (4, 3)

  /// The number of the alphabet: small and capital letters of one style lie side by side.
  private static func cutStyle(_ codePoint: UInt32) -> UInt32 { (codePoint &- 0xD400) / 52 }

  /// Whether a sign at `index` stands in for a letter: right after a letter, or right before one.
  private func isInsideWord(_ next: Int, of text: Span<UInt8>, after folded: borrowing FoldedText, _ index: Int) -> Bool
  {
    if let last = folded.bytes.last, last.isLetterByte, Int(folded.places[folded.count - 1].end) == index {
      return true
    }
    guard next < text.count else { return false }
    if text[next] < 0x80 { return (text[next] | 0x20).isLetterByte }
    switch table[text.decodeScalar(at: next).codePoint].kind {
    case .styled, .lookAlike, .sign: return true
    default: return false
    }
  }

  /// A strike-through, or more than one mark on a letter, hides it; a single accent or an emoji's variant does not.
  private func addMark(_ codePoint: UInt32, endingAt end: Int, to folded: inout FoldedText, _ state: inout State) {
    state.marks += 1
    let strikes = 0x334...0x338 ~= codePoint || 0x20D2...0x20EA ~= codePoint
    let isVariant = 0xFE00...0xFE0F ~= codePoint || codePoint == 0x20E3
    let hides = strikes || (state.marks > 1 && !isVariant)
    folded.extendLast(to: end, adding: codePoint == 0x20E3 ? .styled : hides ? .overlay : [])
  }

  private let symbol = UInt8(ascii: "*")

  private func emit(
    packed: UInt64,
    _ range: Range<Int>,
    _ disguise: FoldedText.Disguise,
    into folded: inout FoldedText,
    _ state: inout State
  ) {
    var rest = packed
    while rest != 0 {
      emit(UInt8(truncatingIfNeeded: rest), range, disguise, into: &folded, &state)
      rest >>= 8
    }
  }

  private func emit(_ text: Span<UInt8>, _ range: Range<Int>, into folded: inout FoldedText, _ state: inout State) {
    for index in range { emit(text[index], range, [], into: &folded, &state) }
  }

  private func emit(
    _ byte: UInt8,
    _ range: Range<Int>,
    _ disguise: FoldedText.Disguise,
    into folded: inout FoldedText,
    _ state: inout State
  ) {
    let hidden = state.sawInvisible && byte.isWordByte && folded.isWord(at: folded.count - 1)
    folded.append(
      byte,
      from: range.lowerBound,
      to: range.upperBound,
      disguise: hidden ? disguise.union(.invisible) : disguise
    )
    state = State()
  }
}

extension Span<UInt8> {
  /// The scalar at `index` and the index after it. An ill-formed sequence gives U+FFFD for its longest valid part, at
  /// least one byte.
  func decodeScalar(at index: Int) -> (codePoint: UInt32, next: Int) {
    let lead = self[index]
    let length: Int
    var codePoint: UInt32
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch lead {
    case 0x00..<0x80: return (UInt32(lead), index + 1)
    case 0xC2...0xDF: (length, codePoint) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF:
      (length, codePoint) = (3, UInt32(lead & 0x0F))
      if lead == 0xE0 { lowest = 0xA0 }
      if lead == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      (length, codePoint) = (4, UInt32(lead & 0x07))
      if lead == 0xF0 { lowest = 0x90 }
      if lead == 0xF4 { highest = 0x8F }
    default: return (0xFFFD, index + 1)
    }
    for offset in 1..<length {
      guard index + offset < count, lowest...highest ~= self[index + offset] else { return (0xFFFD, index + offset) }
      codePoint = codePoint << 6 | UInt32(self[index + offset] & 0x3F)
      (lowest, highest) = (0x80, 0xBF)
    }
    return (codePoint, index + length)
  }
}
