/// Hashed features: which slots of a model a text touches.
///
/// Every run of three and of four bytes is a feature (character n-grams as in Cavnar & Trenkle 1994), hashed into a table
/// of fixed size (feature hashing, Weinberger et al. 2009); beside them the shapes of words and a few counts.
extension NGramText {
  /// Slots of a model.
  package static let slotCount = 1 << 16

  /// Calls `body` with the slot and the place in the folded text of every feature.
  @inline(__always)
  package func forEachFeature(_ body: (_ slot: Int, _ place: Int) -> Void) {
    var window: UInt32 = 0
    for index in bytes.indices {
      window = window << 8 | UInt32(bytes[index])
      if index >= 2 { body(Self.slot(ofThree: window), Int(places[index - 2])) }
      if index >= 3 { body(Self.slot(ofFour: window), Int(places[index - 3])) }
    }
    forEachSign(body)
  }

  @inline(__always)
  private static func slot(ofThree window: UInt32) -> Int { Int(((window & 0xFF_FFFF) &* 0x9E37_79B1) >> 16) }

  @inline(__always)
  private static func slot(ofFour window: UInt32) -> Int { Int(((window ^ 0x5BD1_E995) &* 0x85EB_CA77) >> 16) }

  @inline(__always)
  private func forEachSign(_ body: (_ slot: Int, _ place: Int) -> Void) {
    var disguised = 0
    var mixed = 0
    for shape in shapes {
      if shape.disguise != 0 { disguised += 1 }
      if shape.isMixed { mixed += 1 }
      let place = Int(places[shape.range.lowerBound])
      Self.forEachSign(of: shape) { slot in
        for _ in 0..<Self.signWeight { body(slot, place) }
      }
    }
    let (hidden, named, length) = (Self.bucket(disguised), Self.bucket(mixed), Self.bucket(words))
    body(Self.slot(20, hidden), -1)
    body(Self.slot(21, named), -1)
    body(Self.slot(22, length), -1)
    body(Self.slot(23, Self.bucket(symbols)), -1)
    body(Self.slot(25, Self.bucket(mentions)), -1)
    body(Self.slot(26, hidden, length), -1)
    body(Self.slot(27, named, length), -1)
  }

  /// The shape of a word counts as much as so many of its n-grams: names change, how they are built does not.
  private static let signWeight = 3

  @inline(__always)
  private static func forEachSign(of shape: Shape, _ body: (_ slot: Int) -> Void) {
    let hidden: UInt32 = shape.disguise == 0 ? 0 : 1
    let letters = UInt32(min(shape.letters, 9))
    if shape.isMixed {
      let isSuffix: UInt32 = shape.number == shape.digits ? 1 : 0
      body(slot(10, letters, UInt32(min(shape.digits, 5)), isSuffix, hidden))
      body(slot(11, UInt32(min(shape.number, 5)), hidden))
    }
    if hidden == 1 {
      body(slot(12, UInt32(shape.disguise)))
      body(slot(13, UInt32(shape.disguise), letters, UInt32(min(shape.digits, 4))))
    }
    if shape.ending > 0 { body(slot(14, UInt32(shape.ending), hidden)) }
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
