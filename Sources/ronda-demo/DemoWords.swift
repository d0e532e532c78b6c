import HarmClassifier
import Localization
import Storage

/// What the demo says, in Indonesian and English.
struct DemoWords: Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ indonesian: String, _ english: String) -> String {
    LocalizedText(id: indonesian, en: english)[language]
  }

  var watching: String {
    say(
      "`ronda watch` berjalan: membaca umpan, menilai kiriman, menyimpan, menunggu tanda bahaya …",
      "`ronda watch` is running: reading feeds, judging posts, storing, waiting for an alert …"
    )
  }

  var alert: String { say("TANDA BAHAYA", "ALERT") }
  var category: String { say("Kategori", "Category") }
  var pillar: String { say("Pilar", "Pillar") }
  var message: String { say("Pesan", "Message") }
  var audience: String { say("Sasaran", "Audience") }
  var channels: String { say("Saluran", "Channels") }
  var reportTo: String { say("Laporkan ke", "Report to") }
  var deadline: String { say("Batas lapor", "Report by") }
  var evidence: String { say("Bukti", "Evidence") }
  var indicators: String { say("Indikator (nomor disamarkan)", "Indicators (numbers masked)") }

  var pillars: [String: String] {
    [
      "skills": say("Cakap Digital", "Digital Skills"), "safety": say("Aman Digital", "Digital Safety"),
      "culture": say("Budaya Digital", "Digital Culture"), "ethics": say("Etis Digital", "Digital Ethics"),
    ]
  }

  func serving(_ origin: String, _ feeds: [String]) -> String {
    say("Umpan contoh tersedia di \(origin): ", "Sample feeds are served at \(origin): ")
      + feeds.joined(separator: ", ")
  }

  func posts(_ count: Int, _ sources: [String]) -> String {
    say("\(count) kiriman dari ", "\(count) posts from ") + sources.joined(separator: ", ")
  }

  var nothing: String {
    say(
      "tidak ada tanda bahaya dalam satu menit; catatan `ronda watch`:",
      "no alert within a minute; the log of `ronda watch`:"
    )
  }

  func summary(_ counts: [PostCount], alertsSigned: Int) -> String {
    let names: [Verdict.Decision: String] = [
      .harmful: say("berbahaya", "harmful"), .review: say("perlu dilihat", "to review"), .clean: say("bersih", "clean"),
    ]
    let sources = Dictionary(grouping: counts, by: \.source).sorted { $0.key < $1.key }
    let lines = sources.map { source, counts in
      let parts = counts.sorted { $0.decision > $1.decision }.map { "\($0.posts) \(names[$0.decision] ?? "")" }
      return "  " + source + String(repeating: " ", count: max(1, 20 - source.count)) + parts.joined(separator: ", ")
    }
    let signed = say("tanda bahaya diterima dengan tanda tangan sah", "alerts received with a valid signature")
    return ([say("Ringkasan", "Summary")] + lines + ["  \(alertsSigned) \(signed)"]).joined(separator: "\n")
  }

  var next: String {
    say("Coba berikutnya:", "Try next:") + "\n  .build/release/ronda explain \"s l o t g4c0r malam ini, cek bio\""
  }
}
