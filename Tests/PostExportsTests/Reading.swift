import PostExports

/// A record in a form that tests can compare and print.
enum Item: Equatable, CustomStringConvertible {
  case post(id: String, text: String, line: Int)
  case bad(line: Int, reason: String)

  var description: String {
    switch self {
    case .post(let id, let text, let line): "post \(id) on \(line): \(text.debugDescription)"
    case .bad(let line, let reason): "bad on \(line): \(reason)"
    }
  }

  var isBad: Bool { if case .bad = self { true } else { false } }
}

/// Bytes in memory, given out in reads of at most `chunk` bytes.
struct MemorySource: ByteSource {
  var name = "posts"
  var bytes: [UInt8]
  var chunk = Int.max
  var totalBytes: Int? { bytes.count }
  private(set) var position = 0

  init(_ bytes: some Sequence<UInt8>, name: String = "posts", chunk: Int = .max) {
    self.bytes = Array(bytes)
    self.name = name
    self.chunk = chunk
  }

  mutating func read(_ count: Int, into buffer: inout [UInt8]) throws(PostExportError) -> Int {
    let next = min(bytes.count, position + min(count, chunk))
    buffer.append(contentsOf: bytes[position..<next])
    defer { position = next }
    return next - position
  }
}

/// Reads everything and checks what must hold of any reading: indices, numbers and counts add up.
func items(
  _ source: some ByteSource,
  _ options: PostReader.Options = PostReader.Options()
) throws -> [Item] {
  var reader = PostReader(source: source, options: options)
  var items: [Item] = []
  var batches = 0
  while let batch = try reader.next() {
    precondition(batch.index == batches && batch.firstNumber == items.count + 1 && !batch.isEmpty)
    precondition(batch.count <= PostBatch.recordLimit)
    batches += 1
    for record in batch {
      switch record {
      case .post(let post):
        precondition(post.number == items.count + 1)
        items.append(.post(id: post.id, text: post.text, line: post.line))
      case .bad(let bad):
        precondition(bad.file == source.name)
        items.append(.bad(line: bad.line, reason: bad.reason))
      }
    }
  }
  let progress = reader.progress
  precondition(progress.records == items.count && progress.bad == items.count(where: \.isBad))
  precondition(progress.bytes == progress.totalBytes)
  return items
}

func items(
  _ text: String,
  _ format: PostFormat,
  fields: PostFields = PostFields(),
  maxRecordBytes: Int = 16 << 20
) throws -> [Item] {
  let options = PostReader.Options(format: format, fields: fields, maxRecordBytes: maxRecordBytes)
  return try items(MemorySource(text.utf8), options)
}

/// A seeded generator (SplitMix64), so that a failing test can be run again.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
