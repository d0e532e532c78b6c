import HarmClassifier
import Localization
import LocatedYAML

/// A category as its file describes it, for people and for the engine.
public struct CategoryFile: Sendable {
  /// What the engine needs.
  public var source: LexiconSource.Category
  /// The category's name.
  public var name: LocalizedText
  /// What belongs to the category.
  public var definition: LocalizedText
  /// What does not belong to it.
  public var notInIt: [LocalizedText]
  /// `high`, `medium` or `low`.
  public var severity: String
  /// The laws behind it.
  public var legalBasis: [String]
  /// Hours within which the law wants a report, if it says so.
  public var reportWithinHours: Int?
  /// The campaign's answer.
  public var response: Response
  /// What the engine should say about given posts.
  public var examples: [LexiconExample]

  /// What a campaign says and does about a category.
  public struct Response: Sendable, Hashable {
    /// The ready message.
    public var message: LocalizedText
    /// Whom it is for.
    public var audience: LocalizedText
    /// Where it is published.
    public var channels: LocalizedText
    /// Where posts are reported.
    public var reportTo: LocalizedText
    /// How to tell it.
    public var angle: LocalizedText
  }
}

/// A post and what the engine should say about it.
public struct LexiconExample: Sendable, Hashable {
  /// The post.
  public var text: String
  /// The expected decision.
  public var decision: Verdict.Decision
  /// The expected stance, where it matters.
  public var stance: Stance?
  /// The category it is about.
  public var category: String
  /// The file it stands in.
  public var file: String
  /// Its place in the file.
  public var location: YAMLLocation
}

/// A lexicon read from disk.
public struct LexiconFiles: Sendable {
  /// What the engine compiles.
  public let source: LexiconSource
  /// The categories, by id.
  public var categories: [CategoryFile]
  /// The n-gram model beside the lexicon, where there is one.
  public var model: NGramModel?
  /// What takes long to work out of `source`, where it was kept.
  var tables: ArraySlice<UInt8>?

  /// The compiled lexicon, which shares no memory with others of this one.
  public func lexicon() -> Lexicon { tables.flatMap { Lexicon(source, tables: $0) } ?? Lexicon(source) }

  /// A classifier that knows all of it.
  public func classifier() -> Classifier { Classifier(lexicon: lexicon(), model: model) }

  /// The versions that its verdicts carry.
  public var versions: Verdict.Versions { Verdict.Versions(lexicon: source.version, model: model?.version) }
}

/// Why a lexicon could not be used: every problem found, with its place.
public struct LexiconError: Error, Sendable, CustomStringConvertible {
  /// The problems, by file and line.
  public var problems: [YAMLProblem]

  /// One problem a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
