import HarmClassifier
import Localization
import LocatedYAML

/// What is kept of a lexicon; its tables follow it.
struct KeptLexicon: Taped {
  /// Raise it when the fields of this file or the tables of a compiled lexicon change, or when the same lexicon files are
  /// read or compiled differently: a new `libRonda` under the same program shows only in this.
  static let layout = 5

  var stamp = LexiconStamp.blank
  /// The lexicon without its categories.
  var shared = LexiconSource.blank
  var categories: [CategoryFile] = []

  static let blank = KeptLexicon()

  mutating func pass(over tape: inout Tape) {
    tape.pass(&stamp)
    tape.pass(&shared)
    tape.pass(&categories)
  }
}

extension LexiconSource: Taped {
  static let blank = LexiconSource(version: "")

  mutating func pass(over tape: inout Tape) {
    tape.pass(&version)
    tape.pass(&scoring)
    tape.pass(&evidence)
    tape.pass(&siteNameExempt)
    tape.pass(&vocabulary)
    tape.pass(&markers)
    tape.pass(&officialHosts)
    tape.pass(&negators)
    tape.pass(&assurances)
    tape.pass(&categories)
  }
}

extension LexiconSource.Category: Taped {
  static let blank = LexiconSource.Category(id: "")

  mutating func pass(over tape: inout Tape) {
    tape.pass(&id)
    tape.pass(&ceiling)
    tape.pass(&pillars)
    tape.pass(&terms)
    tape.pass(&exempt)
    tape.pass(&siteNames)
    tape.pass(&hasSiteNames)
  }
}

extension LexiconSource.Term: Taped {
  static let blank = LexiconSource.Term("", .weak)

  mutating func pass(over tape: inout Tape) {
    tape.pass(&text)
    tape.pass(&weight)
    tape.pass(&language)
  }
}

extension Scoring: Taped {
  static let blank = Scoring()

  mutating func pass(over tape: inout Tape) {
    tape.pass(&bias)
    tape.pass(&terms)
    tape.pass(&caps)
    tape.pass(&families)
    tape.pass(&reviewAt)
    tape.pass(&harmfulAt)
  }
}

extension CategoryFile: Taped {
  static let blank = CategoryFile(
    source: .blank,
    name: .blank,
    definition: .blank,
    notInIt: [],
    severity: "",
    legalBasis: [],
    response: .blank,
    examples: []
  )

  mutating func pass(over tape: inout Tape) {
    tape.pass(&source)
    tape.pass(&name)
    tape.pass(&definition)
    tape.pass(&notInIt)
    tape.pass(&severity)
    tape.pass(&legalBasis)
    tape.pass(&reportWithinHours)
    tape.pass(&response)
    tape.pass(&examples)
  }
}

extension CategoryFile.Response: Taped {
  static let blank = CategoryFile.Response(
    message: .blank,
    audience: .blank,
    channels: .blank,
    reportTo: .blank,
    angle: .blank
  )

  mutating func pass(over tape: inout Tape) {
    tape.pass(&message)
    tape.pass(&audience)
    tape.pass(&channels)
    tape.pass(&reportTo)
    tape.pass(&angle)
  }
}

extension LexiconExample: Taped {
  static let blank = LexiconExample(text: "", decision: .clean, category: "", file: "", location: .blank)

  mutating func pass(over tape: inout Tape) {
    tape.pass(&text)
    tape.pass(&decision)
    tape.pass(&stance)
    tape.pass(&category)
    tape.pass(&file)
    tape.pass(&location)
  }
}

extension LocalizedText: Taped {
  static let blank = LocalizedText(id: "", en: "")

  mutating func pass(over tape: inout Tape) {
    tape.pass(&id)
    tape.pass(&en)
  }
}

extension YAMLLocation: Taped {
  static let blank = YAMLLocation(line: 0, column: 0)

  mutating func pass(over tape: inout Tape) {
    tape.pass(&line)
    tape.pass(&column)
  }
}

extension TermWeight: Taped {}
extension Stance: Taped {}
extension Evidence.Family: Taped {}
extension Verdict.Decision: Taped {}
