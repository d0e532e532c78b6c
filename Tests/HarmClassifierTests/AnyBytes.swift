/// Bytes as an attacker might send them: pieces of words, styled letters, marks, broken UTF-8, in a seeded order.
struct AnyBytes: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private static let pieces = [
    "slot", "gacor", " ", " ", ".", "s l o t", "sl0t", "𝗚", "ɢ", "\u{200B}", "\u{336}", "\u{FE0F}", "🇸", "🇱🇴🇹",
    "🏴\u{E0067}\u{E0062}", "₮",
    "\"", "'", "@", "!", "\n", "!", "jangan ", "daftar sekarang", "0812-3456-7890", "rek bca 1234567890", "pulau77",
    "88", "4d",
    "https://slot88.example/x?y=1", "t.me/abc", "ооо", "한", "漢", "é", "\u{0}", "bahaya judi", "aaaaaaaa", "(", "1", "a",
    "I D 1 2",
  ]

  func bytes(_ count: Int) -> [UInt8] {
    var random = self
    var bytes: [UInt8] = []
    while bytes.count < count {
      if Int.random(in: 0..<10, using: &random) == 0 {
        bytes.append(UInt8.random(in: .min ... .max, using: &random))
      } else {
        bytes += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)].utf8
      }
    }
    return bytes
  }
}
