import Testing

@testable import HarmClassifier

@Suite("Indicators")
struct IndicatorTests {
  private func find(_ text: String) -> [String] {
    var folded = FoldedText()
    let bytes = Array(text.utf8)
    CharacterFolder().fold(bytes.span, into: &folded)
    return IndicatorFinder().find(in: folded, of: bytes.span).map { "\($0.kind.rawValue) \($0.value)" }
  }

  @Test(
    "addresses",
    arguments: [
      ("buka pulauwin.example", ["domain pulauwin.example"]),
      (
        "https://www.Pulau88.com/daftar?ref=1.", ["domain www.pulau88.com", "url https://www.pulau88.com/daftar?ref=1"]
      ),
      ("HTTP://T.co/eTMC6hbKFS", ["domain t.co", "url http://t.co/eTMC6hbKFS"]),
      ("hxxps://pulau88.com/Ａb/𝐂d", ["domain pulau88.com", "url https://pulau88.com/ab/cd"]),
      ("t.me/RahasiaSlot", ["telegram t.me/rahasiaslot"]), ("https://t.me/+AbC_dE", ["telegram t.me/+AbC_dE"]),
      ("t.me/joinchat/AbC", ["telegram t.me/joinchat/AbC"]),
      ("ｐｕｌａｕ８８．ｃｏｍ", ["domain pulau88.com"]), ("(slot77.vip)", ["domain slot77.vip"]),
      ("t.me/rahasia", ["telegram t.me/rahasia"]),
      ("https://wa.me/6281234567890?text=hai", ["whatsapp +6281234567890"]),
      ("chat.whatsapp.com/AbC123", ["whatsapp chat.whatsapp.com/AbC123"]),
    ]
  )
  func addresses(text: String, found: [String]) {
    #expect(find(text) == found)
  }

  @Test(
    "what is no address",
    arguments: [
      "tidak.ada", "a.n. Budi", "jam 10.30", "surel budi@contoh.com", "selesai.Lalu pulang", "..", "1.2.3", "http://",
    ]
  )
  func noAddress(text: String) {
    #expect(find(text).isEmpty)
  }

  @Test(
    "numbers",
    arguments: [
      ("WA 0812-3456-7890", ["phone +6281234567890"]), ("+62 812 3456 7890", ["phone +6281234567890"]),
      ("rek BCA 1234567890 a.n. Budi", ["bank_account 1234567890"]), ("dana 081234567890", ["e_wallet +6281234567890"]),
      ("NMID ID1020021181745", ["qris_merchant ID1020021181745"]),
    ]
  )
  func numbers(text: String, found: [String]) {
    #expect(find(text) == found)
  }

  @Test(
    "identity and card numbers, plain numbers, years: never",
    arguments: [
      "rekening 6472010101900001", "rekening 6472014101900001", "bank 4111111111111111", "tahun 2026",
      "nomor 1234567890", "0541-123456",
    ]
  )
  func never(text: String) {
    #expect(find(text).isEmpty)
  }

  @Test("handles only beside the name of a platform")
  func handles() {
    #expect(find("tele @admin_slot") == ["telegram @admin_slot"])
    #expect(find("ig @tokoku") == ["handle @tokoku"])
    #expect(find("makasih @budi123").isEmpty)
  }
}
