/// A table that is written once and then only read, by any number of threads.
///
/// An array in its place is retained and released at every use of its memory, and workers that share it wait for each
/// other's counts.
///
/// Invariants: `start` points to `count` elements, all set, from the end of `init` until `deinit`; nobody writes there. That
/// is why it may be shared.
final class FixedTable<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  let start: UnsafePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
    start = UnsafePointer(memory.baseAddress!)
    count = elements.count
  }

  deinit { UnsafeMutablePointer(mutating: start).deallocate() }

  subscript(index: Int) -> Element {
    @inline(__always)
    get {
      precondition(0..<count ~= index)
      return start[index]
    }
  }
}
