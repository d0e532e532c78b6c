/// A short run of bytes to look for.
struct BytePattern: Sendable {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  var count: Int { bytes.count }

  /// Where it first lies in `haystack[from..<to]`.
  func first(in haystack: Span<UInt8>, from: Int, to: Int) -> Int? {
    var at = from
    while at + bytes.count <= to {
      at = ByteScan.first(bytes[0], haystack, from: at, to: to)
      if lies(at: at, in: haystack, to: to) { return at }
      at += 1
    }
    return nil
  }

  /// Whether it lies at `at`.
  func lies(at: Int, in haystack: Span<UInt8>, to end: Int) -> Bool {
    guard at + bytes.count <= end else { return false }
    for index in bytes.indices where bytes[index] != haystack[at + index] { return false }
    return true
  }
}
