import Testing

@testable import HarmClassifier

@Suite("What n-grams see of addresses")
struct AddressTests {
  private func reading(_ text: String) -> NGramText { NGramText(reading: text) }

  private func shown(_ text: String) -> String { String(decoding: reading(text).bytes, as: UTF8.self) }

  @Test(
    "the names of a host stand between slashes, and nothing of its path",
    arguments: [
      ("buka https://www.qm777.com/m/XYZ?chn=abc ya", " buka /qm000/com/ ya "),
      ("https://hot.kutabet-game.click:8080/x", " /hot/kutabet/game/click/ "),
      ("https://diskominfo.kaltimprov.go.id", " /diskominfo/kaltimprov/go/id/ "),
      ("https://bit.ly/3HAiYvI lihat", " lihat "),
      ("https:// x", " / x "),
    ]
  )
  func hosts(text: String, expected: String) { #expect(shown(text) == expected) }

  @Test("a word of the same letters is none of a host")
  func words() { #expect(shown("qm777.com") == " qm000 com ") }

  @Test(
    "an address invites by a code or by asking to join",
    arguments: [
      "https://qm777.com?chn=bnRf&id=12", "https://kuta.win/?inviteCode=fAmp", "https://kuta.top/#/?invitecode=551",
      "https://kuta.app/register?referral_code=jp", "https://kuta.vip/?c=ISIUXX", "https://kuta.id/daftar",
    ]
  )
  func invites(text: String) { #expect(reading(text).invitations == 1) }

  @Test(
    "other paths and queries invite to nothing",
    arguments: [
      "https://kuta.id/berita/2026/11/banjir?id=123", "https://kuta.id/?utm_source=wa",
      "https://kuta.id/cara-daftarkan-usaha", "https://kuta.id/code", "https://t.me/kuta?start=c",
      "register daftar ref=1", "https://kuta.id",
    ]
  )
  func others(text: String) { #expect(reading(text).invitations == 0) }
}
