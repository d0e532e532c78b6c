import Testing

/// Ways in which writers hide words from filters.
struct Disguise: Sendable, CustomTestStringConvertible {
  let name: String
  /// Hides a text of lower-case letters and blanks.
  let hide: @Sendable (String) -> String

  var testDescription: String { name }

  /// Writes `a` as the alphabet's first letter and so on; exceptions fill the alphabet's holes.
  private static func alphabet(_ name: String, from first: UInt32, except holes: [Character: UInt32] = [:]) -> Disguise
  {
    Disguise(name: name) { text in
      map(text) { letter in
        String(Unicode.Scalar(holes[letter] ?? first + UInt32(letter.asciiValue! - 97))!)
      }
    }
  }

  private static func table(_ name: String, _ letters: [Character: String]) -> Disguise {
    Disguise(name: name) { text in map(text) { letters[$0] ?? String($0) } }
  }

  private static func map(_ text: String, _ letter: (Character) -> String) -> String {
    text.map { ("a"..."z").contains($0) ? letter($0) : String($0) }.joined()
  }

  /// Puts something between the letters of each word.
  private static func between(_ name: String, _ gap: String, words: String) -> Disguise {
    Disguise(name: name) { text in
      text.split(separator: " ").map { $0.map(String.init).joined(separator: gap) }.joined(separator: words)
    }
  }

  static let all: [Disguise] = [
    Disguise(name: "capitals") { $0.uppercased() },
    alphabet("mathematical bold", from: 0x1D41A),
    alphabet("mathematical italic", from: 0x1D44E, except: ["h": 0x210E]),
    alphabet("mathematical script bold", from: 0x1D4EA),
    alphabet("fraktur bold", from: 0x1D586),
    alphabet("double-struck", from: 0x1D552),
    alphabet("sans-serif bold", from: 0x1D5EE),
    alphabet("monospace", from: 0x1D68A),
    alphabet("full width", from: 0xFF41),
    alphabet("circled", from: 0x24D0),
    alphabet("negative circled", from: 0x1F150),
    alphabet("squared", from: 0x1F130),
    alphabet("negative squared", from: 0x1F170),
    table(
      "small capitals",
      [
        "a": "ᴀ", "b": "ʙ", "c": "ᴄ", "d": "ᴅ", "e": "ᴇ", "f": "ꜰ", "g": "ɢ", "h": "ʜ", "i": "ɪ", "j": "ᴊ", "k": "ᴋ",
        "l": "ʟ", "m": "ᴍ", "n": "ɴ", "o": "ᴏ", "p": "ᴘ", "r": "ʀ", "s": "ꜱ", "t": "ᴛ", "u": "ᴜ", "v": "ᴠ", "w": "ᴡ",
        "y": "ʏ", "z": "ᴢ",
      ]
    ),
    table(
      "Cyrillic",
      [
        "a": "а", "c": "с", "e": "е", "i": "і", "j": "ј", "o": "о", "p": "р", "s": "ѕ", "x": "х", "y": "у", "k": "к",
        "m": "м",
        "t": "т", "h": "һ",
      ]
    ),
    table(
      "Greek",
      ["a": "α", "e": "ε", "i": "ι", "k": "κ", "n": "η", "o": "ο", "p": "ρ", "t": "τ", "u": "υ", "x": "χ", "w": "ω"]
    ),
    table(
      "Cherokee",
      [
        "a": "Ꭺ", "c": "Ꮯ", "d": "Ꭰ", "e": "Ꭼ", "g": "Ꮐ", "h": "Ꮋ", "j": "Ꭻ", "k": "Ꮶ", "l": "Ꮮ", "m": "Ꮇ", "p": "Ꮲ",
        "r": "Ꭱ", "s": "Ꮪ", "t": "Ꭲ", "w": "Ꮃ", "z": "Ꮓ",
      ]
    ),
    table(
      "Lisu",
      [
        "a": "ꓮ", "b": "ꓐ", "c": "ꓚ", "d": "ꓓ", "e": "ꓰ", "g": "ꓖ", "i": "ꓲ", "k": "ꓗ", "l": "ꓡ", "m": "ꓟ", "n": "ꓠ",
        "o": "ꓳ", "p": "ꓑ", "r": "ꓣ", "s": "ꓢ", "t": "ꓔ", "u": "ꓴ",
      ]
    ),
    table("currency", ["a": "₳", "c": "₵", "g": "₲", "k": "₭", "n": "₦", "p": "₱", "t": "₮", "w": "₩"]),
    table("digits", ["a": "4", "e": "3", "i": "1", "o": "0", "s": "5"]),
    between("blanks", " ", words: "   "),
    between("dots", ".", words: " "),
    between("emoji", "🔥", words: " "),
    between("zero-width space", "\u{200B}", words: " "),
    between("soft hyphen", "\u{AD}", words: " "),
    Disguise(name: "struck through") { map($0) { "\($0)\u{336}" } },
    Disguise(name: "piled marks") { map($0) { "\($0)\u{301}\u{323}" } },
    Disguise(name: "stretched") { text in
      text.split(separator: " ").map { $0 + String(repeating: $0.last!, count: 3) }.joined(separator: " ")
    },
    Disguise(name: "mixed styles") { text in
      text.enumerated().map { number, letter in
        letter == " " ? " " : Disguise.all[1 + number % 8].hide(String(letter))
      }.joined()
    },
  ]
}
