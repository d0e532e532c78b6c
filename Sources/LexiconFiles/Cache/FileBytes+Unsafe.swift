import Foundation

/// A file's bytes read into the memory where they stay; `FileHandle` would have them copied twice more.
///
/// Invariant: no more is read than the array has room for, and only what was read counts.
extension [UInt8] {
  /// The next `size` bytes of an open file; nil when it has fewer.
  init?(reading size: Int, from file: Int32) {
    self.init(unsafeUninitializedCapacity: size) { bytes, count in
      while count < size {
        let got = read(file, bytes.baseAddress! + count, size - count)
        guard got > 0 else { break }
        count += got
      }
    }
    guard count == size else { return nil }
  }
}
