import HarmClassifier

extension LexiconFiles {
  /// An example and what the engine said about it.
  public struct ExampleResult: Sendable {
    /// The example.
    public var example: LexiconExample
    /// The engine's verdict.
    public var verdict: Verdict
    /// What is not as expected; nil when all is.
    public var failure: String?
  }

  /// Runs every category's examples through the engine.
  public func runExamples(_ classifier: Classifier) -> [ExampleResult] {
    categories.flatMap(\.examples).map { example in
      let verdict = classifier.classify(example.text)
      return ExampleResult(example: example, verdict: verdict, failure: Self.failure(of: example, verdict))
    }
  }

  /// A clean example must be clean in every category; another must reach its decision in its own.
  private static func failure(of example: LexiconExample, _ verdict: Verdict) -> String? {
    guard verdict.decision == example.decision else {
      return "expected \(example.decision.rawValue), got \(verdict.decision.rawValue)"
    }
    let category = verdict.categories.first { $0.id == example.category }
    if example.decision != .clean, category == nil {
      return "expected \(example.category), got \(verdict.categories.map(\.id).joined(separator: ", "))"
    }
    if let wanted = example.stance, let found = category?.stance, wanted != found {
      return "expected stance \(wanted.rawValue), got \(found.rawValue)"
    }
    return nil
  }
}
