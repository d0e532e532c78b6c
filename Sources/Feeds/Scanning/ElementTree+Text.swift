/// What the content of an element says.
extension ElementTree {
  /// The content as text, where tags and escaped tags are markup: for RSS, where nobody can tell whether text is HTML.
  func html(of index: Int) -> String? {
    var text = MarkupText()
    append(htmlOf: index, to: &text)
    return text.nonEmpty
  }

  func append(htmlOf index: Int, to text: inout MarkupText) {
    let content = bytes.trimmed(elements[index].content)
    if let section = onlySection(in: content) {
      text.append(markup: bytes, section)
    } else if bytes.position(of: .lessThan, in: content) == nil, bytes.position(of: .ampersand, in: content) == nil {
      text.append(plain: bytes, content)
    } else {
      let source = source(of: index)
      text.append(markup: source, 0..<source.count)
    }
  }

  /// The inside of the CDATA section that is all of `content`, as it is in most feeds; it needs no unescaping.
  private func onlySection(in content: Range<Int>) -> Range<Int>? {
    let start = content.lowerBound + 9
    guard bytes.hasPrefix("<![cdata[", at: content.lowerBound, end: content.upperBound),
      let end = bytes.position(of: "]]>", in: start..<content.upperBound), end + 3 == content.upperBound
    else { return nil }
    return start..<end
  }

  /// The content as text, where only real tags are markup and escaped ones are text: for plain text and XHTML.
  func literal(of index: Int) -> String? {
    var text = MarkupText()
    append(literalOf: index, to: &text)
    return text.nonEmpty
  }

  func append(literalOf index: Int, to text: inout MarkupText) {
    text.append(markup: bytes, elements[index].content)
  }

  /// The characters of the content without its tags and without white space at the ends: for identifiers and addresses.
  func value(of index: Int) -> String? {
    let range = bytes.trimmed(elements[index].content)
    guard !range.isEmpty else { return nil }
    guard bytes.position(of: .lessThan, in: range) != nil else {
      guard bytes.position(of: .ampersand, in: range) != nil else { return bytes.string(range) }
      let plain = CharacterReferences.decoded(bytes, range, needsSemicolon: true)
      return plain.isEmpty ? nil : plain.string(plain.trimmed(0..<plain.count))
    }
    let source = source(of: index, keepsTags: false)
    let trimmed = source.trimmed(0..<source.count)
    return trimmed.isEmpty ? nil : source.string(trimmed)
  }

  /// An address in the content, made absolute.
  func address(of index: Int) -> String? { value(of: index).map { resolve($0, at: index) } }

  /// An address in an attribute, made absolute; nil when it is missing or empty.
  func address(_ attribute: StaticString, of index: Int) -> String? {
    guard let value = self.attribute(attribute, of: index), !value.isEmpty else { return nil }
    return resolve(value, at: index)
  }

  /// What `reference` means inside the element.
  func resolve(_ reference: String, at index: Int) -> String {
    bases[elements[index].base].address(of: reference)
  }

  /// The moment in the content.
  func date(of index: Int) -> FeedDate? { value(of: index).flatMap(DateParser.parse) }

  /// The content with character references decoded once and CDATA unwrapped; what was escaped becomes markup.
  func source(of index: Int, keepsTags: Bool = true) -> [UInt8] {
    let content = elements[index].content
    var output: [UInt8] = []
    output.reserveCapacity(content.count)
    var scanner = MarkupScanner(bytes, in: content)
    while let token = scanner.next() {
      switch token {
      case .text(let range): CharacterReferences.appendDecoded(bytes, range, to: &output, needsSemicolon: true)
      case .cdata(let range): output.append(copying: bytes, range)
      case .startTag(let tag): if keepsTags { output.append(copying: bytes, tag.start..<scanner.position) }
      case .endTag(_, let start): if keepsTags { output.append(copying: bytes, start..<scanner.position) }
      case .declaration: break
      }
    }
    return output
  }
}
