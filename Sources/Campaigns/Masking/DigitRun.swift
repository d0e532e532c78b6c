/// Digits of a text that may be one number, with at most two separators between neighbours.
struct DigitRun {
  struct Digit {
    /// Where it stands among the text's scalars.
    var index: String.Index
    /// 0…9.
    var value: Int
    /// Whether it follows the digit before it without a separator.
    var isGlued: Bool
  }

  private(set) var digits: [Digit] = []

  /// The runs of `text` that have at least `count` digits, in order.
  static func runs(in text: String, atLeast count: Int) -> [DigitRun] {
    // Most texts are short of digits: one look at the bytes spares the slow walk. Digits beyond ASCII start at 0xC2.
    guard text.utf8.count(where: { (0x30...0x39).contains($0) || $0 >= 0xC2 }) >= count else { return [] }
    var runs: [DigitRun] = []
    var run = DigitRun()
    var separators = 0
    for index in text.unicodeScalars.indices {
      switch Role(text.unicodeScalars[index]) {
      case .digit(let value):
        run.digits.append(Digit(index: index, value: value, isGlued: separators == 0 && !run.digits.isEmpty))
        separators = 0
        continue
      case .invisible: continue
      case .separator where separators < 2 && !run.digits.isEmpty: separators += 1
      case .separator, .other:
        if run.digits.count >= count { runs.append(run) }
        run = DigitRun()
        separators = 0
      }
    }
    if run.digits.count >= count { runs.append(run) }
    return runs
  }

  /// The parts that are identity or card numbers. Each begins and ends at a separator or an end of the run.
  func identities() -> [[Digit]] {
    var found: [[Digit]] = []
    var start = 0
    while start < digits.count {
      if let end = identityEnd(from: start) {
        found.append(Array(digits[start..<end]))
        start = end
      } else {
        start += 1
        while start < digits.count, digits[start].isGlued { start += 1 }
      }
    }
    return found
  }

  private func identityEnd(from start: Int) -> Int? {
    let ends = stride(from: 13, through: 19, by: 1).map { start + $0 }
    return ends.first { end in
      end <= digits.count && (end == digits.count || !digits[end].isGlued)
        && Self.isIdentity(digits[start..<end].map(\.value))
    }
  }

  /// 16 digits are an identity number whatever they say; other lengths must be a card. Among the short cards only the
  /// ones that begin like a Visa, Amex or Diners card count, as Indonesian phone numbers begin with 62 or 0.
  private static func isIdentity(_ digits: [Int]) -> Bool {
    switch digits.count {
    case 16: true
    case 13...15: (3...4).contains(digits[0]) && passesLuhn(digits)
    default: passesLuhn(digits)
    }
  }

  private static func passesLuhn(_ digits: [Int]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let doubled = digit.offset.isMultiple(of: 2) ? digit.element : digit.element * 2
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum.isMultiple(of: 10)
  }
}

extension DigitRun {
  /// What a scalar is to a number.
  private enum Role {
    case digit(Int)
    case separator
    case invisible
    case other

    init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "0"..."9": self = .digit(Int(scalar.value - 0x30))
      case " ", "-", ".", "(", ")", "+", "/", "_": self = .separator
      case _ where scalar.isASCII: self = .other
      default: self = Self.role(of: scalar.properties)
      }
    }

    private static func role(of properties: Unicode.Scalar.Properties) -> Role {
      switch (properties.numericType, properties.generalCategory) {
      case (.decimal, _), (.digit, _): .digit(Int(properties.numericValue ?? 0))
      case (_, .format), (_, .nonspacingMark), (_, .enclosingMark): .invisible
      case (_, .spaceSeparator), (_, .dashPunctuation): .separator
      default: .other
      }
    }
  }
}
