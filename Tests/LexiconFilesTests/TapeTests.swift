import HarmClassifier
import Testing

@testable import LexiconFiles

@Suite("Values on a tape")
struct TapeTests {
  private func written(_ value: some Taped) -> [UInt8] {
    var (tape, value) = (Tape(), value)
    tape.pass(&value)
    return Array(tape.bytes)
  }

  private func read<Value: Taped>(_ bytes: [UInt8], as _: Value.Type = Value.self) -> Value? {
    var (tape, value) = (Tape(reading: bytes[...]), Value.blank)
    tape.pass(&value)
    return tape.rest == [] ? value : nil
  }

  @Test("come back as they were")
  func roundTrip() throws {
    for number in [0, 1, 127, 128, 300, -1, .max, .min] { #expect(read(written(number)) == number) }
    for number in [0, -6, 2.5, 0.1, .pi, .infinity] { #expect(read(written(number)) == number) }
    for text in ["", "judi", "ｓｌｏｔ 🎰", String(repeating: "x", count: 300)] { #expect(read(written(text)) == text) }
    #expect(read(written(["a", "", "b"])) == ["a", "", "b"])
    #expect(read(written([true, false])) == [true, false])
    #expect(read(written([nil, 7] as [Int?])) == [nil, 7])
    var scoring = Scoring()
    scoring.families = [.obfuscation: 1.25]
    #expect(read(written(scoring)) == scoring)
    for weight in TermWeight.allCases {
      let term = LexiconSource.Term("main slot", weight, language: weight == .regional ? "bjn" : nil)
      #expect(read(written(term)) == term)
    }
  }

  @Test("the shipped lexicon comes back whole")
  func shipped() throws {
    let files = try LexiconFiles(directory: Shipped.directory)
    let bytes = written(KeptLexicon(stamp: .blank, shared: files.source, categories: files.categories))
    let again = try #require(read(bytes, as: KeptLexicon.self))
    #expect(written(again) == bytes)
    #expect(again.shared.categories.map(\.terms) == files.source.categories.map(\.terms))
    #expect(again.shared.markers == files.source.markers)
    #expect(again.categories.map(\.response) == files.categories.map(\.response))
    #expect(again.categories.map(\.examples) == files.categories.map(\.examples))
  }

  /// Something of everything that is kept.
  private static let sample = LexiconSource(
    version: "1",
    evidence: [.callToAction: ["daftar sekarang"], .testimonial: ["langsung cair"], .priceBait: ["bonus .. persen"]],
    siteNameExempt: ["densus 88"],
    vocabulary: ["selamat"],
    officialHosts: ["komdigi.go.id"],
    markers: Dictionary(uniqueKeysWithValues: Stance.allCases.map { ($0, ["kata \($0.rawValue)"]) }),
    negators: ["jangan"],
    assurances: ["nyangka"],
    categories: [
      .init(
        id: "gambling",
        terms: TermWeight.allCases.map {
          .init("main slot \($0.rawValue)", $0, language: $0 == .regional ? "bjn" : nil)
        },
        exempt: ["slot waktu"],
        siteNames: ["mona4d"],
        hasSiteNames: true
      )
    ]
  )

  @Test("what is laid out differently has another number")
  func layout() {
    let bytes = written(KeptLexicon(stamp: .blank, shared: Self.sample)) + Lexicon.tables(of: Self.sample)
    #expect(KeptLexicon.layout == 5)
    #expect(
      FNV1a.byEights(bytes.span) == 9_027_652_338_757_530_483,
      "raise KeptLexicon.layout, and state both here anew"
    )
  }

  @Test("tables give the same lexicon again, and those that were cut are refused")
  func tables() throws {
    let tables = Lexicon.tables(of: Self.sample)
    let kept = try Classifier(lexicon: #require(Lexicon(Self.sample, tables: tables)))
    let made = Classifier(lexicon: Lexicon(Self.sample))
    let texts = [
      "main slot strong di mona4d, daftar sekarang", "m4in sl0t str0ng", "mainslotstrongnya", "slot waktu densus 88",
    ]
    for text in texts { #expect(kept.classify(text) == made.classify(text)) }
    #expect(made.classify(texts[0]).decision == .harmful)
    for count in stride(from: 0, to: tables.count, by: 997) {
      #expect(Lexicon(Self.sample, tables: tables[..<count]) == nil)
    }
    #expect(Lexicon(Self.sample, tables: tables + [0]) == nil)
  }

  @Test("a tape that was cut is refused, and no change of a byte is a trap")
  func damaged() {
    let term = LexiconSource.Term("slot gacor", .strong)
    let bytes = written([term, term, LexiconSource.Term("bandar", .regional, language: "jv")])
    for count in bytes.indices { #expect(read(Array(bytes[..<count]), as: [LexiconSource.Term].self) == nil) }
    #expect(read(bytes + [0], as: [LexiconSource.Term].self) == nil)
    for index in bytes.indices {
      for byte: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var changed = bytes
        changed[index] = byte
        #expect([nil, 3].contains(read(changed, as: [LexiconSource.Term].self)?.count))
      }
    }
  }
}
