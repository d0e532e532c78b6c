import Testing

@testable import HarmClassifier

@Suite("Folding")
struct FoldingTests {
  private let classifier = Classifier(
    lexicon: Lexicon(
      LexiconSource(
        version: "t",
        vocabulary: ["free", "situs", "jackpot", "saya"],
        categories: [
          .init(
            id: "g",
            terms: ["slot", "gacor", "togel", "dingdong", "maxwin", "free spin"].map { .init($0, .medium) }
          )
        ]
      )
    )
  )

  @Test(
    "reads what a person reads",
    arguments: [
      ("SLOT Gacor", "slot gacor"), ("𝗚𝗔𝗖𝗢𝗥", "gacor"), ("ɢᴀᴄᴏʀ", "gacor"), ("🅿️🆄🅻🅰️🆄777", "pulau777"), ("Ⓢⓛⓞⓣ", "slot"),
      ("ѕlоt gасоr", "slot gacor"), ("s​l‌o‍t", "slot"), ("s\u{AD}lot", "slot"), ("s̶l̶o̶t̶", "slot"), ("₮ogel", "togel"),
      ("s l o t", "slot"), ("s.l.o.t", "slot"), ("s🔥l🔥o🔥t", "slot"), ("【s】【l】【o】【t】", "*slot*"),
      ("s l o t  g a c o r", "slot  gacor"), ("sl0t", "slot"), ("T09EL", "togel"), ("D1N6D0NG", "dingdong"),
      ("m4xw1n", "maxwin"),
      ("gacorrr", "gacor"), ("freee spin", "free spin"), ("ga.cor", "gacor"), ("max win", "maxwin"),
      ("$lot j@ckpot", "$lot jackpot"),
      ("s1tus sl0t88", "situs slot88"), ("slot77 slot777 togel00", "slot77 slot777 togel00"), ("sl0777", "slot"),
      ("혼홇홀홓홄홎17", "alexis17"), ("푨푳푬푿푰푺", "alexis"), ("하하하하 호호호호 한국 향후", "하하하하 호호호호 한국 향후"), ("퐀푳푬푿", "퐀푳푬푿"),
      ("🇸 🇱 🇴 🇹", "slot"), ("8️⃣8️⃣", "88"), ("s 4 y 4", "s 4 y 4"),
    ]
  )
  func reads(text: String, folded: String) {
    #expect(classifier.fold(text) == folded)
  }

  @Test(
    "leaves alone what is no disguise",
    arguments: [
      "bp3mi", "p2mi", "covid19", "5g", "4g", "dp3a", "pp 17", "uu 1/2024", "kt 1234 ab", "08123456789", "2026",
      "maaf saat",
      "mengganggu", "www.contoh.example", "a dan b", "iii", "h1b", "sp4n lapor",
    ]
  )
  func leaves(text: String) {
    #expect(classifier.fold(text) == text)
  }

  @Test("a flag is no word, three indicators are")
  func flags() {
    #expect(classifier.fold("halo 🇮🇩") == "halo *")
    #expect(classifier.fold("🇸🇱🇴🇹") == "slot")
  }

  @Test("accents and ligatures are ordinary spelling and hide nothing")
  func accents() {
    var scratch = Classifier.Scratch()
    let bytes = Array("Têmpat nyang bèda, kafé ﬁlm".utf8)
    classifier.fold(bytes.span, scratch: &scratch)
    #expect(scratch.post.text.string(0..<scratch.post.text.count) == "tempat nyang beda, kafe film")
    #expect(scratch.post.text.disguise(of: 0..<scratch.post.text.count).isEmpty)
  }

  @Test(
    "ill-formed UTF-8 reads as a symbol, one for each ill-formed part",
    arguments: [
      ([0x61, 0xFF, 0x62], "a*b"), ([0xC3], "*"), ([0xE2, 0x82, 0x61], "*a"), ([0xED, 0xA0, 0x80], "***"),
      ([0xF4, 0x90, 0x80, 0x80], "****"),
      ([0xC0, 0xAF], "**"),
    ] as [([UInt8], String)]
  )
  func illFormed(bytes: [UInt8], folded: String) {
    var scratch = Classifier.Scratch()
    classifier.fold(bytes.span, scratch: &scratch)
    #expect(scratch.post.text.string(0..<scratch.post.text.count) == folded)
  }

  @Test("starts never go down and every place lies in the original", arguments: 1...200 as ClosedRange<UInt64>)
  func places(seed: UInt64) {
    let bytes = AnyBytes(seed: seed).bytes(300)
    var scratch = Classifier.Scratch()
    classifier.fold(bytes.span, scratch: &scratch)
    var last: UInt32 = 0
    for place in scratch.post.text.places {
      #expect(place.start >= last && place.start < place.end && place.end <= bytes.count)
      last = place.start
    }
  }
}
