import Localization

extension BlindSource {
  /// Why it can't be read, in the reader's words; as the log has it when the code is none of these.
  func reason(in language: Language) -> String { code.flatMap(Self.words)?[language] ?? reason }

  private static func words(_ code: String) -> LocalizedText? {
    switch code {
    case "waiting": LocalizedText(id: "belum sempat dibaca", en: "not polled yet")
    case "limited": LocalizedText(id: "server meminta kami kembali nanti", en: "the server asks to come back later")
    case "blocked": LocalizedText(id: "server menolak kami", en: "the server refuses us")
    case "challenge":
      LocalizedText(
        id: "situs memeriksa setiap pengunjung; minta pemiliknya mengizinkan pemantauan",
        en: "the site challenges its visitors; ask its owner to let the watch in"
      )
    case "gone": LocalizedText(id: "sudah ditutup; hapus dari `sources`", en: "gone for good; remove it from `sources`")
    case "unreadable": LocalizedText(id: "isinya bukan umpan yang terbaca", en: "what it sends is no feed")
    case "resolve": LocalizedText(id: "nama alamatnya tidak ditemukan", en: "its name can't be found")
    case "connect": LocalizedText(id: "tidak dapat disambung", en: "no connection comes about")
    case "tls": LocalizedText(id: "sambungan amannya gagal", en: "the secure connection fails")
    case "timeout", "stalled": LocalizedText(id: "terlalu lama menjawab", en: "it answers too slowly")
    case "bodyTooLarge", "headersTooLarge": LocalizedText(id: "jawabannya terlalu besar", en: "its answer is too large")
    case "tooManyRedirects", "redirectLoop":
      LocalizedText(id: "pengalihannya tidak berujung", en: "its redirects have no end")
    case "truncated", "protocolError": LocalizedText(id: "jawabannya rusak", en: "its answer is damaged")
    case "refusedAddress":
      LocalizedText(id: "alamatnya tertutup bagi pemantauan", en: "the watch may not go to its address")
    case _ where code.hasPrefix("http_"):
      LocalizedText(id: "server menjawab HTTP \(code.dropFirst(5))", en: "the server answers HTTP \(code.dropFirst(5))")
    default: nil
    }
  }
}
