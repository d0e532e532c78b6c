import Foundation
import HarmClassifier
import LexiconFiles
import Testing

@Suite("Problems in lexicon files")
struct LexiconProblemTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "lexicon-\(UUID().uuidString)")

  private let category = """
    id: gambling
    name: {id: Judi, en: Gambling}
    definition: {id: x, en: x}
    severity: high
    ceiling: harmful
    pillars: [safety]
    response:
      message: {id: x, en: x}
      audience: {id: x, en: x}
      channels: {id: x, en: x}
      report_to: {id: x, en: x}
      angle: {id: x, en: x}

    """

  /// Loads a lexicon whose category file ends with `rest`, with overrides if given.
  private func load(_ rest: String, override: String? = nil) throws -> LexiconFiles {
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ text: String, _ path: String) throws {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try write("version: 1\n", "base/lexicon.yaml")
    try write("negators: [jangan]\nmarkers: {news: [polisi]}\n", "base/stance.yaml")
    try write(category + rest, "base/gambling.yaml")
    try write("pulau88  # a comment\n\nkancil4d\n", "base/site-names/gambling.txt")
    if let override { try write(override, "local/gambling.yaml") }
    return try LexiconFiles(
      directory: folder.appending(path: "base").path,
      overrides: override == nil ? [] : [folder.appending(path: "local").path]
    )
  }

  @Test(
    "are located and say what to do",
    arguments: [
      ("terms: {strong: [slot, Slot]}\n", 13, "folds to the same"),
      ("terms: {strong: [slot], weak: [slot]}\n", 13, "twice"),
      ("terms: {strong: ['🔥🔥']}\n", 13, "folds to nothing"), ("terms: {strog: [slot]}\n", 13, "did you mean `strong`"),
      ("trems: {}\n", 13, "did you mean `terms`"), ("terms:\n\tstrong: [slot]\n", 14, "spaces, not tabs"),
      ("terms: {strong: slot: gacor}\n", 13, "not valid YAML"), ("terms: [slot]\n", 13, "must be"),
      ("exempt: {a: b}\n", 13, "a list of texts"), ("report_within: soon\n", 13, "24h"),
      ("examples:\n  - {text: a}\n", 14, "`verdict` is missing"),
      ("examples:\n  - {text: a, verdict: bad}\n", 14, "harmful, review or clean"),
      ("id: other\n", 1, "twice"), ("terms: {strong: [[slot]]}\n", 13, "must be a text"),
      ("examples:\n  - {text: a, verdict: clean, stance: angry}\n", 14, "no stance"),
    ]
  )
  func located(rest: String, line: Int, message: String) throws {
    do {
      _ = try load(rest)
      Issue.record("must fail")
    } catch let error as LexiconError {
      #expect(
        error.problems.contains { $0.location.line == line && $0.location.column >= 1 && $0.message.contains(message) }
          && error.problems.allSatisfy { $0.file.hasSuffix("gambling.yaml") },
        "\(error)"
      )
    }
  }

  @Test(
    "a file that is no YAML is one problem, whatever it lacks",
    arguments: ["terms: [slot gacor", "terms:\n\tstrong: [slot]\n", "- slot\n", ""]
  )
  func unreadable(text: String) {
    let error = #expect(throws: LexiconError.self) { try load("terms: {strong: [slot]}\n", override: text) }
    #expect(error?.problems.count == 1, "\(error!)")
  }

  @Test("a term of ten megabytes is named, not swallowed")
  func hugeTerm() throws {
    let error = #expect(throws: LexiconError.self) {
      try load("terms: {strong: [\(String(repeating: "slot ", count: 2_000_000))]}\n")
    }
    #expect("\(error!)".contains("at most"))
  }

  @Test("a missing directory and missing files are named")
  func missing() {
    let error = #expect(throws: LexiconError.self) { try LexiconFiles(directory: "/nonexistent") }
    #expect(error?.problems.count == 1 && "\(error!)".hasPrefix("/nonexistent:1:1: no such directory"))
  }

  @Test("overrides win, add and take away")
  func overrides() throws {
    let base = "terms: {strong: [slot gacor, maxwin], weak: [cuan]}\nexempt: [slot waktu]\n"
    let files = try load(
      base,
      override: "ceiling: review\nremove_terms: [Maxwin]\nadd_terms: {medium: [gacir]}\nadd_exempt: [slot parkir]\n"
    )
    let category = try #require(files.source.categories.first)
    #expect(category.ceiling == .review)
    #expect(Set(category.terms.map(\.text)) == ["slot gacor", "cuan", "gacir"])
    #expect(category.exempt == ["slot waktu", "slot parkir"])
    #expect(category.siteNames == ["pulau88", "kancil4d"])
    #expect(files.categories.first?.name.id == "Judi")
  }

  @Test("a bad override is reported in its own file")
  func badOverride() throws {
    let error = #expect(throws: LexiconError.self) { try load("terms: {}\n", override: "ceilling: review\n") }
    #expect("\(error!)".contains("local/gambling.yaml:1:1: unknown key `ceilling`; did you mean `ceiling`?"))
  }

  @Test("twenty thousand site names load and compile")
  func manyNames() throws {
    let names = (0..<20_000).map { "situs\($0)" }
    let source = LexiconSource(version: "1", categories: [.init(id: "gambling", siteNames: names, hasSiteNames: true)])
    let verdict = Classifier(lexicon: Lexicon(source)).classify("main di situs12345 yuk")
    #expect(verdict.evidence.contains { $0.family == .siteName && $0.term == "situs12345" })
  }
}
