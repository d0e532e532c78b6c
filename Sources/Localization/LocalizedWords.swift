/// The words of one part of the program in the language of its readers, Indonesian and English side by side.
public protocol LocalizedWords: Sendable {
  /// The readers' language.
  var language: Language { get }
}

extension LocalizedWords {
  /// One of two texts that say the same.
  ///
  /// - Parameters:
  ///   - id: the Indonesian text.
  ///   - en: the English text.
  public func text(_ id: String, _ en: String) -> String { LocalizedText(id: id, en: en)[language] }

  // What the fields of an alert are called.
  /// The message to send.
  public var message: String { text("Pesan", "Message") }
  /// Whom it is for.
  public var audience: String { text("Sasaran", "Audience") }
  /// Where they can be reached.
  public var channels: String { text("Kanal", "Channels") }
  /// Who wants to know of it.
  public var reportTo: String { text("Laporkan ke", "Report to") }
  /// What speaks for it.
  public var evidence: String { text("Bukti", "Evidence") }
  /// Addresses and numbers found.
  public var indicators: String { text("Indikator", "Indicators") }

  /// The name of a pillar of digital literacy.
  public func pillar(_ id: String) -> String { LocalizedText(pillar: id)[language] }

  /// What a kind of indicator is called.
  public func indicator(_ kind: String) -> String { LocalizedText(indicator: kind)[language] }

  /// How grave something is; what is neither low, medium nor high keeps its id.
  public func severity(_ id: String) -> String {
    switch id {
    case "low": text("rendah", "low")
    case "medium": text("sedang", "medium")
    case "high": text("tinggi", "high")
    default: id
    }
  }
}

extension LocalizedText {
  /// What Indonesia's digital literacy programme calls its pillar `pillar`; one that it does not know keeps its id.
  public init(pillar: String) {
    switch pillar {
    case "skills": self.init(id: "Cakap Digital", en: "Digital skills")
    case "safety": self.init(id: "Aman Digital", en: "Digital safety")
    case "ethics": self.init(id: "Etika Digital", en: "Digital ethics")
    case "culture": self.init(id: "Budaya Digital", en: "Digital culture")
    default: self.init(id: pillar, en: pillar)
    }
  }
}

extension LocalizedText {
  /// What a wave of near copies is called where there is no room for its text.
  public init(wave id: String) { self.init(id: "gelombang \(id.prefix(6))", en: "wave \(id.prefix(6))") }

  /// What a kind of indicator is called; one that is unknown keeps its id.
  public init(indicator kind: String) {
    switch kind {
    case "domain": self.init(id: "situs", en: "site")
    case "url": self.init(id: "tautan", en: "link")
    case "phone": self.init(id: "telepon", en: "phone")
    case "bank_account": self.init(id: "rekening", en: "bank account")
    case "e_wallet": self.init(id: "dompet digital", en: "e-wallet")
    case "qris_merchant": self.init(id: "QRIS", en: "QRIS")
    case "telegram": self.init(id: "Telegram", en: "Telegram")
    case "whatsapp": self.init(id: "WhatsApp", en: "WhatsApp")
    case "handle": self.init(id: "akun", en: "account")
    default: self.init(id: kind, en: kind)
    }
  }
}
