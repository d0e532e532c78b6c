import CampaignFixtures
import Campaigns
import HarmClassifier
import Testing

struct NumberMaskTests {
  @Test(arguments: [
    ("wa 081234567890", "wa •••••••••890"),
    ("wa 0812-3456-7890 ya", "wa ••••-••••-•890 ya"),
    ("+62 (812) 3456.7890", "+•• (•••) ••••.•890"),
    ("rek 12345678", "rek ••••••78"),
    ("𝟎𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎", "•••••••••𝟖𝟗𝟎"),
    ("０８１２３４５６７８９０", "•••••••••８９０"),
    ("0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣0️⃣", "•️⃣•️⃣•️⃣•️⃣•️⃣•️⃣•️⃣•️⃣•️⃣8️⃣9️⃣0️⃣"),
    (
      "0\u{200B}8\u{200B}1\u{200B}2\u{200B}3\u{200B}4\u{200B}5\u{200B}6",
      "•\u{200B}•\u{200B}•\u{200B}•\u{200B}•\u{200B}•\u{200B}5\u{200B}6"
    ),
    ("slot88 dan zeus4d", "slot88 dan zeus4d"),
    ("tahun 2026", "tahun 2026"),
    ("", ""),
  ])
  func `contact numbers keep their last digits`(text: String, masked: String) {
    #expect(NumberMask.contacts(in: text) == masked)
  }

  @Test(arguments: [
    ("NIK 3171234567890123.", "NIK •••••••••••••123."),
    ("nik:3171 2345 6789 0123", "nik:•••• •••• •••• •123"),
    ("kartu 4111-1111-1111-1111", "kartu ••••-••••-••••-•111"),
    ("amex 378282246310005", "amex ••••••••••••005"),
    ("hp 081234567890, nik 3171234567890123", "hp 081234567890, nik •••••••••••••123"),
    ("081234567890 3171234567890123", "081234567890 •••••••••••••123"),
    ("3171234567890123 081234567890", "•••••••••••••123 081234567890"),
    ("𝟑𝟏𝟕𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎𝟏𝟐𝟑", "•••••••••••••𝟏𝟐𝟑"),
    ("wa +62 812 3456 7890", "wa +62 812 3456 7890"),
    ("rekening 1234567890", "rekening 1234567890"),
    ("pesanan 41111111111111128", "pesanan 41111111111111128"),
    ("0812345678901 0812345678902", "0812345678901 0812345678902"),
  ])
  func `identity and card numbers are masked, others pass`(text: String, masked: String) {
    #expect(NumberMask.identities(in: text) == masked)
  }

  @Test func `masking twice is masking once`() {
    var random = SeededGenerator(seed: 7)
    let letters = Array("0123456789 -.a•𝟎９")
    for _ in 0..<2000 {
      let length = Int.random(in: 0...40, using: &random)
      let text = String((0..<length).compactMap { _ in letters.randomElement(using: &random) })
      let contacts = NumberMask.contacts(in: text)
      #expect(NumberMask.contacts(in: contacts) == contacts)
      let identities = NumberMask.identities(in: text)
      #expect(NumberMask.identities(in: identities) == identities)
    }
  }

  @Test(arguments: [
    (Indicator.Kind.phone, "+6281234567890", "+••••••••••890"),
    (.bankAccount, "1234567", "•••••67"),
    (.eWallet, "081234567890", "•••••••••890"),
    (.whatsapp, "https://wa.me/6281234567890", "https://wa.me/••••••••••890"),
    (.domain, "pulau88888888.example", "pulau88888888.example"),
    (.telegram, "@pulauwin77", "@pulauwin77"),
  ])
  func `indicators that are numbers are masked`(kind: Indicator.Kind, value: String, masked: String) {
    #expect(NumberMask.value(of: Indicator(kind: kind, value: value, start: 0, end: 0)) == masked)
  }
}
