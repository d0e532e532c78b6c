import Testing

@testable import HarmClassifier

@Suite("The language of a post")
struct LanguageTests {
  private func guess(_ text: String) -> String? {
    var folded = FoldedText()
    CharacterFolder().fold(Array(text.utf8).span, into: &folded)
    let known = KnownWords()
    folded.findWords(known)
    return LanguageGuesser.shared.guess(folded, known)
  }

  @Test(
    "sentences of everyday life",
    arguments: [
      ("Saya sudah pergi ke pasar tadi pagi, tetapi tokonya masih tutup.", "id"),
      ("makasih min, hari ini udah dapat 2 juta dari situs ini", "id"),
      ("The bus was late and they had to walk home in the rain.", "en"),
      ("Aku wis mangan mau esuk, nanging saiki luwe maneh, piye iki.", "jv"),
      ("Abdi teu acan ka pasar, da hujan wae ti isuk keneh.", "su"),
      ("Tiang sampun ka peken ring semeng, nanging ten wenten sane madagang.", "ban"),
      ("Ulun handak bulik ka banua, kada kawa lawas di sini, pian umpat haja.", "bjn"),
      ("Iyya' de' ulao ri pasa'e, nasaba' bosi ladde'i essoe.", "bug"),
      ("Pelajar itu tidak hadir peperiksaan kerana demam, kata cikgu.", "ms"),
      ("Magandang umaga po, may pasok ba ang mga bata bukas?", "tl"),
      ("Ambo indak ka pai ka pasa hari ko, dek hujan labek bana.", "min"),
    ]
  )
  func sentences(text: String, language: String) {
    #expect(guess(text) == language)
  }

  @Test("too little to tell", arguments: ["", "🔥🔥🔥", "88 99", "gacor", "slot gacor", "xqzt wvbn prtk"])
  func unsure(text: String) {
    #expect(guess(text) == nil)
  }

  @Test("spam is written in Indonesian, whatever names it drops")
  func spam() {
    #expect(guess("situs slot gacor hari ini, daftar sekarang dan dapat bonus") == "id")
  }
}
