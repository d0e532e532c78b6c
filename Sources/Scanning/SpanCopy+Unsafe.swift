/// Copies out of the bytes of a batch.
///
/// Invariants: the range is checked against the span's count before its pointer is used, and the pointer is not kept.
extension Span<UInt8> {
  /// The bytes as text; what is no UTF-8 becomes U+FFFD.
  func string(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  func array(_ range: Range<Int>) -> [UInt8] {
    extracting(range).withUnsafeBufferPointer { Array($0) }
  }
}
