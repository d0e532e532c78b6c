import HarmClassifier

/// Hides the digits of numbers that belong to a person and leaves the last two or three, enough to tell two apart.
///
/// Digits count in whatever dress: styled, full width, circled, with spaces, dots or invisible characters in between.
/// Masking a masked text changes nothing.
public enum NumberMask {
  /// What a hidden digit becomes.
  public static let dot: Unicode.Scalar = "•"

  /// Masks phone and account numbers: eight digits or more. Longer amounts of money are hidden with them.
  public static func contacts(in text: String) -> String {
    mask(text, spans: DigitRun.runs(in: text, atLeast: 8).map(\.digits))
  }

  /// Masks national identity and family card numbers (16 digits) and payment cards (13 to 19 digits, Luhn).
  ///
  /// A contact number of another length passes, so that evidence can still be reported.
  public static func identities(in text: String) -> String {
    mask(text, spans: DigitRun.runs(in: text, atLeast: 13).flatMap { $0.identities() })
  }

  /// The value of `indicator` as it may be shown: numbers masked, names and addresses as they are.
  public static func value(of indicator: Indicator) -> String {
    switch indicator.kind {
    case .phone, .bankAccount, .eWallet, .qrisMerchant:
      mask(indicator.value, spans: DigitRun.runs(in: indicator.value, atLeast: 4).map(\.digits))
    case .whatsapp: contacts(in: indicator.value)
    case .domain, .url, .telegram, .handle: indicator.value
    }
  }

  private static func mask(_ text: String, spans: [[DigitRun.Digit]]) -> String {
    guard !spans.isEmpty else { return text }
    let hidden = Set(spans.flatMap { $0.dropLast($0.count < 10 ? 2 : 3).map(\.index) })
    var masked = String.UnicodeScalarView()
    for index in text.unicodeScalars.indices {
      masked.append(hidden.contains(index) ? dot : text.unicodeScalars[index])
    }
    return String(masked)
  }
}
