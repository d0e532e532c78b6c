/// One reason for a verdict: a span of the original text and what it contributes.
public struct Evidence: Sendable, Hashable {
  /// The kinds of reason a verdict can have.
  public enum Family: String, Sendable, Hashable, CaseIterable, Codable {
    /// A term of the category's lexicon.
    case lexicon
    /// A scored n-gram.
    case ngram
    /// A name in the shape of a gambling site: letters and digits.
    case siteName = "site_name"
    /// "Register now", "link in bio".
    case callToAction = "call_to_action"
    /// "I was paid at once".
    case testimonial
    /// Bonuses, discounts, small stakes.
    case priceBait = "price_bait"
    /// A domain, phone number, account or handle.
    case indicator
    /// Letters hidden from filters.
    case obfuscation
  }

  /// Where the reason starts: a UTF-8 byte offset into the original text.
  public var start: Int
  /// Where the reason ends (exclusive): a UTF-8 byte offset into the original text.
  public var end: Int
  /// The original text between `start` and `end`.
  public var text: String
  /// The same span as the classifier read it.
  public var folded: String
  /// The kind of reason.
  public var family: Family
  /// The id of the category it speaks for.
  public var category: String
  /// The lexicon term or pattern that matched.
  public var term: String
  /// The contribution to the category's log-odds; may be negative.
  public var weight: Double

  /// Creates a piece of evidence.
  public init(
    start: Int,
    end: Int,
    text: String,
    folded: String,
    family: Family,
    category: String,
    term: String,
    weight: Double
  ) {
    self.start = start
    self.end = end
    self.text = text
    self.folded = folded
    self.family = family
    self.category = category
    self.term = term
    self.weight = weight
  }
}

/// Something a post points at that can be reported: an address, a number, an account.
public struct Indicator: Sendable, Hashable {
  /// The kinds of indicator.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A host name.
    case domain
    /// A full web address.
    case url
    /// A phone number in E.164 form.
    case phone
    /// A bank account number near a bank word.
    case bankAccount = "bank_account"
    /// An electronic wallet's number.
    case eWallet = "e_wallet"
    /// A merchant id of the national QR payment standard.
    case qrisMerchant = "qris_merchant"
    /// A Telegram handle or invite.
    case telegram
    /// A WhatsApp number link or group invite.
    case whatsapp
    /// A handle of some other platform.
    case handle
  }

  /// The kind of indicator.
  public var kind: Kind
  /// The normalised value.
  public var value: String
  /// Where it starts: a UTF-8 byte offset into the original text.
  public var start: Int
  /// Where it ends (exclusive): a UTF-8 byte offset into the original text.
  public var end: Int

  /// Creates an indicator.
  public init(kind: Kind, value: String, start: Int, end: Int) {
    self.kind = kind
    self.value = value
    self.start = start
    self.end = end
  }
}
