/// Reads how a post speaks about one category, sentence by sentence.
///
/// Awareness never erases a link, a call to action or a site name: a warning that carries one of them is *mimicry*. A
/// sentence without markers that only repeats terms takes the stance of the sentences around it.
struct StanceReader {
  let post: PostReading
  let category: Int

  /// The stance of the whole post.
  func read() -> Stance {
    let windows = Set(termWindows + nameWindows).sorted()
    let stances = windows.map { (window: $0, stance: stance(of: $0)) }
    let talk = dominantTalk(stances.map(\.stance))
    let isPromoted = stances.contains { $0.stance == .promo && (talk == nil || isLive($0.window)) }
    if stances.contains(where: { $0.stance == .mimicry }) || (isPromoted && talk != nil) { return .mimicry }
    if isPromoted { return .promo }
    return talk ?? .mention
  }

  /// Stances of talk *about* a harm, the one to prefer first.
  private static let talkByPriority: [Stance] = [
    .crisis, .victimReport, .helpSeeking, .factcheck, .counter, .news, .policyAcademic,
  ]

  /// The stance of talk in the windows, else of any marker in the post.
  private func dominantTalk(_ stances: [Stance]) -> Stance? {
    let marked = post.hits.markers.map(\.stance)
    return Self.talkByPriority.first(where: stances.contains) ?? Self.talkByPriority.first(where: marked.contains)
  }

  private var terms: [Hits.TermHit] {
    post.hits.terms.filter { post.lexicon.terms[$0.term].category == category }
  }

  private var termWindows: [Int] { terms.map { post.sentences.window(of: $0.range.lowerBound) } }

  private var nameWindows: [Int] {
    post.lexicon.categories[category].hasSiteNames
      ? post.siteNames.map { post.sentences.window(of: $0.range.lowerBound) } : []
  }

  private func stance(of window: Int) -> Stance {
    let inside = terms.filter { post.sentences.window(of: $0.range.lowerBound) == window }
    let weighty = inside.filter { post.lexicon.terms[$0.term].weight.isWeighty }
    if let talk = talk(in: window, weighty) {
      return isLive(window, besides: talk) ? .mimicry : talk
    }
    let strong = weighty.contains { post.lexicon.terms[$0.term].weight == .strong }
    let hidden = inside.contains { !post.text.disguise(of: $0.range).isEmpty }
    let named = nameWindows.contains(window)
    let promoted = strong || hidden || weighty.count >= 2 || (!weighty.isEmpty && isLive(window)) || named
    return promoted ? .promo : .mention
  }

  /// The stance of talk that markers or negation give a window.
  private func talk(in window: Int, _ weighty: [Hits.TermHit]) -> Stance? {
    let marked = post.hits.markers.filter { post.sentences.window(of: $0.range.lowerBound) == window }.map(\.stance)
    if let stance = Self.talkByPriority.first(where: marked.contains) { return stance }
    let isDenied = !weighty.isEmpty && weighty.allSatisfy { post.isNegated($0.range) }
    return isDenied ? .counter : nil
  }

  /// Whether a window promotes by more than words: a call to action, a contact or link, a site name. News may name a site.
  private func isLive(_ window: Int, besides talk: Stance? = nil) -> Bool {
    post.live(.callToAction, in: window) != nil || post.promotionalIndicator(in: window) != nil
      || (talk != .news && nameWindows.contains(window))
  }
}
