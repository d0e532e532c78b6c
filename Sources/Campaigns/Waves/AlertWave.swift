import FoundationEssentials

/// Near copies of one text among an alert's posts.
public struct AlertWave: Sendable, Hashable, Codable {
  /// Differing words that are listed.
  static let variantLimit = 12

  /// The same for all posts of the wave, in whatever alert.
  public var id: String
  /// How many different posts.
  public var posts: Int
  /// The ids of the sources they came from, in alphabetical order.
  public var sources: [String]
  /// When its first post of this alert was judged.
  public var since: Date
  /// The first post's words, numbers masked; a word that differs from post to post is `…`.
  public var template: String
  /// Words that stood in its place.
  public var variants: [String]

  init(id: String, excerpt: String, source: String, since: Date) {
    self.id = id
    posts = 1
    sources = [source]
    self.since = since
    template = excerpt
    variants = []
  }

  /// Takes in another post's words.
  mutating func absorb(_ excerpt: String, source: String, isNew: Bool) {
    if isNew { posts += 1 }
    if !sources.contains(source) { sources = (sources + [source]).sorted() }
    let words = excerpt.split(separator: " ")
    let mine = template.split(separator: " ")
    let theirs = Set(words)
    let lost = mine.filter { $0 != "…" && !theirs.contains($0) }
    guard !lost.isEmpty || words.count == mine.count else { return }
    template = mine.map { theirs.contains($0) ? String($0) : "…" }.joined(separator: " ")
    let own = Set(mine)
    for word in lost + words.filter({ !own.contains($0) }) where variants.count < Self.variantLimit {
      // A masked number tells nobody anything, and there is one in almost every post.
      if !word.unicodeScalars.contains(NumberMask.dot), !variants.contains(String(word)) {
        variants.append(String(word))
      }
    }
  }
}

extension Alert {
  /// Waves an alert remembers. Single posts make room first.
  static let waveLimit = 20

  /// The waves worth telling of: two posts or more, the largest first.
  public var tellingWaves: [AlertWave] { waves.filter { $0.posts > 1 } }

  mutating func absorbWave(of entry: JudgedEntry, isNew: Bool, at time: Date) {
    guard let id = entry.wave else { return }
    if let index = waves.firstIndex(where: { $0.id == id }) {
      waves[index].absorb(entry.excerpt, source: entry.key.source, isNew: isNew)
    } else {
      waves.append(AlertWave(id: id, excerpt: entry.excerpt, source: entry.key.source, since: time))
    }
    waves.sort { ($1.posts, $1.since, $0.id) < ($0.posts, $0.since, $1.id) }
    if waves.count > Self.waveLimit {
      // The smallest but the newest, which may be a wave's beginning.
      waves.remove(at: waves.count - 1 - (waves.last?.id == id ? 1 : 0))
    }
  }
}
