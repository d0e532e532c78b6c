/// Reads how a post speaks about one category, sentence by sentence.
///
/// Awareness never erases a link, a call to action or a site name: a warning that carries one of them is *mimicry*. A
/// sentence without markers that only repeats terms takes the stance of the sentences around it.
struct StanceReader {
  /// The category's terms and site names, by start.
  let terms: ArraySlice<Hits.TermHit>
  let siteNames: [SiteName]

  /// The stance of the whole post.
  func read(_ post: borrowing PostReading) -> Stance {
    var talk: Stance?
    var (isPromoted, isLivePromotion) = (false, false)
    var next = window(from: 0, post)
    while let window = next {
      let stance = stance(of: window, post)
      if stance == .mimicry { return .mimicry }
      if stance == .promo {
        isPromoted = true
        isLivePromotion = isLivePromotion || isLive(window, post)
      }
      stance.preferAsTalk(over: &talk)
      next = self.window(from: window + 1, post)
    }
    // Talk in the windows counts, else that of any marker in the post.
    if talk == nil { for marker in post.hits.markers { marker.stance.preferAsTalk(over: &talk) } }
    guard let talk else { return isPromoted ? .promo : .mention }
    return isLivePromotion ? .mimicry : talk
  }

  /// The first window from number `first` on that holds a term or a name.
  private func window(from first: Int, _ post: borrowing PostReading) -> Int? {
    var next: Int?
    func look(at range: Range<Int>) {
      let window = post.sentences.window(of: range.lowerBound)
      if window >= first { next = min(window, next ?? window) }
    }
    for term in terms { look(at: term.range) }
    for name in siteNames { look(at: name.range) }
    return next
  }

  private func stance(of window: Int, _ post: borrowing PostReading) -> Stance {
    var (weighty, denied) = (0, 0)
    var (isStrong, isHidden) = (false, false)
    for term in terms where post.sentences.window(of: term.range.lowerBound) == window {
      if term.weight == .strong { isStrong = true }
      if !post.text.disguise(of: term.range).isEmpty { isHidden = true }
      guard term.weight.isWeighty else { continue }
      weighty += 1
      if post.isNegated(term.range) { denied += 1 }
    }
    if let talk = talk(in: window, post) ?? (weighty > 0 && denied == weighty ? .counter : nil) {
      return isLive(window, besides: talk, post) ? .mimicry : talk
    }
    let isPromoted =
      isStrong || isHidden || weighty >= 2 || hasName(window, post) || (weighty > 0 && isLive(window, post))
    return isPromoted ? .promo : .mention
  }

  /// The stance of talk that markers give a window.
  private func talk(in window: Int, _ post: borrowing PostReading) -> Stance? {
    var talk: Stance?
    for marker in post.hits.markers where post.sentences.window(of: marker.range.lowerBound) == window {
      marker.stance.preferAsTalk(over: &talk)
    }
    return talk
  }

  /// Whether a window promotes by more than words: a call to action, a contact or link, a site name. News may name a site.
  private func isLive(_ window: Int, besides talk: Stance? = nil, _ post: borrowing PostReading) -> Bool {
    post.live(.callToAction, in: window) != nil || post.liveContact(in: window) != nil
      || (talk != .news && hasName(window, post))
  }

  private func hasName(_ window: Int, _ post: borrowing PostReading) -> Bool {
    siteNames.contains { post.sentences.window(of: $0.range.lowerBound) == window }
  }
}

extension Stance {
  /// The rank of talk *about* a harm, the one to prefer first; nil for other stances.
  private var talkRank: Int? {
    switch self {
    case .crisis: 0
    case .victimReport: 1
    case .helpSeeking: 2
    case .factcheck: 3
    case .counter: 4
    case .news: 5
    case .policyAcademic: 6
    case .promo, .mimicry, .mention: nil
    }
  }

  fileprivate func preferAsTalk(over talk: inout Stance?) {
    guard let rank = talkRank else { return }
    if rank < talk?.talkRank ?? .max { talk = self }
  }
}
