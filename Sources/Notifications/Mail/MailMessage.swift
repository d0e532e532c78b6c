import FoundationEssentials

/// A mail message (RFC 5322) with a plain and an HTML part (RFC 2046, `multipart/alternative`).
struct MailMessage {
  var from: String
  var to: [String]
  var subject: String
  var date: Date
  /// Without angle brackets; the same at every attempt, so that mail programs show repetitions once.
  var id: String
  /// The message that this one follows; nil for the first of a thread.
  var follows: String?
  var text: String
  var html: String

  /// The message as it is sent.
  func encoded() -> [UInt8] {
    let boundary = "ronda-\(id.prefix { $0 != "@" })"
    var lines = [
      "From: Ronda <\(from)>",
      "To: \(to.joined(separator: ",\r\n "))",
      "Subject: \(EncodedWord.header(subject))",
      "Date: \(Self.date(date))",
      "Message-ID: <\(id)>",
    ]
    if let follows { lines += ["In-Reply-To: <\(follows)>", "References: <\(follows)>"] }
    lines += [
      "MIME-Version: 1.0",
      // No holiday notes in answer (RFC 3834).
      "Auto-Submitted: auto-generated",
      "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"",
      "",
    ]
    // Of alternatives the last is the preferred one. Base64 has no hyphen, so no body can hold the boundary.
    for (type, body) in [("plain", text), ("html", html)] {
      lines += [
        "--\(boundary)", "Content-Type: text/\(type); charset=utf-8", "Content-Transfer-Encoding: base64", "",
        Self.base64(body),
      ]
    }
    lines += ["--\(boundary)--", ""]
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  private static func base64(_ text: String) -> String {
    Data(text.utf8).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
  }

  /// As mail headers have it: `Tue, 24 Nov 2026 00:00:00 +0000`.
  static func date(_ date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    func two(_ number: Int?) -> String {
      let number = number ?? 0
      return number < 10 ? "0\(number)" : "\(number)"
    }
    let clock = [parts.hour, parts.minute, parts.second].map(two).joined(separator: ":")
    let day = "\(days[(parts.weekday ?? 1) - 1]), \(two(parts.day)) \(months[(parts.month ?? 1) - 1])"
    return "\(day) \(parts.year ?? 1970) \(clock) +0000"
  }
}

/// Header text beyond ASCII (RFC 2047).
enum EncodedWord {
  /// The bytes of text in one word: with its frame and in base64 it stays within 75 characters.
  private static let bytesPerWord = 45

  /// Text for a header: as it is when it is short, plain ASCII, else as encoded words on folded lines. Line breaks and
  /// controls become spaces, so no text can add a header.
  static func header(_ text: String) -> String {
    let line = String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
    )
    let isPlain = line.utf8.count <= 65 && line.utf8.allSatisfy { $0 < 0x7F } && !line.contains("=?")
    if isPlain { return line }
    return words(line).map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
  }

  /// Pieces of whole scalars: a word must not end within one.
  private static func words(_ text: String) -> [String] {
    text.unicodeScalars.reduce(into: [String]()) { words, scalar in
      if let last = words.last, last.utf8.count + String(scalar).utf8.count <= bytesPerWord {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else {
        words.append(String(scalar))
      }
    }
  }
}
