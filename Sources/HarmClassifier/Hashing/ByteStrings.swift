/// A list of short byte strings in one buffer.
struct ByteStrings: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  var count: Int { ends.count - 1 }

  subscript(index: Int) -> ArraySlice<UInt8> { bytes[ends[index]..<ends[index + 1]] }

  mutating func append(_ string: Range<Int>, of text: Span<UInt8>) {
    bytes.append(string, of: text)
    ends.append(bytes.count)
  }
}
