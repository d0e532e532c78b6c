/// The readings of the tokens a worker has met, in a table of two slots a hash: of three tokens the one not met for longest
/// falls out.
///
/// The table starts small and grows with what it meets, up to `mostSlots` (4 MB); then the rarest words fall out by
/// themselves.
struct TokenMemo: Sendable {
  var slots: [TokenReading] = []
  var growth = Growth()
  var scratch = TokenReader.Scratch()
  /// What a walk works in.
  var workspace: [UInt64] = []
  private var owner: TokenReader?

  /// What grows while readings are written.
  struct Growth: Sendable {
    /// The folded texts of the tokens, one after another.
    var texts: [UInt8] = []
    /// Readings written since the table last grew.
    var written = 0
  }

  private static let fewestSlots = 1 << 6
  private static let mostSlots = 1 << 16
  /// Texts of tokens that fell out stay until the table is emptied.
  private static let mostTextBytes = 1 << 22

  /// Prepares for a post read by `reader`: what another one read is forgotten.
  @inline(__always)
  mutating func prepare(for reader: TokenReader) {
    if owner !== reader || growth.texts.count > Self.mostTextBytes {
      empty(for: reader)
    } else if growth.written > slots.count / 2, slots.count < Self.mostSlots {
      grow()
    }
  }

  private mutating func empty(for reader: TokenReader) {
    owner = reader
    if workspace.isEmpty { workspace = Array(repeating: 0, count: (FirstLook.workspaceBytes + 7) / 8) }
    slots = Array(repeating: TokenReading(), count: Self.fewestSlots)
    growth.texts.removeAll(keepingCapacity: true)
    growth.written = 0
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: TokenReading(), count: old.count * 4)
    let shift = Self.shift(slots.count)
    for reading in old where reading.key.low != 0 {
      let slot = Int(reading.key.hash >> shift) * 2
      slots[slots[slot].key.low == 0 ? slot : slot + 1] = reading
    }
    growth.written = 0
  }

  /// How far a hash is shifted to give one of the pairs of `count` slots; `count` is a power of two.
  static func shift(_ count: Int) -> UInt64 { UInt64(65 - count.trailingZeroBitCount) }
}
