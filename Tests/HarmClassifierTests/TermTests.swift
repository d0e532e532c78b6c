import Testing

@testable import HarmClassifier

@Suite("Terms")
struct TermTests {
  private func terms(_ text: String, _ terms: [String], exempt: [String] = []) -> [String] {
    let source = LexiconSource(
      version: "t",
      categories: [.init(id: "g", terms: terms.map { .init($0, .medium) }, exempt: exempt)]
    )
    let verdict = Classifier(lexicon: Lexicon(source)).classify(text)
    return verdict.evidence.filter { $0.family == .lexicon }.map(\.term)
  }

  @Test("match whole words only", arguments: ["megacorp", "protogel", "gacoran", "xslot", "slots"])
  func boundaries(text: String) {
    #expect(terms(text, ["gacor", "togel", "slot", "corp"]).isEmpty)
  }

  @Test("may carry a clitic", arguments: ["slotnya", "slotku", "Slotmu!", "slotlah", "slotkah?", "slotpun"])
  func clitics(text: String) {
    #expect(terms(text, ["slot"]) == ["slot"])
  }

  @Test("of several words match over anything between words, and run together when long")
  func phrases() {
    for text in ["slot gacor", "slot, gacor", "SLOT\nGACOR", "slot🔥gacor", "slot - gacor", "slotgacor", "#slotgacor"] {
      #expect(terms(text, ["slot gacor"]) == ["slot gacor"], "\(text)")
    }
    #expect(terms("slot yang gacor", ["slot gacor"]).isEmpty)
  }

  @Test("with a gap allow two words in between")
  func gaps() {
    #expect(terms("modal 10 ribu jadi 3 juta", ["modal .. jadi .. juta"]) == ["modal .. jadi .. juta"])
    #expect(terms("modal kecil bisa saja jadi banyak juta", ["modal .. jadi .. juta"]).isEmpty)
    #expect(terms("juta jadi modal", ["modal .. jadi .. juta"]).isEmpty)
  }

  @Test("the longest wins, and each counts once")
  func longest() {
    #expect(
      terms("situs slot gacor, slot gacor", ["slot", "slot gacor", "situs slot gacor"]) == [
        "situs slot gacor", "slot gacor",
      ]
    )
    #expect(terms("slot slot slot", ["slot"]) == ["slot"])
  }

  @Test("inside an exempt phrase do not count, beside it they do")
  func exempt() {
    let exempt = ["slot waktu", "arne slot", "burung .. gacor"]
    #expect(terms("slot waktu vaksin", ["slot", "gacor"], exempt: exempt).isEmpty)
    #expect(terms("Arne Slot bicara", ["slot", "gacor"], exempt: exempt).isEmpty)
    #expect(terms("burung murai gacor", ["slot", "gacor"], exempt: exempt).isEmpty)
    #expect(terms("slot waktu untuk slot", ["slot"], exempt: exempt) == ["slot"])
  }
}
