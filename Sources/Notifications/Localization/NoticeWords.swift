import Campaigns
import HarmClassifier
import Localization

/// The words of notices, Indonesian and English side by side.
struct NoticeWords: LexiconLocalizedWords {
  let language: Language
  var lexicon = LexiconWords()

  var inCharge: String { text("Ditangani oleh", "In charge") }
  var until: String { text("paling lambat", "by") }
  var details: String { text("Rincian", "Details") }

  func notice(_ notice: Notice) -> String {
    switch notice {
    case .opened: text("Peringatan", "Alert")
    case .updated: text("Bertambah", "More posts")
    case .repeated: text("Masih berlangsung", "Still going on")
    case .acknowledged: text("Sudah ditangani", "Acknowledged")
    case .unsilenced: text("Masa senyap berakhir", "Silence ended")
    case .resolved: text("Selesai", "Resolved")
    }
  }

  func extent(_ posts: Int, _ sources: Int, since: String) -> String {
    text(
      "\(posts) kiriman dari \(sources) sumber sejak \(since)",
      "\(count(posts, "post")) from \(count(sources, "source")) since \(since)"
    )
  }

  func wave(_ wave: AlertWave, since: String) -> String {
    let head = text(
      "Satu gelombang, \(wave.posts) kiriman, \(wave.sources.count) sumber, sejak \(since)",
      "One wave, \(count(wave.posts, "post")), \(count(wave.sources.count, "source")), since \(since)"
    )
    let varying = wave.variants.isEmpty ? "" : " (… = \(wave.variants.prefix(6).joined(separator: ", ")))"
    return "\(head): “\(wave.template)”\(varying)"
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
