/// Appending stretches of memory to arrays of plain values: half the instructions of `append(contentsOf:)`, which counts for
/// stretches as short as words are.
///
/// Invariants: memory is written only within the capacity that was asked for, and no pointer is kept.
extension Array where Element: BitwiseCopyable {
  /// Appends a copy of `source`, which is not of this array.
  @inline(__always)
  mutating func append(copyOf source: UnsafeBufferPointer<Element>) {
    guard let start = source.baseAddress else { return }
    appendUninitialized(source.count) { $0.initialize(from: start, count: source.count) }
  }

  /// Appends `count` elements, all of which `initialize` writes.
  @inline(__always)
  mutating func appendUninitialized(_ count: Int, _ initialize: (UnsafeMutablePointer<Element>) -> Void) {
    append(addingCapacity: count) { free in
      free.withUnsafeMutableBufferPointer { free, initialized in
        if let start = free.baseAddress { initialize(start) }
        initialized = count
      }
    }
  }
}
