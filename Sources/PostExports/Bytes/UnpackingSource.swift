import CCompression

/// Unpacks gzip and zstd, told by their first bytes; anything else passes as it is.
struct UnpackingSource: ByteSource {
  private var packed: any ByteSource
  private var input: [UInt8] = []
  private var taken = 0
  private var stage = Stage.undecided

  private enum Stage {
    case undecided
    case plain
    case unpacking(Decompressor, isWhole: Bool, hasEnded: Bool)
  }

  private static let chunkBytes = 64 << 10
  private static let magics: [(bytes: [UInt8], kind: ccompression_kind)] = [
    ([0x1F, 0x8B], CCOMPRESSION_GZIP), ([0x28, 0xB5, 0x2F, 0xFD], CCOMPRESSION_ZSTD),
  ]

  init(_ packed: any ByteSource) { self.packed = packed }

  var name: String { packed.name }
  var totalBytes: Int? { packed.totalBytes }
  var position: Int { packed.position }

  mutating func read(_ count: Int, into buffer: inout [UInt8]) throws(PostExportError) -> Int {
    switch stage {
    case .undecided:
      try decide()
      return try read(count, into: &buffer)
    case .plain:
      guard !input.isEmpty else { return try packed.read(count, into: &buffer) }
      let pending = min(count, input.count)
      buffer += input.prefix(pending)
      input.removeFirst(pending)
      return pending
    case .unpacking(let decompressor, let isWhole, let hasEnded):
      return try unpack(count, into: &buffer, decompressor, isWhole: isWhole, hasEnded: hasEnded)
    }
  }

  /// Reads until the first bytes tell what they are.
  private mutating func decide() throws(PostExportError) {
    while true {
      if let magic = Self.magics.first(where: { input.starts(with: $0.bytes) }) {
        guard let decompressor = Decompressor(magic.kind) else {
          throw .unreadable(path: name, reason: "no memory for unpacking")
        }
        return stage = .unpacking(decompressor, isWhole: false, hasEnded: false)
      }
      let mayFollow = Self.magics.contains { $0.bytes.starts(with: input) }
      if !mayFollow { return stage = .plain }
      if try packed.read(Self.chunkBytes, into: &input) == 0 { return stage = .plain }
    }
  }

  private mutating func unpack(
    _ count: Int,
    into buffer: inout [UInt8],
    _ decompressor: Decompressor,
    isWhole: Bool,
    hasEnded: Bool
  ) throws(PostExportError) -> Int {
    var (isWhole, hasEnded) = (isWhole, hasEnded)
    defer { stage = .unpacking(decompressor, isWhole: isWhole, hasEnded: hasEnded) }
    while true {
      if taken == input.count && !hasEnded {
        input.removeAll(keepingCapacity: true)
        taken = 0
        hasEnded = try packed.read(Self.chunkBytes, into: &input) == 0
      }
      if hasEnded && taken == input.count && isWhole { return 0 }
      let step = decompressor.step(input.span.extracting(taken..<input.count), count, into: &buffer)
      taken += step.taken
      isWhole = step.status == CCOMPRESSION_END
      if step.given > 0 { return step.given }
      if step.status == CCOMPRESSION_DAMAGED || hasEnded && taken == input.count && !isWhole {
        let kind = hasEnded ? "the compressed data are cut off" : "the compressed data are damaged"
        throw .unsupported(path: name, reason: kind, advice: "posts before that place were read; get the file again")
      }
    }
  }
}
