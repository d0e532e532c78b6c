import Localization

/// The words of a scan's summary.
struct SummaryWords: Sendable {
  var posts, harmful, review, clean, unreadable, talk, categories, siteNames, indicators: String

  init(_ language: Language) {
    switch language {
    case .id: self = .indonesian
    case .en: self = .english
    }
  }

  private init(
    posts: String,
    harmful: String,
    review: String,
    clean: String,
    unreadable: String,
    talk: String,
    categories: String,
    siteNames: String,
    indicators: String
  ) {
    (self.posts, self.harmful, self.review, self.clean, self.unreadable) = (posts, harmful, review, clean, unreadable)
    (self.talk, self.categories, self.siteNames, self.indicators) = (talk, categories, siteNames, indicators)
  }

  private static let indonesian = SummaryWords(
    posts: "kiriman dinilai",
    harmful: "berbahaya",
    review: "perlu dilihat",
    clean: "bersih",
    unreadable: "tak terbaca",
    talk: "sekadar membahas",
    categories: "Kategori",
    siteNames: "Nama situs terbanyak",
    indicators: "Indikator terbanyak"
  )

  private static let english = SummaryWords(
    posts: "posts judged",
    harmful: "harmful",
    review: "to review",
    clean: "clean",
    unreadable: "unreadable",
    talk: "only talk",
    categories: "Categories",
    siteNames: "Most frequent site names",
    indicators: "Most frequent indicators"
  )
}
