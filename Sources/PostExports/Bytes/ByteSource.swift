/// Where the bytes of an export come from: a file, a pipe, a decompressor, a test.
public protocol ByteSource: Sendable {
  /// What messages call the input: the path as given, or `-`.
  var name: String { get }

  /// The size of the input in bytes, where it is known before reading it.
  var totalBytes: Int? { get }

  /// The bytes taken from the input so far, on the scale of `totalBytes`.
  var position: Int { get }

  /// Appends at most `count` bytes to `buffer` and says how many; 0 means the input has ended.
  ///
  /// May give fewer than asked for (a pipe gives what it has), and blocks while there are none.
  mutating func read(_ count: Int, into buffer: inout [UInt8]) throws(PostExportError) -> Int
}
