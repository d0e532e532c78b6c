import Foundation
import HarmClassifier

/// Names and phrases that burst in flagged posts and are rare in clean ones: candidates for the lexicon, for a person to
/// review. Sites change their names weekly; this is how the lexicon keeps up.
public struct Suggestions: Sendable {
  /// A candidate.
  public struct Candidate: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable {
      /// A word in the shape of a site's name.
      case siteName = "site_name"
      /// One to three words.
      case phrase
    }

    /// What it is.
    public var kind: Kind
    /// The words as the classifier reads them.
    public var text: String
    /// Flagged posts that hold it.
    public var flagged: Int
    /// Clean posts that hold it.
    public var clean: Int
    /// How surprising the difference is: twice the log-likelihood ratio (Dunning 1993).
    public var surprise: Double
    /// Up to three flagged posts, shortened, long numbers hidden.
    public var examples: [String]
  }

  private let classifier: Classifier
  private let known: Set<String>
  private var counts: [String: Count] = [:]
  private var posts = (flagged: 0, clean: 0)

  private struct Count {
    var flagged = 0
    var clean = 0
    var examples: [String] = []
  }

  /// Prepares a search over posts that `classifier` judges; what `lexicon` already lists is no candidate.
  public init(classifier: Classifier, lexicon: LexiconSource) {
    self.classifier = classifier
    let terms = lexicon.categories.flatMap { $0.terms.map(\.text) + $0.siteNames + $0.exempt }
    known = Set(terms + lexicon.evidence.values.joined() + lexicon.markers.values.joined())
  }

  /// Counts a post.
  public mutating func add(_ text: String) {
    let isFlagged = classifier.classify(text).decision != .clean
    if isFlagged { posts.flagged += 1 } else { posts.clean += 1 }
    for phrase in Set(phrases(of: text)) {
      var count = counts[phrase] ?? Count()
      if isFlagged {
        count.flagged += 1
        if count.examples.count < Self.shownExamples { count.examples.append(Self.shortened(text)) }
      } else {
        count.clean += 1
      }
      counts[phrase] = count
    }
    if counts.count > Self.mostPhrases { counts = counts.filter { $0.value.flagged + $0.value.clean > 1 } }
  }

  private static let shownExamples = 3
  /// Beyond this many, phrases seen once are forgotten, so that memory stays bounded.
  private static let mostPhrases = 2_000_000
  private static let longestPhrase = 3

  private func phrases(of text: String) -> [String] {
    let words = classifier.fold(text).split { !($0.isLetter || $0.isNumber) }.prefix(200)
    return words.indices.flatMap { start in
      (1...Self.longestPhrase).compactMap { length in
        start + length <= words.count ? words[start..<start + length].joined(separator: " ") : nil
      }
    }
  }

  /// The candidates in at least `minimum` flagged posts: names, then phrases, most surprising first, at most `limit` each.
  ///
  /// A phrase that nearly always stands inside a longer candidate is left out, and so is one that holds nothing but
  /// known words.
  public func candidates(minimum: Int = 5, limit: Int = 50) -> [Candidate] {
    let candidates = counts.compactMap { text, count -> Candidate? in
      guard count.flagged >= minimum, text.count >= 4, !known.contains(text), isBurst(count) else { return nil }
      return Candidate(
        kind: Self.isName(text) ? .siteName : .phrase,
        text: text,
        flagged: count.flagged,
        clean: count.clean,
        surprise: surprise(count),
        examples: count.examples
      )
    }
    .sorted { ($0.surprise, $1.text) > ($1.surprise, $0.text) }
    return [Candidate.Kind.siteName, .phrase].flatMap { kind in
      var kept: [Candidate] = []
      for candidate in candidates
      where candidate.kind == kind && kept.count < limit && !kept.contains(where: { Self.repeats(candidate, $0) }) {
        kept.append(candidate)
      }
      return kept
    }
  }

  /// How much more common a candidate is in flagged posts than in clean ones, at least.
  private static let burst = 20.0

  private func isBurst(_ count: Count) -> Bool {
    Double(count.flagged) * Double(max(1, posts.clean))
      >= Self.burst * Double(count.clean) * Double(max(1, posts.flagged))
  }

  private static func repeats(_ candidate: Candidate, _ other: Candidate) -> Bool {
    let (words, others) = (" \(candidate.text) ", " \(other.text) ")
    return others.contains(words) || words.contains(others)
  }

  /// How names of sites without digits end.
  private static let endings = ["toto", "win", "bet", "hoki", "slot", "play", "togel", "spin", "cash", "gaming"]

  private static func isName(_ text: String) -> Bool {
    guard !text.contains(" "), text.count >= 5 else { return false }
    let digits = text.count(where: \.isNumber)
    if text.count >= 6, Self.endings.contains(where: text.hasSuffix) { return true }
    return (1...4).contains(digits) && text.count - digits >= 3 && text.first?.isLetter == true
  }

  private func surprise(_ count: Count) -> Double {
    func likelihood(_ part: Int, _ whole: Int, _ share: Double) -> Double {
      let share = min(max(share, 1e-12), 1 - 1e-12)
      return Double(part) * log(share) + Double(whole - part) * log(1 - share)
    }
    let (flagged, clean) = (max(1, posts.flagged), max(1, posts.clean))
    let together = Double(count.flagged + count.clean) / Double(flagged + clean)
    let apart =
      likelihood(count.flagged, flagged, Double(count.flagged) / Double(flagged))
      + likelihood(count.clean, clean, Double(count.clean) / Double(clean))
    return 2 * (apart - likelihood(count.flagged, flagged, together) - likelihood(count.clean, clean, together))
  }

  /// The start of a post without the numbers that could reach or identify a person.
  private static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(100)
    return String(line).replacing(/\+?\d[\d .-]{6,}\d/) { _ in "…" }
  }
}
