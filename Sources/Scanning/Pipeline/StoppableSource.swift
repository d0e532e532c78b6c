import Foundation
import PostExports

/// Standard input that can be left while it has nothing to give.
struct StoppableSource: ByteSource {
  private var input: FileSource
  private let isStopped: @Sendable () -> Bool

  init(_ input: FileSource, isStopped: @escaping @Sendable () -> Bool) {
    self.input = input
    self.isStopped = isStopped
  }

  var name: String { input.name }
  var totalBytes: Int? { input.totalBytes }
  var position: Int { input.position }

  mutating func read(_ count: Int, into buffer: inout [UInt8]) throws(PostExportError) -> Int {
    while !hasInput {
      if isStopped() { throw .unreadable(path: name, reason: "stopped") }
    }
    return try input.read(count, into: &buffer)
  }

  /// Waits for input for a fifth of a second. The end of the input and errors count as input: the read tells them.
  private var hasInput: Bool {
    var wanted = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&wanted, 1, 200) > 0
  }
}
