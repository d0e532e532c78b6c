/// Values by names of up to 16 ASCII characters, whatever their case: a name becomes one number, which a binary search
/// finds without making a string or a hash of it.
struct NameTable<Value: Sendable>: Sendable {
  private let keys: [UInt128]
  private let values: [Value]

  /// `names` are in lower case and each once.
  init(_ names: [(String, Value)]) {
    let sorted = names.map { (Self.pack($0.0.utf8), $0.1) }.sorted { $0.0 < $1.0 }
    keys = sorted.map(\.0)
    values = sorted.map(\.1)
  }

  /// The value of the name in `range`.
  func value(_ bytes: [UInt8], _ range: Range<Int>) -> Value? {
    guard range.count <= 16 else { return nil }
    let key = Self.pack(bytes[range])
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low &+ high) / 2
      if keys[middle] < key { low = middle &+ 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? values[low] : nil
  }

  @inline(__always)
  private static func pack(_ name: some Sequence<UInt8>) -> UInt128 {
    var key: UInt128 = 0
    for byte in name { key = key << 8 | UInt128(byte.lowercased) }
    return key
  }
}
