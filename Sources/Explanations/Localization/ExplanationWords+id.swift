extension ExplanationWords {
  static var indonesian: ExplanationWords {
    var words = ExplanationWords()
    words.verdict = "Putusan"
    words.stance = "sikap"
    words.bias = "nilai awal"
    words.score = "skor"
    words.indicators = "Indikator"
    words.nothing = "Tidak ada yang ditemukan."
    words.decisions = [.harmful: "berbahaya", .review: "perlu dilihat orang", .clean: "bersih"]
    words.stances = [
      .promo: "promosi", .mimicry: "menyamar sebagai imbauan", .counter: "imbauan melawan", .news: "berita",
      .factcheck: "cek fakta", .policyAcademic: "kebijakan atau kajian", .helpSeeking: "mencari pertolongan",
      .victimReport: "laporan korban", .crisis: "krisis", .mention: "sekadar menyebut",
    ]
    words.families = [
      .lexicon: "kata", .ngram: "pola huruf", .siteName: "nama situs", .callToAction: "ajakan",
      .testimonial: "testimoni", .priceBait: "umpan harga", .indicator: "tautan atau kontak",
      .obfuscation: "penyamaran",
    ]
    return words
  }
}
