import Localization

/// The words that only the page has.
enum PageWords {
  static let title = LocalizedText(id: "Laporan pemindaian", en: "Scan report")
  static let watch = LocalizedText(id: "Ronda · jaga malam untuk teks", en: "Ronda · night watch over text")
  static let numbers = LocalizedText(id: "Angka pokok", en: "Key figures")
  static let timeline = LocalizedText(id: "Garis waktu", en: "Time line")
  static let perDay = LocalizedText(id: "kiriman per hari", en: "posts a day")
  static let perWeek = LocalizedText(id: "kiriman per minggu", en: "posts a week")
  static let perMonth = LocalizedText(id: "kiriman per bulan", en: "posts a month")
  static let noTimes = LocalizedText(
    id: "Kiriman tidak membawa waktu. Bila ada kolom waktu, sebutkan dengan --time-field.",
    en: "The posts bear no time. If there is a field with it, name it with --time-field."
  )
  static let nothing = LocalizedText(id: "Tidak ada yang ditemukan.", en: "Nothing was found.")
  static let asTable = LocalizedText(id: "Sebagai tabel", en: "As a table")
  static let period = LocalizedText(id: "Kurun", en: "Period")
  static let category = LocalizedText(id: "Kategori", en: "Category")
  static let source = LocalizedText(id: "Sumber", en: "Source")
  static let sourceCount = LocalizedText(id: "Sumber", en: "Sources")
  static let total = LocalizedText(id: "jumlah", en: "total")
  static let name = LocalizedText(id: "Nama", en: "Name")
  static let kind = LocalizedText(id: "Jenis", en: "Kind")
  static let value = LocalizedText(id: "Nilai", en: "Value")
  static let postCount = LocalizedText(id: "kiriman", en: "posts")
  static let firstCopy = LocalizedText(id: "Kiriman pertama", en: "First post")
  static let siteNamesNote = LocalizedText(
    id: "Sebagaimana terbaca setelah samaran huruf dibuka.",
    en: "As read once disguised letters are undone."
  )
  static let wavesNote = LocalizedText(
    id: "Satu teks yang disalin dengan sedikit perubahan: tanda kerja terkoordinasi.",
    en: "One text pasted with small changes: a sign of coordinated work."
  )
  static let indicatorsNote = LocalizedText(
    id: "Nomor disamarkan. Daftar blokir dibuat dengan `ronda export`.",
    en: "Numbers are masked. `ronda export` makes block lists."
  )
  static let examples = LocalizedText(id: "Contoh bukti", en: "Examples of evidence")
  static let examplesNote = LocalizedText(
    id: "Yang ditandai adalah alasan putusan; nomor panjang disamarkan. Setiap contoh dari teks yang berbeda.",
    en: "Marked is what speaks for the verdict; long numbers are masked. Each example is of a different text."
  )
  static let method = LocalizedText(id: "Cara membaca", en: "How to read this")
  static let methodText = LocalizedText(
    id: """
      “Berbahaya” berarti layak ditindaklanjuti, “perlu dilihat” berarti seseorang perlu menilainya, “sekadar membahas” \
      berarti berita, peringatan, atau permintaan tolong. Putusan dibuat mesin dan dapat keliru: periksa contoh sebelum \
      mengambil tindakan. Satu kiriman dapat terhitung dalam beberapa kategori.
      """,
    en: """
      “Harmful” is worth acting on, “to review” needs a person's look, “only talk” is news, warnings or calls for help. \
      A machine decided and may be wrong: look at examples before you act. A post may count in several categories.
      """
  )
  static let privacy = LocalizedText(
    id: "Halaman ini tidak memuat nama penulis dan tidak mengambil apa pun dari luar.",
    en: "This page holds no author's name and loads nothing from elsewhere."
  )
  static let lexicon = LocalizedText(id: "leksikon", en: "lexicon")
  static let model = LocalizedText(id: "model", en: "model")

  /// What the figures come to in one sentence.
  static func headline(posts: String, harmful: String, share: String) -> LocalizedText {
    LocalizedText(
      id: "Dari \(posts) kiriman, \(harmful) (\(share) %) berbahaya.",
      en: "Of \(posts) posts, \(harmful) (\(share) %) are harmful."
    )
  }

  /// What there is most of.
  static func most(category: String, count: String) -> LocalizedText {
    LocalizedText(id: "Terbanyak: \(category) (\(count)).", en: "Most of them: \(category) (\(count)).")
  }

  /// What a plot shows, for those who do not see it.
  static func plot(_ what: String, rows: Int) -> LocalizedText {
    LocalizedText(
      id: "Diagram batang: \(what), \(rows) batang. Angkanya ada pada tabel di bawah.",
      en: "Bar chart: \(what), \(rows) bars. The table below has the figures."
    )
  }
}
