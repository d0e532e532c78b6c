/// The attributes of one tag, in order; values may be quoted, bare or missing.
struct Attributes: Sequence, IteratorProtocol {
  let bytes: [UInt8]
  private var position: Int
  private let end: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> (name: Range<Int>, value: Range<Int>)? {
    while position < end, bytes[position].isSpace || bytes[position] == .slash || bytes[position] == .equals {
      position += 1
    }
    guard position < end else { return nil }
    let nameStart = position
    while position < end, !bytes[position].isSpace, bytes[position] != .equals { position += 1 }
    let name = nameStart..<position
    skipSpace()
    guard position < end, bytes[position] == .equals else { return (name, position..<position) }
    position += 1
    skipSpace()
    return (name, value())
  }

  /// The decoded value of the attribute `name`, with white space at its ends removed; `name` is in lower case.
  func value(of name: StaticString) -> String? {
    for attribute in self where bytes.matches(name, in: attribute.name) {
      let trimmed = bytes.trimmed(attribute.value)
      guard bytes.position(of: .ampersand, in: trimmed) != nil else { return bytes.string(trimmed) }
      return String(decoding: CharacterReferences.decoded(bytes, trimmed), as: UTF8.self)
    }
    return nil
  }

  private mutating func skipSpace() {
    while position < end, bytes[position].isSpace { position += 1 }
  }

  private mutating func value() -> Range<Int> {
    guard position < end else { return end..<end }
    let quote = bytes[position]
    if quote == .quote || quote == .apostrophe {
      let start = position + 1
      let close = bytes.position(of: quote, in: start..<end) ?? end
      position = Swift.min(close + 1, end)
      return start..<close
    }
    let start = position
    while position < end, !bytes[position].isSpace { position += 1 }
    return start..<position
  }
}
