import HarmClassifier
import Localization

/// The words of an explanation in one language.
struct ExplanationWords: Sendable {
  var verdict = ""
  var stance = ""
  var bias = ""
  var score = ""
  var indicators = ""
  var nothing = ""
  var decisions: [Verdict.Decision: String] = [:]
  var stances: [Stance: String] = [:]
  var families: [Evidence.Family: String] = [:]

  init(_ language: Language) {
    switch language {
    case .id: self = .indonesian
    case .en: self = .english
    }
  }

  init() {}
}
