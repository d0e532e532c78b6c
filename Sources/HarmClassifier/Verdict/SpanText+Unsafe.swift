/// Text and copies out of bytes.
///
/// Invariants: the range is checked against the span's count before its pointer is used, and the pointer is not kept.
extension Span<UInt8> {
  /// The bytes `range` as text; ill-formed ones read as U+FFFD.
  package func string(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension [UInt8] {
  /// Appends the bytes `range` of a text.
  package mutating func append(_ range: Range<Int>, of text: Span<UInt8>) {
    text.extracting(range).withUnsafeBufferPointer { append(copyOf: $0) }
  }
}
