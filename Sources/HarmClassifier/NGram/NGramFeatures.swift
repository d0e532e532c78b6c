/// Hashed features: which slots of a model a text touches.
///
/// Every run of three and of four bytes is a feature (character n-grams as in Cavnar & Trenkle 1994), hashed into a table
/// of fixed size (feature hashing, Weinberger et al. 2009); beside them the shapes of words and a few counts.
extension NGramText {
  /// Slots of a model.
  package static let slotCount = 1 << 16

  /// What is counted over a whole window.
  package struct Counts: Sendable {
    var words = 0
    var disguised = 0
    var mixed = 0
    var symbols = 0
    var mentions = 0
    var invitations = 0
  }

  /// Calls `body` with the slot and the place in the folded text of every feature; -1 for what belongs to no place.
  @inline(__always)
  package func forEachFeature(_ body: (_ slot: Int, _ place: Int) -> Void) {
    forEachLocalFeature(body)
    Self.forEachSign(of: counts) { body($0, -1) }
  }

  /// As `forEachFeature`, without the signs of the whole window.
  @inline(__always)
  func forEachLocalFeature(_ body: (_ slot: Int, _ place: Int) -> Void) {
    var window: UInt32 = 0
    // The places of the bytes in the window, the last one lowest.
    var places = SIMD4<Int32>(repeating: -1)
    forEachPlace { index, place in
      window = window << 8 | UInt32(bytes[index])
      places = SIMD4(Int32(truncatingIfNeeded: place), places[0], places[1], places[2])
      if index >= 2 { body(Self.slot(ofThree: window), Int(places[2])) }
      if index >= 3 { body(Self.slot(ofFour: window), Int(places[3])) }
    }
    forEachShapeSign { slot, shape in body(slot, place(of: shape.range.lowerBound)) }
  }

  /// Calls `body` with the slots of the shapes of words.
  @inline(__always)
  func forEachShapeSign(_ body: (_ slot: Int, _ shape: Shape) -> Void) {
    for shape in shapes { Self.forEachSign(of: shape) { body($0, shape) } }
  }

  /// What the features weigh that belong to a place, and how many they are.
  func localWeights(_ rows: [NGramRow]) -> (sum: SIMD4<Int32>, count: Int) {
    withShapes(bytes.count < 3 ? SIMD4() : NGramRow.sum(over: bytes, rows), rows)
  }

  /// As `localWeights`; leaves in `sums` what any run of places weighs.
  mutating func weigh(_ rows: [NGramRow]) -> (sum: SIMD4<Int32>, count: Int) {
    // Before `self` is asked for shapes, which would copy it.
    let ngrams = bytes.count < 3 ? SIMD4() : NGramRow.sum(over: bytes, rows, &sums)
    return withShapes(ngrams, rows)
  }

  @inline(__always)
  private func withShapes(_ ngrams: SIMD4<Int32>, _ rows: [NGramRow]) -> (sum: SIMD4<Int32>, count: Int) {
    var (sum, count) = (ngrams, bytes.count < 3 ? 0 : Self.featureCount(ofBytes: bytes.count))
    forEachShapeSign { slot, _ in
      sum &+= rows[slot].sum(of: 1)
      count += 1
    }
    return (sum, count)
  }

  /// What the n-grams weigh for a label that begin in `places`, once the text was weighed.
  @inline(__always)
  func weight(ofNGramsIn places: Range<Int>, label: Int) -> Int32 {
    var (start, sum) = (places.lowerBound, Int32(0))
    let (sums, behindAll) = (sums.span, bytes.count &- 2)
    let end = min(places.upperBound, behindAll)
    while start < end {
      let next = min(end, start &+ NGramRow.mostAdded / 2)
      // The last one has no n-gram of four bytes beside it.
      let features = 2 &* (next &- start) &- (next == behindAll ? 1 : 0)
      sum &+= (sums[next] &- sums[start]).sum(of: features, label: label)
      start = next
    }
    return sum
  }

  /// How many n-grams lie in a text of `count` bytes, at least 3: one of three bytes from each place but the last two, one
  /// of four from each but the last three.
  @inline(__always)
  static func featureCount(ofBytes count: Int) -> Int { 2 * count - 5 }

