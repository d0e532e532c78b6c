/// The weights of one slot for up to four labels, in lanes of sixteen bits, each 128 above its value so that none is below
/// zero: rows add up as plain integers, one instruction for all labels.
struct NGramRow: Sendable {
  private var lanes: UInt64

  static let mostLabels = 4
  /// So many may be added before a lane runs over.
  static let mostAdded = 257
  private static let bias: Int32 = 128

  /// What no rows add up to.
  @inline(__always)
  init() { lanes = 0 }

  /// A sum of rows, lane by lane.
  @inline(__always)
  init(lanes: UInt64) { self.lanes = lanes }

  /// Sets the weight of a label, which was not set.
  @inline(__always)
  mutating func set(_ weight: Int8, of label: Int) {
    lanes |= UInt64(truncatingIfNeeded: Int32(weight) &+ Self.bias) &<< UInt64(truncatingIfNeeded: 16 &* label)
  }

  /// What `count` rows, at most `mostAdded`, came to that weigh `sum`.
  init(_ sum: SIMD4<Int32>, of count: Int) {
    let lanes = sum &+ SIMD4(repeating: Int32(count) * Self.bias)
    self.lanes = (0..<4).reversed().reduce(0) { $0 << 16 | UInt64(lanes[$1]) }
  }

  @inline(__always)
  static func &+ (left: Self, right: Self) -> Self {
    var sum = left
    sum.lanes &+= right.lanes
    return sum
  }

  /// What is left of a sum of rows without the rows that were added first: right also where lanes ran over, as long as they
  /// hold what is left.
  @inline(__always)
  static func &- (left: Self, right: Self) -> Self {
    var rest = left
    rest.lanes &-= right.lanes
    return rest
  }

  /// The weight of a label that `count` rows, at most `mostAdded`, have come to.
  @inline(__always)
  func sum(of count: Int, label: Int) -> Int32 {
    let lane = UInt16(truncatingIfNeeded: lanes &>> UInt64(truncatingIfNeeded: 16 &* label))
    return Int32(lane) &- Int32(truncatingIfNeeded: count) &* Self.bias
  }

  /// The weights that `count` rows, at most `mostAdded`, have come to.
  @inline(__always)
  func sum(of count: Int) -> SIMD4<Int32> {
    let wide = SIMD4<Int32>(
      truncatingIfNeeded: SIMD4<UInt16>(
        UInt16(truncatingIfNeeded: lanes),
        UInt16(truncatingIfNeeded: lanes &>> 16),
        UInt16(truncatingIfNeeded: lanes &>> 32),
        UInt16(truncatingIfNeeded: lanes &>> 48)
      )
    )
    return wide &- SIMD4(repeating: Int32(truncatingIfNeeded: count) &* Self.bias)
  }
}
