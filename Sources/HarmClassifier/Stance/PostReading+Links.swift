extension PostReading {
  /// The first account or address that a promoter would give: a messenger, a phone, an account, or a host that is named
  /// like a gambling site or ends as cheap hosts do.
  func promotionalIndicator(in window: Int? = nil) -> IndicatorFinder.Finding? {
    indicators.first { finding in
      (window.map { $0 == sentences.window(of: finding.range.lowerBound) } ?? true)
        && isPromotional(finding) && !isNegated(finding.range)
    }
  }

  private func isPromotional(_ finding: IndicatorFinder.Finding) -> Bool {
    switch finding.kind {
    case .phone, .bankAccount, .eWallet, .qrisMerchant, .telegram, .whatsapp: true
    case .handle: false
    case .domain, .url: lexicon.hosts.isSuspicious(finding.value)
    }
  }
}

/// What a host name says about who stands behind it.
struct Hosts: Sendable {
  /// Hosts of offices, schools and report portals, with all below them.
  private let official: Set<String>

  init(official: [String]) { self.official = Set(official) }

  private static let cheapEndings: Set<String> = [
    "xyz", "site", "online", "top", "vip", "club", "icu", "bet", "poker", "casino", "win", "lol", "click", "monster",
    "quest", "cyou", "cfd", "sbs", "buzz", "rest", "cc", "fun", "space", "ink", "lat",
  ]
  private static let shorteners: Set<String> = [
    "bit.ly", "s.id", "tinyurl.com", "cutt.ly", "rebrand.ly", "linktr.ee", "heylink.me", "lynk.id", "shorturl.at",
    "t.ly",
    "is.gd", "rb.gy", "taplink.cc", "linkbio.co",
  ]
  private static let stems = [
    "slot", "togel", "toto", "gacor", "judi", "casino", "poker", "maxwin", "hoki", "bet", "win", "jp",
  ]

  func isOfficial(_ host: String) -> Bool {
    var rest = host[...]
    while true {
      if official.contains(String(rest)) { return true }
      guard let dot = rest.firstIndex(of: ".") else { return false }
      rest = rest[rest.index(after: dot)...]
    }
  }

  /// Whether a host (or the host of an address) looks like one that promotion links to.
  func isSuspicious(_ address: String) -> Bool {
    var host = address[...]
    if let scheme = host.firstIndex(of: ":") { host = host[scheme...].drop { $0 == ":" || $0 == "/" } }
    let name = String(host.prefix { $0 != "/" && $0 != ":" && $0 != "?" })
    guard !isOfficial(name) else { return false }
    let labels = name.split(separator: ".")
    if Self.shorteners.contains(name) || Self.cheapEndings.contains(String(labels.last ?? "")) { return true }
    return labels.dropLast().contains { label in
      let hasNumber = label.count { $0.isNumber } >= 2 && label.count { $0.isLetter } >= 3
      return hasNumber
        || Self.stems.contains { Array(label.utf8).holds(Array($0.utf8)) && label.utf8.count > $0.utf8.count + 2 }
    }
  }
}
