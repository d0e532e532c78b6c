import LexiconFiles
import Testing

@testable import HarmClassifier

@Suite("Disguised terms are still read")
struct DisguiseTests {
  private let lexicon: Lexicon
  private let classifier: Classifier

  init() throws {
    lexicon = Lexicon(try Shipped.files.get().source)
    classifier = Classifier(lexicon: lexicon)
  }

  /// 500 terms of letters, spread over all categories; short words hold too little to recognise.
  private var terms: [Int] {
    let suitable = lexicon.terms.indices.filter { number in
      let text = lexicon.terms[number].text
      return text.allSatisfy { ("a"..."z").contains($0) || $0 == " " }
        && text.split(separator: " ").allSatisfy { $0.count >= 3 }
    }
    let step = max(1, suitable.count / 500)
    return Array(stride(from: 0, to: suitable.count, by: step).map { suitable[$0] }.prefix(500))
  }

  @Test("98 of 100 terms, with the exact span", arguments: Disguise.all)
  func found(disguise: Disguise) {
    let terms = terms
    #expect(terms.count == 500)
    var missed: [String] = []
    for number in terms {
      let term = lexicon.terms[number].text
      let hidden = disguise.hide(term)
      if !finds(term, hidden: hidden) { missed.append("\(term) as \(hidden)") }
    }
    #expect(missed.count <= terms.count / 50, "\(missed.count) missed: \(missed.prefix(8))")
  }

  /// Whether the term is found where `hidden` stands in a sentence, and nowhere else.
  private func finds(_ term: String, hidden: String) -> Bool {
    let before = "kata dia: "
    let text = Array((before + hidden + ", begitu").utf8)
    let place = before.utf8.count..<before.utf8.count + hidden.utf8.count
    var scratch = Classifier.Scratch()
    classifier.fold(text.span, scratch: &scratch)
    lexicon.automaton.find(in: scratch.post.text, into: &scratch.matches)
    let folded = Lexicon.fold(term)
    return scratch.matches.contains { match in
      let phrase = lexicon.meanings[match.phrase].contains { meaning in
        if case .term(let number) = meaning { Lexicon.fold(lexicon.terms[number].text) == folded } else { false }
      }
      return phrase && scratch.post.text.original(match.start..<match.end) == place
    }
  }
}
