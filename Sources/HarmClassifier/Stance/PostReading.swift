/// Everything seen in one post, laid out by sentence windows: what stance and score are read from. Its memory is reused from
/// post to post.
struct PostReading: Sendable {
  /// The text before words are respelt: what indicators are found in.
  var raw = FoldedText()
  /// The text as a reader takes it. All places in a reading are places in it.
  var text = FoldedText()
  /// Words in the shape of a site's name.
  var names: [SiteName] = []
  /// The text's n-grams, or those of its last window.
  var ngrams = NGramText()
  var hits = Hits()
  /// The names that say something.
  private(set) var siteNames: [SiteName] = []
  /// What a promoter would give to be reached, by start.
  private(set) var contacts: [Contact] = []
  private(set) var sentences = Sentences()

  /// A messenger, a phone, an account, or a host that is named like a gambling site or ends as cheap hosts do.
  struct Contact: Sendable {
    var kind: Indicator.Kind
    var range: Range<Int>
  }

  /// Keeps the names that say something. A name's shape alone says little: it needs a disguise, a telling stem, or a term
  /// beside it.
  mutating func keepTellingNames(_ lexicon: Lexicon) {
    siteNames.clear()
    guard !names.isEmpty else { return }
    let hasTerm = hits.terms.contains { $0.weight != .weak && lexicon.categories[$0.category].hasSiteNames }
    for name in names where hasTerm || name.isDisguised || name.isTelling { siteNames.append(name) }
  }

  /// Lays out what stance is read from; `found` are the indicators of the raw text.
  mutating func layOut(_ found: [IndicatorFinder.Finding], language: String?, _ lexicon: Lexicon) {
    hits.keepRegional(of: language, lexicon)
    sentences.read(text)
    readContacts(found, lexicon.hosts)
  }

  private mutating func readContacts(_ found: [IndicatorFinder.Finding], _ hosts: Hosts) {
    contacts.clear()
    // An address is found twice, with its path and without.
    var last: (host: ArraySlice<UInt8>, isSuspicious: Bool) = ([], false)
    for finding in found {
      switch finding.kind {
      case .phone, .bankAccount, .eWallet, .qrisMerchant, .telegram, .whatsapp: break
      case .handle: continue
      case .domain, .url:
        let host = Hosts.host(of: finding.value)
        if host != last.host { last = (host, hosts.isSuspicious(host)) }
        guard last.isSuspicious else { continue }
      }
      contacts.append(Contact(kind: finding.kind, range: finding.place(in: text, from: raw)))
    }
  }

  /// Words between a negator and the phrase it turns round.
  private static let negationReach = 2

  /// Whether a negator stands just before `range` in its clause: "jangan main slot", "bukan judi".
  func isNegated(_ range: Range<Int>) -> Bool {
    hits.negators.contains { negator in
      negator.upperBound <= range.lowerBound
        && sentences.window(of: negator.lowerBound) == sentences.window(of: range.lowerBound)
        && reaches(negator, range) && !isPartOfPromotion(negator)
    }
  }

  /// A few words on, unless a comma or a word that the negator denies in praise comes before: "gak nyangka menang".
  private func reaches(_ negator: Range<Int>, _ range: Range<Int>) -> Bool {
    let between = negator.upperBound..<range.lowerBound
    return text.wordCount(in: between) <= Self.negationReach && !text.bytes[between].contains(UInt8(ascii: ","))
      && !hits.assurances.contains { between.covers($0) }
  }

  /// "anti rungkad" and "jangan sampai ketinggalan" negate nothing.
  private func isPartOfPromotion(_ range: Range<Int>) -> Bool {
    hits.terms.contains { $0.range.covers(range) } || hits.evidence.contains { $0.range.covers(range) }
  }

  /// Evidence of a family in window `window`, unless negated, or quoted to warn of it.
  func live(_ family: Evidence.Family, in window: Int? = nil) -> Range<Int>? {
    hits.evidence.first { phrase in
      phrase.family == family && (window.map { $0 == sentences.window(of: phrase.range.lowerBound) } ?? true)
        && !isNegated(phrase.range) && !(sentences.isQuoted(phrase.range) && hasMarker(nextTo: phrase.range))
    }?.range
  }

  private func hasMarker(nextTo range: Range<Int>) -> Bool {
    let window = sentences.window(of: range.lowerBound)
    return hits.markers.contains {
      abs(sentences.window(of: $0.range.lowerBound) - window) <= 1 && !sentences.isQuoted($0.range)
    }
  }

  /// The first contact that a promoter gives.
  func liveContact(in window: Int? = nil) -> Contact? {
    contacts.first { contact in
      (window.map { $0 == sentences.window(of: contact.range.lowerBound) } ?? true) && !isNegated(contact.range)
    }
  }
}
