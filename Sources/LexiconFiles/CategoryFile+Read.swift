import HarmClassifier
import Localization
import LocatedYAML

extension CategoryFile {
  private static let keys = [
    "id", "name", "definition", "not_in_it", "severity", "ceiling", "pillars", "report_within", "legal_basis",
    "response",
    "terms", "regional", "exempt", "site_name_shapes", "examples",
  ]

  /// Reads a category; nil when it cannot stand for one. `id` is the file's name without its ending.
  init?(_ file: LayeredMap, id: String, siteNames: [String]) {
    file.expect(Self.keys)
    for layer in file.overrides { layer.expect(["add_terms", "remove_terms", "add_exempt"]) }
    if let stated = file.layer(for: "id").text("id"), stated.value != id {
      file.layer(for: "id").report("`id` is `\(stated.value)` but the file is \(id).yaml; make them the same", at: "id")
    }
    source = LexiconSource.Category(id: id)
    source.siteNames = siteNames
    source.ceiling = Self.choice("ceiling", of: [.review, .harmful], in: file) ?? .review
    source.pillars = Self.pillars(file)
    source.hasSiteNames = file.layer(for: "site_name_shapes").bool("site_name_shapes") ?? false
    source.terms = Self.terms(file)
    source.exempt = file.layer(for: "exempt").phrases("exempt") + file.overrides.flatMap { $0.phrases("add_exempt") }
    name = file.layer(for: "name").localized("name")
    definition = file.layer(for: "definition").localized("definition")
    notInIt = file.layer(for: "not_in_it").localizedTexts("not_in_it")
    severity = Self.severity(file)
    legalBasis = file.layer(for: "legal_basis").texts("legal_basis").map(\.value)
    reportWithinHours = Self.hours(file)
    response = Response(file.layer(for: "response").map("response"), in: file.layer(for: "response"))
    examples = Self.examples(file, category: id)
  }

  private static func severity(_ file: LayeredMap) -> String {
    let map = file.layer(for: "severity")
    guard let text = map.text("severity") else { return "medium" }
    if !["high", "medium", "low"].contains(text.value) {
      map.report("`severity` must be high, medium or low", at: "severity")
    }
    return text.value
  }

  private static func choice(_ key: String, of choices: [Verdict.Decision], in file: LayeredMap) -> Verdict.Decision? {
    let map = file.layer(for: key)
    guard let text = map.text(key) else { return nil }
    let choice = choices.first { $0.rawValue == text.value }
    if choice == nil { map.report("`\(key)` must be \(choices.map(\.rawValue).joined(separator: " or "))", at: key) }
    return choice
  }

  private static func pillars(_ file: LayeredMap) -> [String] {
    let map = file.layer(for: "pillars")
    let known = ["skills", "safety", "culture", "ethics"]
    let pillars = map.texts("pillars")
    if pillars.isEmpty { map.report("`pillars` needs at least one of \(known.joined(separator: ", "))") }
    for pillar in pillars where !known.contains(pillar.value) {
      map.report("`\(pillar.value)` is no pillar; use \(known.joined(separator: ", "))", at: pillar.location)
    }
    return pillars.map(\.value)
  }

  private static func hours(_ file: LayeredMap) -> Int? {
    let map = file.layer(for: "report_within")
    guard let text = map.optionalText("report_within") else { return nil }
    guard text.value.hasSuffix("h"), let hours = Int(text.value.dropLast()), hours > 0 else {
      map.report("`report_within` must be hours such as 24h", at: "report_within")
      return nil
    }
    return hours
  }

  /// The terms by weight class, doubles reported across classes, with what overrides add and take.
  private static func terms(_ file: LayeredMap) -> [LexiconSource.Term] {
    var seen: [String: YAMLText] = [:]
    var terms = classes(file.layer(for: "terms"), "terms", &seen)
    terms += regional(file.layer(for: "regional"), &seen)
    for layer in file.overrides {
      let removed = Set(layer.texts("remove_terms").map { Lexicon.fold($0.value) })
      terms.removeAll { removed.contains(Lexicon.fold($0.text)) }
      var added: [String: YAMLText] = [:]
      terms += classes(layer, "add_terms", &added)
    }
    return terms
  }

  private static func classes(_ file: YAMLMap, _ key: String, _ seen: inout [String: YAMLText]) -> [LexiconSource.Term]
  {
    guard let map = file.map(key) else { return [] }
    var terms: [LexiconSource.Term] = []
    for weight in TermWeight.allCases where weight != .regional {
      terms += map.phrases(weight.rawValue, seen: &seen).map { LexiconSource.Term($0, weight) }
    }
    map.rejectUnknownKeys()
    return terms
  }

  private static func regional(_ file: YAMLMap, _ seen: inout [String: YAMLText]) -> [LexiconSource.Term] {
    guard let map = file.map("regional") else { return [] }
    return map.keys.flatMap { language in
      // Neighbouring languages share words.
      map.phrases(language.value, seen: &seen, mayRepeat: true).map {
        LexiconSource.Term($0, .regional, language: language.value)
      }
    }
  }

  private static func examples(_ file: LayeredMap, category: String) -> [LexiconExample] {
    file.layer(for: "examples").maps("examples").compactMap { map in
      let text = map.text("text")
      let verdict = map.text("verdict")
      let stance = map.optionalText("stance")
      map.rejectUnknownKeys()
      guard let text, let verdict else { return nil }
      guard let decision = Verdict.Decision(rawValue: verdict.value) else {
        map.report("`verdict` must be harmful, review or clean", at: "verdict")
        return nil
      }
      if let stance, Stance(rawValue: stance.value) == nil {
        map.report(
          "`\(stance.value)` is no stance; use \(Stance.allCases.map(\.rawValue).joined(separator: ", "))",
          at: "stance"
        )
      }
      return LexiconExample(
        text: text.value,
        decision: decision,
        stance: stance.flatMap { Stance(rawValue: $0.value) },
        category: category,
        file: map.file,
        location: map.location
      )
    }
  }
}

extension CategoryFile.Response {
  init(_ map: YAMLMap?, in file: YAMLMap) {
    if map == nil { file.report("`response` is missing: what should the campaign say?") }
    let map = map
    message = map?.localized("message") ?? .none
    audience = map?.localized("audience") ?? .none
    channels = map?.localized("channels") ?? .none
    reportTo = map?.localized("report_to") ?? .none
    angle = map?.localized("angle") ?? .none
    map?.rejectUnknownKeys()
  }
}

extension LocalizedText {
  /// Stands for a text that was reported missing.
  static let none = LocalizedText(id: "", en: "")
}

extension YAMLMap {
  /// A text in Indonesian and English; both are wanted.
  func localized(_ key: String) -> LocalizedText {
    guard let map = map(key) else {
      if !contains(key) { report("`\(key)` is missing; give `{id: …, en: …}`") }
      return .none
    }
    return map.bothLanguages
  }

  /// Texts in Indonesian and English; a plain one serves readers of both.
  fileprivate func localizedTexts(_ key: String) -> [LocalizedText] {
    items(key).map { item in
      switch item {
      case .text(let text): LocalizedText(id: text.value, en: text.value)
      case .map(let map): map.bothLanguages
      }
    }
  }

  private var bothLanguages: LocalizedText {
    let both = LocalizedText(id: text("id")?.value ?? "", en: text("en")?.value ?? "")
    rejectUnknownKeys()
    return both
  }
}
