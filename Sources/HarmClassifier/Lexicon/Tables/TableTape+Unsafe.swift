/// Tables as bytes: written one behind another, or read back. One list of a table's fields serves both ways, so that writing
/// and reading cannot differ.
///
/// Numbers stand as they lie in memory, lists of them behind their length: the shipped lexicon's tables are read back in 2
/// million instructions, and worked out in 42. Such bytes are for the machine that wrote them.
///
/// Invariants: only `MemoryImage`s are copied, for which any bits are a value; a copy's range lies within the bytes. A tape
/// that ends too soon gives empty lists, and is damaged.
struct TableTape {
  private(set) var bytes: ArraySlice<UInt8>
  let isRead: Bool
  private var position: Int
  private var isDamaged = false

  /// A tape to be written.
  init() { (bytes, isRead, position) = ([], false, 0) }

  /// A tape to be read.
  init(reading bytes: ArraySlice<UInt8>) { (self.bytes, isRead, position) = (bytes, true, bytes.startIndex) }

  /// Whether all of a tape was read and made sense.
  var isReadWell: Bool { position == bytes.endIndex && !isDamaged }

  mutating func damage() { isDamaged = true }

  mutating func pass<Number: MemoryImage>(_ list: inout [Number]) {
    guard isRead else { return write(list) }
    let length = read(1, of: UInt64.self).first ?? 0
    list = read(Int(clamping: length), of: Number.self)
  }

  mutating func pass(_ number: inout UInt64) {
    guard isRead else { return append([number]) }
    number = read(1, of: UInt64.self).first ?? 0
  }

  private mutating func write(_ list: [some MemoryImage]) {
    append([UInt64(list.count)])
    append(list)
  }

  private mutating func append(_ list: [some MemoryImage]) {
    list.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  private mutating func read<Number: MemoryImage>(_ count: Int, of _: Number.Type) -> [Number] {
    let size = MemoryLayout<Number>.stride
    guard (0...(bytes.endIndex - position) / size).contains(count) else {
      damage()
      return []
    }
    let place = position..<position + count * size
    position = place.upperBound
    return Array(unsafeUninitializedCapacity: count) { list, listCount in
      bytes[place].withUnsafeBytes { UnsafeMutableRawBufferPointer(list).copyMemory(from: $0) }
      listCount = count
    }
  }
}

/// A number, or numbers without room between them: any bits are a value.
protocol MemoryImage: BitwiseCopyable {}

extension UInt8: MemoryImage {}
extension UInt32: MemoryImage {}
extension UInt64: MemoryImage {}
extension Int: MemoryImage {}
extension WordKey: MemoryImage {}
