import FoundationEssentials
import Localization

/// The words of briefs, Indonesian and English side by side.
struct BriefWords: LocalizedWords {
  let language: Language

  func title(_ audience: Brief.Audience) -> String {
    switch audience {
    case .desk: text("Ringkasan mingguan untuk meja kampanye", "Weekly brief for the campaign desk")
    case .leadership: text("Ringkasan mingguan untuk pimpinan", "Weekly brief for the leadership")
    }
  }

  /// The labels that templates ask for, by name.
  var labels: [String: String] {
    [
      "extent": text("Yang beredar", "What circulated"),
      "judged": text("kiriman dinilai", "posts judged"),
      "harmful": text("berbahaya", "harmful"),
      "review": text("perlu dilihat petugas", "for a person to look at"),
      "categories": text("Menurut kategori", "By category"),
      "pillars": text("Menurut pilar literasi digital", "By pillar of digital literacy"),
      "name": text("Nama", "Name"),
      "posts": text("Pekan ini", "This week"),
      "before": text("Pekan lalu", "Week before"),
      "change": text("Perubahan", "Change"),
      "waves": text("Gelombang kiriman serupa", "Waves of near copies"),
      "brands": text("Nama situs baru", "New site names"),
      "work": text("Yang sudah dilakukan", "What was done"),
      "open": text("Masih terbuka", "Still open"),
      "messages": text("Pesan untuk pekan depan", "What to say next week"),
      "audience": audience,
      "channels": channels,
      "remarks": text("Catatan", "Remarks"),
      "footer": text(
        "Dibuat oleh Ronda. Nomor telepon dan rekening disamarkan; nama penulis tidak disimpan.",
        "Made by Ronda. Phone and account numbers are masked; authors' names are not stored."
      ),
    ]
  }

  func period(_ period: Range<Date>, _ clock: BriefClock) -> String {
    // The end is the first moment that does not belong to it.
    "\(clock.day(period.lowerBound)) – \(clock.day(period.upperBound - 1))"
  }

  /// How much more or less; a share only where both numbers carry one.
  func change(_ trend: Brief.Trend) -> String {
    let difference = trend.posts - trend.before
    if difference == 0 { return text("tetap", "unchanged") }
    let sign = difference > 0 ? "+" : "−"
    let amount = "\(sign)\(number(abs(difference)))"
    guard trend.before >= 20 else { return amount }
    let share = Int((Double(abs(difference)) / Double(trend.before) * 100).rounded())
    return "\(amount) (\(sign)\(share) %)"
  }

  func wave(_ wave: Brief.Wave, since: String) -> String {
    text(
      "\(number(wave.posts)) kiriman, \(number(wave.sources)) sumber, sejak \(since)",
      "\(count(wave.posts, "post")), \(count(wave.sources, "source")), since \(since)"
    )
  }

  func work(_ work: Brief.Work) -> String {
    let done = text(
      "\(number(work.opened)) peringatan dimulai, \(number(work.acknowledged)) ditangani, "
        + "\(number(work.resolved)) selesai.",
      "\(count(work.opened, "alert")) began, \(number(work.acknowledged)) acknowledged, \(number(work.resolved)) resolved."
    )
    guard let reaction = work.medianReaction else { return done }
    let time = duration(reaction)
    return done + text(" Median waktu sampai ditangani: \(time).", " Median time to take charge: \(time).")
  }

  func open(_ alert: Brief.OpenAlert, due: String?, isLate: Bool) -> String {
    let state = alert.isAcknowledged ? text("ditangani", "acknowledged") : text("belum ditangani", "nobody in charge")
    let posts = text("\(number(alert.posts)) kiriman", count(alert.posts, "post"))
    let report = due.map { due in
      isLate
        ? text("; batas lapor \(due) sudah lewat", "; the report was due \(due)")
        : text("; lapor paling lambat \(due)", "; report by \(due)")
    }
    return "\(posts), \(state)\(report ?? "")"
  }

  var none: String { text("Tidak ada.", "None.") }

  func remark(_ remark: Remark, _ clock: BriefClock) -> String {
    switch remark {
    case .nothingJudged(nil):
      text(
        "Kosong: belum ada satu kiriman pun yang dinilai. Jalankan `ronda watch`.",
        "Empty: no post was ever judged. Run `ronda watch`."
      )
    case .nothingJudged(let last?):
      text(
        "Kosong: tidak ada kiriman yang dinilai dalam periode ini. Penilaian terakhir \(clock.moment(last)).",
        "Empty: no post was judged in this period. The last one was at \(clock.moment(last))."
      )
    case .quiet:
      text(
        "Kiriman dinilai, tidak ada yang berbahaya. Ini berarti tenang, bukan buta, kecuali catatan lain berkata lain.",
        "Posts were judged and none was harmful: quiet, not blind, unless another remark says so."
      )
    case .blind(let sources, let all): blind(sources, of: all, clock)
    case .noComparison(let since):
      text(
        "Pekan lalu tidak lengkap untuk dibandingkan: pemantauan dimulai \(clock.moment(since)).",
        "The week before is not whole: watching began at \(clock.moment(since))."
      )
    case .beyondRetention(let kept):
      text(
        "Putusan sebelum \(clock.day(kept)) sudah dihapus sesuai masa simpan, sehingga angka lama kurang.",
        "Verdicts before \(clock.day(kept)) are deleted as the retention says; older figures are too low."
      )
    }
  }

  private func blind(_ sources: [BlindSource], of all: Int, _ clock: BriefClock) -> String {
    let shown = sources.prefix(5).map { source in
      let since = source.lastSuccess.map { text("sejak \(clock.moment($0))", "since \(clock.moment($0))") }
      return "\(source.id) (\(since ?? text("belum pernah terbaca", "never read")): \(source.reason(in: language)))"
    }.joined(separator: "; ")
    let more = sources.count > 5 ? text("; dan lainnya", "; and others") : ""
    return text(
      "\(number(sources.count)) dari \(number(all)) sumber tidak terbaca, jadi angka bisa terlalu rendah: \(shown)\(more).",
      "\(number(sources.count)) of \(count(all, "source")) can't be read, so figures may be too low: \(shown)\(more)."
    )
  }

  func number(_ number: Int) -> String {
    let digits = String(number)
    let separator = text(".", ",")
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }

  private func duration(_ seconds: TimeInterval) -> String {
    let minutes = Int((seconds / 60).rounded())
    if minutes < 120 { return text("\(minutes) menit", count(minutes, "minute")) }
    return text("\(minutes / 60) jam", count(minutes / 60, "hour"))
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(self.number(number)) \(noun)\(number == 1 ? "" : "s")"
  }
}
