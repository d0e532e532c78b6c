extension LocalizedText {
  /// Why a source can't be seen, by the code that logs and the store have for it; nil when it is none of these.
  public init?(blindness code: String) {
    switch code {
    case "waiting": self.init(id: "belum sempat dibaca", en: "not polled yet")
    case "limited": self.init(id: "server meminta kami kembali nanti", en: "the server asks to come back later")
    case "blocked": self.init(id: "server menolak kami", en: "the server refuses us")
    case "challenge":
      self.init(
        id: "situs memeriksa setiap pengunjung; minta pemiliknya mengizinkan pemantauan",
        en: "the site challenges its visitors; ask its owner to let the watch in"
      )
    case "gone": self.init(id: "sudah ditutup; hapus dari `sources`", en: "gone for good; remove it from `sources`")
    case "unreadable":
      self.init(
        id: "isinya tidak terbaca sebagai umpan, halaman, atau data yang diminta",
        en: "what it sends can't be read as the feed, page or data it should be"
      )
    case "invalidURL", "unsupportedScheme", "invalidRequest":
      self.init(id: "alamatnya keliru; perbaiki di `sources`", en: "its address is wrong; correct it in `sources`")
    case "resolve": self.init(id: "nama alamatnya tidak ditemukan", en: "its name can't be found")
    case "connect": self.init(id: "tidak dapat disambung", en: "no connection comes about")
    case "tls": self.init(id: "sambungan amannya gagal", en: "the secure connection fails")
    case "timeout", "stalled": self.init(id: "terlalu lama menjawab", en: "it answers too slowly")
    case "bodyTooLarge", "headersTooLarge": self.init(id: "jawabannya terlalu besar", en: "its answer is too large")
    case "tooManyRedirects", "redirectLoop":
      self.init(id: "pengalihannya tidak berujung", en: "its redirects have no end")
    case "truncated", "protocolError": self.init(id: "jawabannya rusak", en: "its answer is damaged")
    case "refusedAddress":
      self.init(id: "alamatnya tertutup bagi pemantauan", en: "the watch may not go to its address")
    case _ where code.hasPrefix("http_"):
      let status = code.dropFirst("http_".count)
      self.init(id: "server menjawab HTTP \(status)", en: "the server answers HTTP \(status)")
    default: return nil
    }
  }
}