  /// The slots of the n-grams over the blank between two pieces of text, of which the first ends with the two bytes
  /// `left` and the second starts with the two bytes `right`.
  @inline(__always)
  static func slots(across left: UInt16, _ right: UInt16) -> (Int, Int, Int) {
    let (left, right) = (UInt32(left), UInt32(right))
    let three = left << 16 | 0x2000 | right >> 8
    return (slot(ofThree: three), slot(ofFour: three), slot(ofFour: left << 24 | 0x20_0000 | right))
  }

  @inline(__always)
  static func slot(ofThree window: UInt32) -> Int { Int(((window & 0xFF_FFFF) &* 0x9E37_79B1) >> 16) }

  @inline(__always)
  static func slot(ofFour window: UInt32) -> Int { Int(((window ^ 0x5BD1_E995) &* 0x85EB_CA77) >> 16) }

  var counts: Counts {
    Counts(
      words: words,
      disguised: shapes.count { $0.disguise != 0 },
      mixed: shapes.count(where: \.isMixed),
      symbols: symbols,
      mentions: mentions,
      invitations: invitations
    )
  }

  /// Calls `body` with the slots of what was counted over a window.
  @inline(__always)
  static func forEachSign(of counts: Counts, _ body: (_ slot: Int) -> Void) {
    let (hidden, named, length) = (bucket(counts.disguised), bucket(counts.mixed), bucket(counts.words))
    let slots = windowSlots
    func sign(_ kind: Int, _ a: UInt32, _ b: UInt32 = 0) { body(Int(slots[(kind - 20) << 6 | Int(a << 3 | b)])) }
    sign(20, hidden)
    sign(21, named)
    sign(22, length)
    sign(23, bucket(counts.symbols))
    sign(25, bucket(counts.mentions))
    sign(26, hidden, length)
    sign(27, named, length)
    if counts.invitations > 0 { sign(28, bucket(counts.invitations)) }
  }

  /// The slots of kinds 20 to 28, each with its values from 0 to 7.
  private static let windowSlots = (UInt32(0)..<9 * 64).map { UInt16(slot(20 + ($0 >> 6), $0 >> 3 & 7, $0 & 7)) }

  /// The shape of a word counts as much as so many of its n-grams: names change, how they are built does not.
  private static let signWeight = 3

  /// Calls `body` with the slots of the shape of a word, as often as they count.
  @inline(__always)
  static func forEachSign(of shape: Shape, _ body: (_ slot: Int) -> Void) {
    forEachKind(of: shape) { slot in
      for _ in 0..<signWeight { body(slot) }
    }
  }

  @inline(__always)
  private static func forEachKind(of shape: Shape, _ body: (_ slot: Int) -> Void) {
    let hidden: UInt32 = shape.disguise == 0 ? 0 : 1
    let letters = UInt32(min(shape.letters, 9))
    if shape.isMixed {
      let isSuffix: UInt32 = shape.number == shape.digits ? 1 : 0
      body(slot(10, letters, UInt32(min(shape.digits, 5)), isSuffix, hidden))
      body(slot(11, UInt32(min(shape.number, 5)), hidden, shape.isLucky ? 1 : 0))
      if shape.isHost { body(slot(15, UInt32(min(shape.number, 5)))) }
    }
    if hidden == 1 {
      body(slot(12, UInt32(shape.disguise)))
      body(slot(13, UInt32(shape.disguise), letters, UInt32(min(shape.digits, 4))))
    }
    if shape.ending > 0 { body(slot(14, UInt32(shape.ending), shape.isHost ? 2 : hidden)) }
  }

  /// The slot of a sign: the number of its kind, and its values.
  private static func slot(_ kind: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0, _ d: UInt32 = 0) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    hash = mixed(hash, kind)
    hash = mixed(mixed(hash, a), b)
    hash = mixed(mixed(hash, c), d)
    return Int((hash &* 0x85EB_CA77) >> 16)
  }

  @inline(__always)
  private static func mixed(_ hash: UInt32, _ value: UInt32) -> UInt32 {
    let product = (hash ^ value) &* 0x9E37_79B1
    return product ^ product >> 15
  }

  private static func bucket(_ count: Int) -> UInt32 {
    switch count {
    case ..<4: UInt32(count)
    case ..<6: 4
    case ..<10: 5
    case ..<20: 6
    default: 7
    }
  }
}
