import Localization

/// What the pages say.
struct DashboardWords: LexiconLocalizedWords {
  let language: Language
  var lexicon = LexiconWords()

  subscript(_ key: Key) -> String { key.text[language] }

  /// So many of something.
  func count(_ number: Int, _ key: Key) -> String {
    "\(number) \(number == 1 && language == .en ? key.one ?? self[key] : self[key])"
  }

  /// What a source is to the desk, as configurations call it.
  func role(_ id: String) -> String {
    switch id {
    case "press": text("media", "press")
    case "government": text("pemerintah", "government")
    case "school": text("sekolah", "school")
    case "community": text("komunitas", "community")
    case "comments": text("komentar", "comments")
    default: id
    }
  }

  struct Key {
    let text: LocalizedText
    /// The English word for one of it, where that is another.
    let one: String?
    init(_ id: String, _ en: String, one: String? = nil) { (text, self.one) = (LocalizedText(id: id, en: en), one) }
  }
}

extension DashboardWords.Key {
  static let skip = Self("Langsung ke isi", "Skip to content")
  static let overview = Self("Ringkasan", "Overview")
  static let alerts = Self("Peringatan", "Alerts")
  static let sources = Self("Sumber", "Sources")
  static let indicators = Self("Indikator", "Indicators")
  static let categories = Self("Kategori", "Categories")
  static let other = Self("English", "Bahasa Indonesia")
  static let open = Self("Peringatan terbuka", "Open alerts")
  static let firing = Self("berlangsung", "firing")
  static let acknowledged = Self("ditangani", "acknowledged")
  static let inCharge = Self("ditangani oleh", "acknowledged by")
  static let resolved = Self("selesai", "resolved")
  static let shadow = Self("uji coba, tidak dikirim", "rehearsal, not sent")
  static let muted = Self("notifikasi ditahan oleh", "notices held back by")
  static let noAlerts = Self("Tidak ada peringatan terbuka.", "No alert is open.")
  static let noAlertsEver = Self("Belum ada peringatan.", "There has been no alert yet.")
  static let blindWarning = Self(
    "Sumber yang tidak terlihat tidak dihitung bersih.",
    "What could not be seen does not count as clean."
  )
  static let harmfulWeek = Self("berbahaya, 7 hari", "harmful, 7 days")
  static let reviewWeek = Self("perlu dilihat, 7 hari", "to review, 7 days")
  static let postsWeek = Self("kiriman dinilai, 7 hari", "posts judged, 7 days")
  static let blind = Self("sumber tak terlihat", "blind sources", one: "blind source")
  static let circulates = Self("Yang beredar: 14 hari", "What circulates: 14 days")
  static let circulatesNote = Self(
    "Kiriman berbahaya dan perlu dilihat, menurut kategori terkuat dan hari (UTC).",
    "Harmful posts and posts to review, by most likely category and day (UTC)."
  )
  static let nothing = Self("Tidak ada temuan dalam 14 hari.", "Nothing found in 14 days.")
  static let asTable = Self("Sebagai tabel", "As a table")
  static let rest = Self("lainnya", "others")
  static let day = Self("Hari", "Day")
  static let category = Self("Kategori", "Category")
  static let posts = Self("kiriman", "posts", one: "post")
  static let since = Self("sejak", "since")
  static let pillar = Self("Pilar", "Pillar")
  static let message = Self("Pesan siap pakai", "Ready message")
  static let deadline = Self("Batas lapor", "Report by")
  static let late = Self("terlewat", "overdue")
  static let by = Self("Nama Anda", "Your name")
  static let note = Self("Catatan", "Note")
  static let acknowledge = Self("Tangani", "Acknowledge")
  static let resolve = Self("Selesaikan", "Resolve")
  static let silence = Self("Senyapkan", "Silence")
  static let hours = Self("Jam", "Hours")
  static let actions = Self("Tindakan", "What to do")
  static let taken = Self(
    "Dicatat. Berlaku dalam dua detik; muat ulang halaman ini.",
    "Recorded. It takes effect within two seconds; reload this page."
  )
  static let masked = Self("Nomor telepon dan rekening disamarkan.", "Phone and account numbers are masked.")
  static let postsOfAlert = Self("Kiriman terbaru", "Latest posts")
  static let origin = Self("Diambil", "Fetched")
  static let address = Self("Alamat server", "Address of the server")
  static let version = Self("versi", "version")
  static let waves = Self("Gelombang", "Waves")
  static let history = Self("Riwayat", "History")
  static let time = Self("Waktu", "Time")
  static let event = Self("Peristiwa", "Event")
  static let detail = Self("Keterangan", "Detail")
  static let text = Self("Teks", "Text")
  static let kind = Self("Jenis", "Kind")
  static let term = Self("Istilah", "Term")
  static let source = Self("Sumber", "Source")
  static let link = Self("Tautan", "Link")
  static let began = Self("Mulai", "Began")
  static let view = Self("lihat", "view")
  static let role = Self("Peran", "Role")
  static let state = Self("Keadaan", "State")
  static let why = Self("Mengapa", "Why")
  static let lastSeen = Self("Terakhir terlihat", "Last seen")
  static let next = Self("Berikutnya", "Next")
  static let isBlind = Self("tak terlihat", "blind")
  static let sees = Self("terlihat", "seen")
  static let waiting = Self("belum dibaca", "not read yet")
  static let logged = Self("Rincian teknis", "Technical detail")
  static let failures = Self("gagal beruntun", "failures in a row", one: "failure in a row")
  static let value = Self("Nilai", "Value")
  static let inPosts = Self("Kiriman", "Posts")
  static let indicatorNote = Self(
    "Yang dituju kiriman selama 7 hari. Nomor disamarkan; yang sama tetap dikenali.",
    "What posts of the last 7 days point at. Numbers are masked; equal ones are still told apart from others."
  )
  static let noIndicators = Self("Tidak ada indikator dalam 7 hari.", "No indicator in 7 days.")
  static let severity = Self("Tingkat", "Severity")
  static let law = Self("Dasar hukum", "Legal basis")
  static let notInIt = Self("Tidak termasuk", "Not in it")
  static let angle = Self("Cara menyampaikan", "How to tell it")
  static let notDone = Self("Tidak dikerjakan", "Not done")
  static let back = Self("Kembali ke peringatan", "Back to the alert")
  static let oldForm = Self(
    "Formulir ini sudah usang atau bukan dari halaman Ronda. Buka kembali halaman peringatannya, lalu kirim lagi.",
    "This form is too old or not from a page of Ronda. Open the alert's page again and send it once more."
  )
  static let nameNeeded = Self("Isi nama Anda, paling banyak 80 huruf.", "Say who you are, in 80 letters at most.")
  static let hoursNeeded = Self("Isi jumlah jam dari 1 sampai 720.", "Give a number of hours from 1 to 720.")
  static let noSuchAlert = Self("Peringatan ini tidak ada.", "There is no such alert.")
  static let storeFails = Self("Data tidak terbaca", "The data can't be read")
  static let storeAdvice = Self(
    "Ronda masih berjalan, tetapi penyimpanan datanya bermasalah. Hubungi pengelola dan sampaikan baris di bawah ini.",
    "Ronda is running, but its store is in trouble. Tell your administrator the line below."
  )
  static let missing = Self("Tidak ditemukan", "Not found")
  static let never = Self("belum pernah", "never")
  static let stateless = Self("Tanpa skrip; muat ulang untuk data terbaru.", "No scripts; reload for the latest.")
}
