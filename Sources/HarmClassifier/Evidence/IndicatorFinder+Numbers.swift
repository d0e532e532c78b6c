extension IndicatorFinder {
  private static let bankWords = WordTable([
    "bca", "bni", "bri", "bsi", "btn", "mandiri", "cimb", "danamon", "permata", "ocbc", "bankaltimtara", "jago",
    "seabank",
    "rek", "norek", "rekening", "transfer", "bank",
  ])
  private static let walletWords = WordTable(["dana", "ovo", "gopay", "shopeepay", "linkaja", "flip"])

  /// Reads the number that begins at the digit `start`, if one does, and gives where to look on.
  func readNumber(at start: Int, of text: borrowing FoldedText, into findings: inout [Finding]) -> Int {
    guard !text.isWord(at: start - 1) || isMerchantPrefix(before: start, in: text) else { return start + 1 }
    let (digits, end) = number(from: start, in: text)
    if digits >= Self.fewestDigits, let finding = finding(start..<end, in: text) { findings.append(finding) }
    return end
  }

  /// The shortest phone and account numbers.
  private static let fewestDigits = 10

  /// How many digits stand from `start`, read over single blanks, dots and hyphens, and where they end.
  private func number(from start: Int, in text: borrowing FoldedText) -> (digits: Int, end: Int) {
    var digits = 0
    var index = start
    var end = start
    while index < text.count, digits <= 20 {
      if text.bytes[index].isDigitByte {
        digits += 1
        end = index + 1
      } else if index > end || !Self.isSeparator(text.bytes[index]) {
        break
      }
      index += 1
    }
    return (digits, end)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private func finding(_ range: Range<Int>, in text: borrowing FoldedText) -> Finding? {
    guard !text.isWord(at: range.upperBound) else { return nil }
    let digits = text.bytes[range].filter(\.isDigitByte)
    if isMerchantPrefix(before: range.lowerBound, in: text) {
      guard 13...16 ~= digits.count else { return nil }
      let value = "ID" + String(decoding: digits, as: UTF8.self)
      return Finding(kind: .qrisMerchant, value: value, range: range.lowerBound - 2..<range.upperBound)
    }
    if let phone = Self.mobileNumber(digits) {
      let isWallet = Self.isNear(Self.walletWords, range, in: text)
      return Finding(kind: isWallet ? .eWallet : .phone, value: phone, range: range)
    }
    guard 10...16 ~= digits.count, !Self.isIdentityNumber(digits), !Self.isCardNumber(digits) else { return nil }
    guard Self.isNear(Self.bankWords, range, in: text) else { return nil }
    return Finding(kind: .bankAccount, value: String(decoding: digits, as: UTF8.self), range: range)
  }

  /// A merchant id of the national QR standard begins with `ID`.
  private func isMerchantPrefix(before index: Int, in text: borrowing FoldedText) -> Bool {
    index >= 2 && text.bytes[index - 2] == UInt8(ascii: "i")
      && text.bytes[index - 1] == UInt8(ascii: "d")
      && !text.isWord(at: index - 3)
  }

  /// An Indonesian mobile number in E.164 form: `08…` or `628…` with nine to thirteen digits.
  static func mobileNumber(_ digits: [UInt8]) -> String? {
    let text = String(decoding: digits, as: UTF8.self)
    let national: Substring
    if text.hasPrefix("08") {
      national = text.dropFirst()
    } else if text.hasPrefix("628") {
      national = text.dropFirst(2)
    } else {
      return nil
    }
    return 9...12 ~= national.count ? "+62" + national : nil
  }

  /// Sixteen digits with a birth date (day plus 40 for women) in places seven to twelve: the national identity number.
  static func isIdentityNumber(_ digits: [UInt8]) -> Bool {
    guard digits.count == 16 else { return false }
    let values = digits.map { Int($0 - UInt8(ascii: "0")) }
    let day = values[6] * 10 + values[7]
    let month = values[8] * 10 + values[9]
    return 1...12 ~= month && (1...31 ~= day || 41...71 ~= day)
  }

  /// Thirteen to nineteen digits whose check digit is right (ISO/IEC 7812, Luhn).
  static func isCardNumber(_ digits: [UInt8]) -> Bool {
    guard 13...19 ~= digits.count else { return false }
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let value = Int(digit.element - UInt8(ascii: "0"))
      let weighed = digit.offset % 2 == 1 ? value * 2 : value
      return sum + (weighed > 9 ? weighed - 9 : weighed)
    }
    return sum % 10 == 0
  }
}
