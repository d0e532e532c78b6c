/// A number, word or mark of a date.
struct DateToken {
  enum Kind {
    case number(Int64, digits: Int)
    case word(String)
    case mark(UInt8)
  }

  var kind: Kind
  /// Whether white space stands before it.
  var followsSpace: Bool
  /// The mark directly before it, if any.
  var markBefore: UInt8?

  var value: Int64 { if case .number(let value, _) = kind { value } else { 0 } }
  var digits: Int { if case .number(_, let digits) = kind { digits } else { 0 } }
  var word: String? { if case .word(let word) = kind { word } else { nil } }

  func isMark(_ byte: UInt8) -> Bool { if case .mark(let mark) = kind { mark == byte } else { false } }

  /// Cuts `bytes` into tokens; dots inside and behind words are dropped ("a.m.", "Nov.").
  static func tokens(of bytes: [UInt8]) -> [DateToken] {
    var tokens: [DateToken] = []
    var i = 0
    var followsSpace = false
    while i < bytes.count {
      let start = i
      let kind: Kind
      if bytes[i].isSpace {
        followsSpace = true
        i += 1
        continue
      } else if bytes[i].isDigit {
        while i < bytes.count, bytes[i].isDigit { i += 1 }
        // 18 digits fit into 64 bits; longer numbers are no dates.
        kind = .number(bytes[start..<min(i, start + 18)].reduce(0) { $0 * 10 + Int64($1 - 0x30) }, digits: i - start)
      } else if bytes[i].isWord {
        while i < bytes.count, bytes[i].isWord || bytes[i] == .dot { i += 1 }
        kind = .word(String(decoding: bytes[start..<i].filter { $0 != .dot }, as: UTF8.self).lowercased())
      } else {
        kind = .mark(bytes[i])
        i += 1
      }
      var markBefore: UInt8?
      if case .mark(let mark) = tokens.last?.kind { markBefore = mark }
      tokens.append(DateToken(kind: kind, followsSpace: followsSpace, markBefore: markBefore))
      followsSpace = false
    }
    return tokens
  }
}

extension UInt8 {
  fileprivate var isWord: Bool { isLetter || self >= 0x80 }
}
