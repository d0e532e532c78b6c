/// Values by names of up to 16 ASCII characters, whatever their case: a name becomes one number, found in an open table
/// (linear probing, a quarter full) without making a string of it.
struct NameTable<Value: Sendable>: Sendable {
  private let slots: [(key: UInt128, value: Value)?]
  private let mask: Int

  /// `names` are in lower case, each once.
  init(_ names: [(String, Value)]) {
    var size = 4
    while size < names.count * 4 { size *= 2 }
    mask = size - 1
    var slots = [(key: UInt128, value: Value)?](repeating: nil, count: size)
    for (name, value) in names {
      let key = Array(name.utf8).packedName(0..<name.utf8.count)
      var slot = Self.slot(key) & mask
      while slots[slot] != nil { slot = (slot + 1) & mask }
      slots[slot] = (key, value)
    }
    self.slots = slots
  }

  /// The value of the name in `range`.
  func value(_ bytes: [UInt8], _ range: Range<Int>) -> Value? {
    guard range.count <= 16 else { return nil }
    let key = bytes.packedName(range)
    var slot = Self.slot(key) & mask
    while let found = slots[slot] {
      if found.key == key { return found.value }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// Multiplicative hashing (Knuth 6.4): the high bits depend on all of the key's.
  private static func slot(_ key: UInt128) -> Int {
    let folded = UInt64(truncatingIfNeeded: key ^ key >> 64)
    return Int(truncatingIfNeeded: (folded &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }
}
