/// Invented posts in the proportions of real comment sections: mostly everyday talk, some news, a few promotions, plain
/// and disguised. About a quarter of the ordinary posts and most promotions hold characters beyond ASCII. As in real text,
/// one word in six is rare: drawn from 65,536 invented ones, so no memory of words seen holds them all.
public struct Corpus: Sendable {
  /// The posts as UTF-8.
  public let posts: [[UInt8]]
  /// Bytes of all posts together.
  public let bytes: Int

  /// Makes `count` posts; the same seed gives the same posts.
  public init(count: Int, seed: UInt64 = 20_261_124) {
    var random = SplitMix(seed: seed)
    posts = (0..<count).map { _ in Array(Self.post(&random).utf8) }
    bytes = posts.reduce(0) { $0 + $1.count }
  }

  private init(posts: [[UInt8]]) {
    self.posts = posts
    bytes = posts.reduce(0) { $0 + $1.count }
  }

  /// The posts that `isKept`.
  public func filter(_ isKept: ([UInt8]) -> Bool) -> Corpus { Corpus(posts: posts.filter(isKept)) }

  /// As many posts, each joined from others and cut at the last blank at which it has no more than `length` bytes.
  public func joined(toBytes length: Int) -> Corpus {
    Corpus(
      posts: posts.indices.map { number in
        var post: [UInt8] = []
        var next = number
        while post.count <= length {
          post += posts[next % posts.count] + [0x20]
          next += 1 + number % 7
        }
        return Array(post[..<(post[...length].lastIndex(of: 0x20) ?? length)])
      }
    )
  }

  private static func post(_ random: inout SplitMix) -> String {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<5: disguised(sentence(promotion, 6...12, &random), &random)
    case 5..<8: sentence(promotion, 6...12, &random)
    case 8..<20: sentence(news, 15...40, &random)
    default: talk(&random)
    }
  }

  private static func talk(_ random: inout SplitMix) -> String {
    let text = sentence(everyday, 8...35, &random)
    return Int.random(in: 0..<4, using: &random) == 0 ? text + " " + pick(emoji, &random) : text
  }

  private static func sentence(_ words: [String], _ length: ClosedRange<Int>, _ random: inout SplitMix) -> String {
    (0..<Int.random(in: length, using: &random)).map { _ in
      Int.random(in: 0..<6, using: &random) == 0 ? rare(&random) : pick(words, &random)
    }.joined(separator: " ")
  }

  private static func pick(_ items: [String], _ random: inout SplitMix) -> String {
    items[Int.random(in: 0..<items.count, using: &random)]
  }

  /// A word of a rank up to 65,536; low ranks come often, as Zipf found.
  private static func rare(_ random: inout SplitMix) -> String {
    let rank = Int.random(in: 0..<(1 << Int.random(in: 0...16, using: &random)), using: &random)
    var rest = rank &* 40_503 & 0xFFFF
    var word = ""
    repeat {
      word += syllables[rest % syllables.count]
      rest /= syllables.count
    } while rest > 0
    return word + endings[rank % endings.count]
  }

  /// Writes a third of the words in mathematical bold letters or with blanks between the letters.
  private static func disguised(_ text: String, _ random: inout SplitMix) -> String {
    text.split(separator: " ").map { word in
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bold(word)
      case 1: word.map(String.init).joined(separator: " ")
      default: String(word)
      }
    }.joined(separator: " ")
  }

  private static func bold(_ word: Substring) -> String {
    var text = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      let isLetter = "a"..."z" ~= scalar
      text.append(isLetter ? Unicode.Scalar(0x1D41A + scalar.value - 0x61) ?? scalar : scalar)
    }
    return String(text)
  }

  private static let emoji = ["😀", "🙏", "👍", "😭😭", "❤️", "🔥"]

  private static let syllables = [
    "ba", "ca", "da", "ga", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "wa", "ber", "ter", "men", "bu", "du", "ku",
    "lu",
    "mi", "ni", "pi", "ri", "si", "ti", "so", "to", "lo", "ngo", "nya", "kan",
  ]
  private static let endings = ["", "an", "nya", "in", "lah", "ng", "s", "h"]

  private static let everyday = """
    aku kamu kita mereka ini itu sudah belum akan bisa mau tidak juga lagi banget sekali hari malam pagi siang kemarin \
    besok rumah sekolah kantor pasar jalan hujan panas makan minum tidur kerja belajar main nonton video lagu bagus keren \
    lucu sedih senang capek semangat terima kasih semoga sehat selalu anak ibu bapak teman guru bang kak min admin tolong \
    info harga berapa dimana kapan kenapa gimana samarinda balikpapan kutai mahakam banjir listrik air motor mobil
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let news = """
    pemerintah provinsi kalimantan timur gubernur menyampaikan program pembangunan masyarakat daerah kabupaten kota polisi \
    menangkap tersangka kasus judi online penipuan warga diminta waspada kepala dinas mengatakan kegiatan sosialisasi \
    pelajar literasi digital anggaran tahun juta rupiah rapat dewan perwakilan rakyat jembatan sungai layanan kesehatan
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let promotion = """
    slot gacor hari ini maxwin pulauhoki88 kancilwin77 daftar sekarang link di bio bonus new member depo 10k wd lancar rtp \
    tertinggi mantap bosku langsung cair gampang menang situs terpercaya main di sini dijamin
    """.split(whereSeparator: \.isWhitespace).map(String.init)
}
