/// How numbers, texts, lists and enumerations go over a tape.
extension Int: Taped {
  static let blank = 0

  mutating func pass(over tape: inout Tape) {
    var bits = UInt64(bitPattern: Int64(self))
    tape.passNumber(&bits)
    self = Int(truncatingIfNeeded: bits)
  }
}

extension Double: Taped {
  static let blank = 0.0

  /// The bytes the other way round: the lowest are mostly zero.
  mutating func pass(over tape: inout Tape) {
    var bits = bitPattern.byteSwapped
    tape.passNumber(&bits)
    self = Double(bitPattern: bits.byteSwapped)
  }
}

extension Bool: Taped {
  static let blank = false

  mutating func pass(over tape: inout Tape) {
    var number: UInt64 = self ? 1 : 0
    tape.passNumber(&number)
    self = number != 0
  }
}

extension String: Taped {
  static let blank = ""

  mutating func pass(over tape: inout Tape) { tape.passText(&self) }
}

extension Array: Taped where Element: Taped {
  static var blank: Self { [] }

  mutating func pass(over tape: inout Tape) {
    let count = tape.passLength(count)
    if tape.isRead { self = Array(repeating: .blank, count: count) }
    for index in indices { self[index].pass(over: &tape) }
  }
}

extension Optional: Taped where Wrapped: Taped {
  static var blank: Self { nil }

  mutating func pass(over tape: inout Tape) {
    var isThere = self != nil
    tape.pass(&isThere)
    var value = self ?? Wrapped.blank
    if isThere { tape.pass(&value) }
    self = isThere ? value : nil
  }
}

extension Dictionary: Taped where Key: RawRepresentable<String> & Taped, Value: Taped {
  static var blank: Self { [:] }

  mutating func pass(over tape: inout Tape) {
    var pairs = sorted { $0.key.rawValue < $1.key.rawValue }
    let count = tape.passLength(count)
    if tape.isRead { pairs = Array(repeating: (.blank, .blank), count: count) }
    self = [:]
    for var (key, value) in pairs {
      tape.pass(&key)
      tape.pass(&value)
      self[key] = value
    }
  }
}

/// Enumerations go over a tape by the number of their case.
extension RawRepresentable<String> where Self: Taped & CaseIterable & Equatable, AllCases == [Self] {
  static var blank: Self { allCases[0] }

  mutating func pass(over tape: inout Tape) {
    var number = tape.isRead ? 0 : Self.allCases.firstIndex(of: self) ?? 0
    tape.pass(&number)
    if Self.allCases.indices.contains(number) { self = Self.allCases[number] } else { tape.damage() }
  }
}
