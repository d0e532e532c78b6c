/// A run of consecutive records of one input: one storage, and where each record lies in it.
///
/// Batches are values that can be classified on any thread. Their indices count up from 0 without a gap, so results
/// can be written in the order of the input. A batch holds at most `PostBatch.recordLimit` records.
public struct PostBatch: Sendable, RandomAccessCollection {
  /// A record that was read, or that could not be.
  public enum Record: Sendable {
    /// A readable record.
    case post(Post)
    /// A record that could not be read.
    case bad(BadRecord)
  }

  /// The most records of one batch.
  public static let recordLimit = 32_768

  /// The batch's place among the batches of its input, from 0.
  public let index: Int
  /// The number of the batch's first record among the records of its input, good and bad, from 1.
  public let firstNumber: Int
  /// The records that could not be read, in order; they are also among the elements.
  public let bad: [BadRecord]

  let storage: [UInt8]
  let slots: [Slot]

  init(index: Int, firstNumber: Int, storage: [UInt8], records: BatchRecords) {
    self.index = index
    self.firstNumber = firstNumber
    self.bad = records.bad
    self.storage = storage
    self.slots = records.slots
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of records, good and bad.
  public var endIndex: Int { slots.count }

  /// The record at `position`, counted from 0 in this batch. Nothing is copied.
  public subscript(position: Int) -> Record {
    let slot = slots[position]
    if let place = slot.badIndex { return .bad(bad[place]) }
    return .post(Post(number: firstNumber + position, storage: storage, slot: slot))
  }

  /// Where the parts of a readable record lie in the bytes of its batch.
  public struct Place: Sendable, Hashable {
    /// The record's number among those of its input, good and bad, from 1.
    public let number: Int
    /// The text.
    public let text: Range<Int>
    /// The id as given; nil where there is none.
    public let id: Range<Int>?
    /// The time as given; nil where there is none or none was asked for.
    public let time: Range<Int>?

    /// Creates a place.
    public init(number: Int, text: Range<Int>, id: Range<Int>? = nil, time: Range<Int>? = nil) {
      (self.number, self.text, self.id, self.time) = (number, text, id, time)
    }
  }

  /// Walks over the records in `range` in order: gives `post` the place of each readable one and the bytes of the batch,
  /// and `bad` the rest.
  ///
  /// The cheapest way through a batch: nothing is copied, allocated or counted by reference for a record.
  public func visit(
    _ range: Range<Int>,
    post: (_ place: Place, _ bytes: Span<UInt8>) -> Void,
    bad: (BadRecord) -> Void
  ) {
    let (bytes, slots) = (storage.span, slots.span)
    for position in range {
      let slot = slots[position]
      if let index = slot.badIndex {
        bad(self.bad[index])
      } else {
        post(Place(number: firstNumber + position, text: slot.text, id: slot.id, time: slot.time), bytes)
      }
    }
  }

  /// The readable record at `position`; a programmer's error for one that could not be read.
  public func post(at position: Int) -> Post {
    precondition(slots[position].badIndex == nil, "no readable record")
    return Post(number: firstNumber + position, storage: storage, slot: slots[position])
  }
}

/// One exported post: a view into the storage of its batch.
public struct Post: Sendable {
  /// The place of the record in its input, good and bad ones counted, from 1.
  public let number: Int
  private let storage: [UInt8]
  private let slot: Slot

  init(number: Int, storage: [UInt8], slot: Slot) {
    self.number = number
    self.storage = storage
    self.slot = slot
  }

  /// The line on which the record starts, from 1.
  public var line: Int { slot.line }

  /// The id as given (a number as it was written); the record's number where there is none.
  public var id: String { slot.id.map { String(decoding: storage[$0], as: UTF8.self) } ?? String(number) }

  /// The time as given; `nil` where there is none or none was asked for.
  public var time: String? { slot.time.map { String(decoding: storage[$0], as: UTF8.self) } }

  /// The text; broken UTF-8 is repaired with U+FFFD, so offsets may differ from those in `withText`.
  public var text: String { String(decoding: storage[slot.text], as: UTF8.self) }

  /// Calls `body` with the bytes of the text as they were in the input (escapes and doubled quotes resolved).
  ///
  /// They should be UTF-8 but may be anything. Nothing is copied.
  public func withText<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(storage.span.extracting(slot.text))
  }
}

/// Where the parts of a record lie in the storage; 32 bytes, as there is one for every post.
struct Slot: Sendable {
  private var textStart: Int32
  private var textEnd: Int32
  private var idStart: Int32
  private var idEnd: Int32
  private var timeStart: Int32
  private var timeEnd: Int32
  let line: Int

  /// A readable record. Batches stay far below 2 GiB (`PostReader.Options.maxRecordBytes`).
  init(text: Range<Int>, id: Range<Int>?, time: Range<Int>?, line: Int) {
    textStart = Int32(truncatingIfNeeded: text.lowerBound)
    textEnd = Int32(truncatingIfNeeded: text.upperBound)
    (idStart, idEnd) = Self.packed(id)
    (timeStart, timeEnd) = Self.packed(time)
    self.line = line
  }

  /// A record that could not be read: the index of its `BadRecord`.
  init(badIndex: Int, line: Int) {
    textStart = -1
    textEnd = Int32(truncatingIfNeeded: badIndex)
    (idStart, idEnd) = Self.packed(nil)
    (timeStart, timeEnd) = Self.packed(nil)
    self.line = line
  }

  var badIndex: Int? { textStart < 0 ? Int(textEnd) : nil }
  var text: Range<Int> { Int(textStart)..<Int(textEnd) }
  var id: Range<Int>? { idStart < 0 ? nil : Int(idStart)..<Int(idEnd) }
  var time: Range<Int>? { timeStart < 0 ? nil : Int(timeStart)..<Int(timeEnd) }

  private static func packed(_ range: Range<Int>?) -> (Int32, Int32) {
    guard let range else { return (-1, -1) }
    return (Int32(truncatingIfNeeded: range.lowerBound), Int32(truncatingIfNeeded: range.upperBound))
  }
}

/// The records of a batch while they are being found.
struct BatchRecords: Sendable {
  let file: String
  private(set) var slots: [Slot] = []
  private(set) var bad: [BadRecord] = []
  /// The storage of formats whose posts do not stand in the input as they are; empty where they do.
  private(set) var made: [UInt8] = []

  /// `reusing` gives its memory.
  init(file: String, reusing slots: consuming [Slot] = []) {
    self.file = file
    slots.removeAll(keepingCapacity: true)
    self.slots = slots
  }

  var isFull: Bool { slots.count >= PostBatch.recordLimit }

  mutating func add(text: Range<Int>, id: Range<Int>? = nil, time: Range<Int>? = nil, line: Int) {
    slots.append(Slot(text: text, id: id, time: time, line: line))
  }

  /// Adds a post that was put together; a format makes all its posts or none.
  mutating func addMade(text: [UInt8], id: [UInt8]?, time: [UInt8]?, line: Int) {
    func append(_ bytes: [UInt8]) -> Range<Int> {
      let start = made.count
      made += bytes
      return start..<made.count
    }
    let text = append(text)
    slots.append(Slot(text: text, id: id.map(append), time: time.map(append), line: line))
  }

  mutating func addBad(line: Int, _ reason: String) {
    slots.append(Slot(badIndex: bad.count, line: line))
    bad.append(BadRecord(file: file, line: line, reason: reason))
  }
}
