import HarmClassifier
import Localization
import Storage

/// What the demo says, in Indonesian and English.
struct DemoWords: LocalizedWords {
  let language: Language

  var watching: String {
    text(
      "`ronda watch` berjalan: membaca umpan, menilai kiriman, menyimpan, menunggu tanda bahaya …",
      "`ronda watch` is running: reading feeds, judging posts, storing, waiting for an alert …"
    )
  }

  var alert: String { text("TANDA BAHAYA", "ALERT") }
  var category: String { text("Kategori", "Category") }
  var pillarTitle: String { text("Pilar", "Pillar") }
  var deadline: String { text("Batas lapor", "Report by") }
  var maskedIndicators: String { text("Indikator (nomor disamarkan)", "Indicators (numbers masked)") }

  func serving(_ origin: String, _ feeds: [String]) -> String {
    text("Umpan contoh tersedia di \(origin): ", "Sample feeds are served at \(origin): ")
      + feeds.joined(separator: ", ")
  }

  func posts(_ count: Int, _ sources: [String]) -> String {
    text("\(count) kiriman dari ", "\(count) posts from ") + sources.joined(separator: ", ")
  }

  var nothing: String {
    text(
      "tidak ada tanda bahaya dalam satu menit; catatan `ronda watch`:",
      "no alert within a minute; the log of `ronda watch`:"
    )
  }

  func summary(_ counts: [PostCount], alertsSigned: Int) -> String {
    let names: [Verdict.Decision: String] = [
      .harmful: text("berbahaya", "harmful"), .review: text("perlu dilihat", "to review"),
      .clean: text("bersih", "clean"),
    ]
    let sources = Dictionary(grouping: counts, by: \.source).sorted { $0.key < $1.key }
    let lines = sources.map { source, counts in
      let parts = counts.sorted { $0.decision > $1.decision }.map { "\($0.posts) \(names[$0.decision] ?? "")" }
      return "  " + source + String(repeating: " ", count: max(1, 20 - source.count)) + parts.joined(separator: ", ")
    }
    let signed = text("tanda bahaya diterima dengan tanda tangan sah", "alerts received with a valid signature")
    return ([text("Ringkasan", "Summary")] + lines + ["  \(alertsSigned) \(signed)"]).joined(separator: "\n")
  }

  var next: String {
    text("Coba berikutnya:", "Try next:") + "\n  .build/release/ronda explain \"s l o t g4c0r malam ini, cek bio\""
  }
}
