import HarmClassifier
import Localization

/// The words of a scan's summary and page.
enum ReportWords {
  static let posts = LocalizedText(id: "kiriman dinilai", en: "posts judged")
  static let harmful = LocalizedText(id: "berbahaya", en: "harmful")
  static let review = LocalizedText(id: "perlu dilihat", en: "to review")
  static let clean = LocalizedText(id: "bersih", en: "clean")
  static let unreadable = LocalizedText(id: "tak terbaca", en: "unreadable")
  static let talk = LocalizedText(id: "sekadar membahas", en: "only talk")
  static let categories = LocalizedText(id: "Kategori", en: "Categories")
  static let sources = LocalizedText(id: "Sumber", en: "Sources")
  static let days = LocalizedText(id: "Hari", en: "Days")
  static let siteNames = LocalizedText(id: "Nama situs terbanyak", en: "Most frequent site names")
  static let waves = LocalizedText(id: "Gelombang (salinan serupa)", en: "Waves (near copies)")
  static let indicators = LocalizedText(id: "Indikator terbanyak", en: "Most frequent indicators")
  static let stopped = LocalizedText(
    id: "Pemindaian dihentikan; angka ini sampai saat itu.",
    en: "The scan was stopped; these are the counts until then."
  )
  static let sample = LocalizedText(id: "Contoh acak dari semua kiriman.", en: "A random sample of all posts.")

  static func decision(_ decision: Verdict.Decision) -> LocalizedText {
    switch decision {
    case .harmful: harmful
    case .review: review
    case .clean: clean
    }
  }
}
