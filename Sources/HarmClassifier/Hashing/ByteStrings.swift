/// A list of short byte strings in one buffer.
struct ByteStrings: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  mutating func pass(over tape: inout TableTape) {
    tape.pass(&bytes)
    tape.pass(&ends)
  }

  var count: Int { ends.count - 1 }

  subscript(index: Int) -> ArraySlice<UInt8> { bytes[ends[index]..<ends[index + 1]] }

  mutating func append(_ string: Range<Int>, of text: Span<UInt8>) {
    bytes.append(string, of: text)
    ends.append(bytes.count)
  }

  /// Whether string `index` is the bytes `string` of `text`.
  func holds(_ string: Range<Int>, of text: Span<UInt8>, at index: Int) -> Bool {
    let place = ends[index]..<ends[index + 1]
    return place.count == string.count
      && string.indices.allSatisfy { bytes[place.lowerBound + $0 - string.lowerBound] == text[$0] }
  }
}
