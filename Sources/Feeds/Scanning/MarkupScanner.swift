/// Splits XML or HTML bytes into tokens without ever failing.
///
/// One scanner serves feeds, the markup inside their elements, whole pages and OPML, because all of them arrive broken
/// in the same ways. It walks the bytes once, from left to right, and looks only at what follows a `<`:
///
/// - `<` and a letter opens a tag, which ends at the first `>` outside quotes. A quote counts only right after `=`; when
///   it is never closed the tag ends at the first `>` instead, so that one lost quote costs one tag, not the document.
/// - `</` closes a tag, `<![CDATA[` opens a section that ends at `]]>` or with the input, `<!--` a comment, `<!` and `<?`
///   a declaration. A comment that is never closed ends at its first `>`.
/// - Any other `<` is text, as in "3 < 4".
///
/// Tokens carry ranges of the input, nothing is copied or decoded here. Each look-ahead that can run to the end of the
/// input remembers that it did, so that hostile input stays linear. Bytes must be UTF-8 (see `Encodings`); no byte of a
/// longer character can be mistaken for markup then.
struct MarkupScanner {
  /// A piece of the input; ranges are byte positions in `bytes`.
  enum Token {
    case text(Range<Int>)
    case cdata(Range<Int>)
    case startTag(Tag)
    case endTag(name: Range<Int>, start: Int)
    case declaration(Range<Int>)
  }

  struct Tag {
    /// The name as written, with its prefix.
    var name: Range<Int>
    /// What stands between the name and the end of the tag.
    var attributes: Range<Int>
    /// The position of `<`.
    var start: Int
    var isSelfClosing: Bool
  }

  let bytes: [UInt8]
  /// The next byte to read.
  var position: Int
  private let end: Int
  private var commentEndIsMissing = false
  private var quoteIsMissing = false
  private var apostropheIsMissing = false

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next token; comments are left out.
  mutating func next() -> Token? {
    while position < end {
      guard bytes[position] == .lessThan, position + 1 < end else { return text() }
      switch bytes[position + 1] {
      case .slash: return endTag()
      case .exclamation:
        if let token = declarationOrSection() { return token }
      case .question: return declaration(opening: 2)
      case let byte where byte.isLetter: return startTag()
      default: return text()
      }
    }
    return nil
  }

  /// Jumps over the content of an element whose content is no markup, such as `script`, to before its end tag.
  mutating func skipContent(of name: Range<Int>) {
    var start = position
    while let hit = bytes.position(of: "</", in: start..<end) {
      let candidate = hit + 2..<Swift.min(end, hit + 2 + name.count)
      if bytes.sameIgnoringCase(candidate, name) {
        position = hit
        return
      }
      start = hit + 2
    }
    position = end
  }

  private mutating func text() -> Token {
    let start = position
    position = nextLessThan(from: position + 1)
    return .text(start..<position)
  }

  private func nextLessThan(from start: Int) -> Int {
    start < end ? bytes.position(of: .lessThan, in: start..<end) ?? end : end
  }

  private mutating func endTag() -> Token {
    let start = position
    var nameEnd = start + 2
    while nameEnd < end, !bytes[nameEnd].endsClosingName { nameEnd += 1 }
    // "</title<link>": the next tag starts inside this one, whose ">" was lost.
    if nameEnd < end, bytes[nameEnd] == .lessThan {
      position = nameEnd
    } else {
      let close = nameEnd < end ? bytes.position(of: .greaterThan, in: nameEnd..<end) ?? end : end
      position = Swift.min(close + 1, end)
    }
    return .endTag(name: start + 2..<nameEnd, start: start)
  }

  private mutating func declarationOrSection() -> Token? {
    if bytes.hasPrefix("<!--", at: position, end: end) {
      skipComment()
      return nil
    }
    if bytes.hasPrefix("<![cdata[", at: position, end: end) {
      let start = position + 9
      let close = bytes.position(of: "]]>", in: start..<end)
      position = close.map { $0 + 3 } ?? end
      return .cdata(start..<(close ?? end))
    }
    return declaration(opening: 2)
  }

  private mutating func skipComment() {
    if !commentEndIsMissing, let close = bytes.position(of: "-->", in: position + 2..<end) {
      position = close + 3
      return
    }
    commentEndIsMissing = true
    position = (bytes.position(of: .greaterThan, in: position..<end) ?? end - 1) + 1
  }

  /// `<!…>` or `<?…>`; the `[…]` of a document type may hold `>`.
  private mutating func declaration(opening: Int) -> Token {
    let start = position + opening
    var i = start
    while i < end, bytes[i] != .greaterThan, bytes[i] != .leftBracket { i += 1 }
    if i < end, bytes[i] == .leftBracket, bytes.hasPrefix("doctype", at: start, end: end),
      let subsetEnd = bytes.position(of: .rightBracket, in: i..<end)
    {
      i = subsetEnd
    }
    let close = i < end ? bytes.position(of: .greaterThan, in: i..<end) ?? end : end
    position = Swift.min(close + 1, end)
    return .declaration(start..<close)
  }

  private mutating func startTag() -> Token {
    let start = position
    var nameEnd = start + 1
    while nameEnd < end, !bytes[nameEnd].endsName { nameEnd += 1 }
    let close = tagEnd(from: nameEnd)
    var attributesEnd = close
    let isSelfClosing = close > nameEnd && bytes[close - 1] == .slash
    if isSelfClosing { attributesEnd -= 1 }
    position = close < end && bytes[close] == .greaterThan ? close + 1 : close
    let tag = Tag(
      name: start + 1..<nameEnd,
      attributes: nameEnd..<Swift.max(nameEnd, attributesEnd),
      start: start,
      isSelfClosing: isSelfClosing
    )
    return .startTag(tag)
  }

  /// The position of the `>` that ends the tag, or of the `<` of the next tag when the `>` was lost.
  private mutating func tagEnd(from start: Int) -> Int {
    var i = start
    while true {
      i = bytes.endOfTagPart(in: i..<end)
      guard i < end, bytes[i] != .greaterThan, bytes[i] != .lessThan else { return i }
      if followsEquals(i, from: start), let close = closingQuote(bytes[i], from: i + 1) { i = close }
      i += 1
    }
  }

  /// Whether an equals sign stands before `position`, with or without space between them.
  private func followsEquals(_ position: Int, from start: Int) -> Bool {
    var i = position - 1
    while i >= start, bytes[i].isSpace { i -= 1 }
    return i >= start && bytes[i] == .equals
  }

  private mutating func closingQuote(_ quote: UInt8, from start: Int) -> Int? {
    if quote == .quote ? quoteIsMissing : apostropheIsMissing { return nil }
    if start < end, let close = bytes.position(of: quote, in: start..<end) { return close }
    if quote == .quote { quoteIsMissing = true } else { apostropheIsMissing = true }
    return nil
  }
}

extension UInt8 {
  /// Whether this byte ends the name of a tag or an attribute.
  fileprivate var endsName: Bool {
    self < 0x40 && (isSpace || self == .greaterThan || self == .slash || self == .lessThan || self == .equals)
  }

  /// Whether this byte ends the name of an end tag.
  fileprivate var endsClosingName: Bool {
    self < 0x40 && (isSpace || self == .greaterThan || self == .lessThan)
  }
}
