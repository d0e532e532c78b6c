/// How each character reads: the letter a person takes it for, or that it is a mark, invisible, white space or a symbol.
///
/// Two levels: a page number for every 128 code points, and 128 entries a page. Most of Unicode shares the empty page.
/// An entry packs the kind in its low byte and up to seven bytes of folded text above it.
struct FoldingTable: Sendable {
  /// What a character is to a reader.
  enum Kind: UInt8 {
    /// Reads as itself.
    case same = 0
    /// An ordinary spelling: case, accents, compatibility forms.
    case plain
    /// A letter of a styled alphabet.
    case styled
    /// A letter of another script, or a sign, that looks like a Latin letter.
    case lookAlike
    /// A sign that is a letter only next to letters, such as `₮` in `₮ogel`.
    case sign
    /// A Hangul syllable whose code is what 16 bits hold of a styled letter: a row of them spells a word that a program cut
    /// (`헔헟험헫헜헦` for `𝗔𝗟𝗘𝗫𝗜𝗦`).
    case cutStyled
    /// A regional indicator: two make a flag, more spell a word.
    case regional
    /// An invisible tag letter.
    case tag
    /// A combining mark; belongs to the character before it.
    case mark
    /// Not seen by a reader.
    case invisible
    /// White space.
    case space
    /// Any other symbol or punctuation; reads as `*`.
    case symbol
  }

  /// What a code point folds to.
  struct Entry {
    fileprivate let packed: UInt64
    var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: packed)) ?? .same }
    /// The folded bytes, first byte lowest; zero bytes end it.
    var text: UInt64 { packed >> 8 }
  }

  static let shared = FoldingTable(rows: generatedRows)

  private var pages = [UInt16](repeating: 0, count: 0x110000 >> 7)
  private var entries = [UInt64](repeating: 0, count: 128)

  subscript(codePoint: UInt32) -> Entry {
    Entry(packed: entries[Int(pages[Int(codePoint >> 7)]) << 7 | Int(codePoint & 127)])
  }

  /// Reads the generated table: one row a line, `first[-last] kind [text]`.
  private init(rows: StaticString) {
    let rows = rows.withUTF8Buffer { Array($0) }
    var start = 0
    while start < rows.count {
      var end = start
      while end < rows.count, rows[end] != UInt8(ascii: "\n") { end += 1 }
      add(row: rows.span.extracting(start..<end))
      start = end + 1
    }
  }

  private mutating func add(row: Span<UInt8>) {
    var index = 0
    let first = Self.hexadecimal(row, &index)
    var last = first
    if row[index] == UInt8(ascii: "-") {
      index += 1
      last = Self.hexadecimal(row, &index)
    }
    let kind = Self.kind(of: row[index + 1])
    let start = min(index + 3, row.count)
    let counts = row.count > start + 1 && row[row.count - 1] == UInt8(ascii: "+")
    let end = min(counts ? row.count - 1 : row.count, start + 7)
    for codePoint in first...last {
      var packed: UInt64 = 0
      for place in (start..<end).reversed() {
        packed = packed << 8 | UInt64(counts ? row[place] &+ UInt8(truncatingIfNeeded: codePoint - first) : row[place])
      }
      set(packed << 8 | UInt64(kind.rawValue), at: codePoint)
    }
  }

  private mutating func set(_ packed: UInt64, at codePoint: UInt32) {
    let page = Int(codePoint >> 7)
    if pages[page] == 0 {
      pages[page] = UInt16(entries.count >> 7)
      entries.append(contentsOf: repeatElement(0, count: 128))
    }
    entries[Int(pages[page]) << 7 | Int(codePoint & 127)] = packed
  }

  /// Reads the digits from `index` and moves it behind them.
  private static func hexadecimal(_ row: Span<UInt8>, _ index: inout Int) -> UInt32 {
    var value: UInt32 = 0
    while row[index] != UInt8(ascii: " "), row[index] != UInt8(ascii: "-") {
      let digit = row[index]
      value =
        value << 4 | UInt32(digit <= UInt8(ascii: "9") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10)
      index += 1
    }
    return value
  }

  private static func kind(of letter: UInt8) -> Kind {
    switch letter {
    case UInt8(ascii: "p"): .plain
    case UInt8(ascii: "s"): .styled
    case UInt8(ascii: "l"): .lookAlike
    case UInt8(ascii: "h"): .cutStyled
    case UInt8(ascii: "c"): .sign
    case UInt8(ascii: "r"): .regional
    case UInt8(ascii: "t"): .tag
    case UInt8(ascii: "m"): .mark
    case UInt8(ascii: "z"): .invisible
    case UInt8(ascii: "w"): .space
    default: .symbol
    }
  }
}
