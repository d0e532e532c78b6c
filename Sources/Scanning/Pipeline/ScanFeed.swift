import Foundation
import PostExports

/// Reads the inputs of a scan one after the other.
struct ScanFeed: DeliverySource, ~Copyable {
  private let inputs: [PostInput]
  private let options: PostReader.Options
  private let isStopped: @Sendable () -> Bool
  /// The input being read, or to be read next.
  private var input: Int
  /// Records of that input that an earlier scan judged.
  private var done: Int
  private var reader: PostReader?
  /// Bytes of the inputs that are done.
  private var finishedBytes = 0

  init(
    _ inputs: [PostInput],
    options: PostReader.Options,
    from start: ScanPosition,
    isStopped: @escaping @Sendable () -> Bool
  ) {
    (self.inputs, self.options, self.isStopped) = (inputs, options, isStopped)
    (input, done) = (start.input, start.records)
  }

  mutating func next(reusing batch: consuming PostBatch?) -> Delivery? {
    if let batch = consume batch { reader?.reuse(batch) }
    while input < inputs.count, !isStopped() {
      do throws(PostExportError) {
        if reader == nil { reader = try open(inputs[input]) }
        if let batch = try reader?.next() { return delivery(of: batch) }
        let isMute = progress.map { $0.bytes > 0 && $0.records == 0 && $0.bad == 0 } ?? false
        let name = inputs[input].name
        endInput()
        // Nobody should take a file read in the wrong layout for one of clean posts.
        if isMute { return Delivery(input: input - 1, source: name, content: .failure(.nothingFound(path: name))) }
      } catch {
        let failed = Delivery(input: input, source: inputs[input].name, content: .failure(error))
        endInput()
        return failed
      }
    }
    return nil
  }

  private var progress: ReadProgress? {
    switch reader {
    case .some(let reader): reader.progress
    case .none: nil
    }
  }

  private func delivery(of batch: PostBatch) -> Delivery {
    let first = batch.firstNumber - 1
    let skipped = min(batch.count, max(0, done - first))
    return Delivery(
      input: input,
      source: inputs[input].name,
      content: .batch(batch, skipped..<batch.count),
      records: max(done, first + batch.count),
      bytes: finishedBytes + (progress?.bytes ?? 0)
    )
  }

  private mutating func endInput() {
    if let progress { finishedBytes += progress.totalBytes ?? progress.bytes }
    reader = nil
    (input, done) = (input + 1, 0)
  }

  private func open(_ input: PostInput) throws(PostExportError) -> PostReader {
    guard input.name == "-" else { return try input.reader(options) }
    return PostReader(source: StoppableSource(try FileSource(path: "-"), isStopped: isStopped), options: options)
  }

  /// The size of all inputs in bytes; nil when that of one is not known beforehand.
  static func totalSize(of inputs: [PostInput]) -> Int? {
    inputs.reduce(0 as Int?) { total, input in
      // `attributesOfItem` would look up the owner's name, too.
      var status = stat()
      guard let total, stat(input.name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      return total + Int(status.st_size)
    }
  }
}
