import HarmClassifier
import LexiconFiles
import Testing
import Training

/// A small town: promoters praise sites by invented names, neighbours talk about food, schools announce contests.
private struct Town {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func name() -> String {
    let syllables = ["ra", "ju", "mi", "lo", "ka", "te", "bu", "no", "si", "wa"]
    let stem = (0..<3).map { _ in syllables.randomElement(using: &generator) ?? "" }.joined()
    return stem + (["77", "88", "4d", "toto", "303"].randomElement(using: &generator) ?? "")
  }

  mutating func promo() -> String { promo(for: name()) }

  mutating func promo(for name: String) -> String {
    [
      "makasih \(name) hari ini dapat dua juta", "cuma di \(name) yang bikin untung terus",
      "\(name) memang paling mantap",
      "baru coba \(name) langsung senang",
    ].randomElement(using: &generator) ?? name
  }

  mutating func talk() -> String {
    let food = ["soto", "bakso", "nasi kuning", "pisang goreng", "ikan bakar"].randomElement(using: &generator) ?? ""
    return [
      "makasih bu, \(food)nya enak sekali", "besok kita makan \(food) di rumah", "kelas 12 mau lomba masak \(food)",
      "harga \(food) naik dua ribu", "hari ini dapat \(food) gratis di sekolah",
    ].randomElement(using: &generator) ?? food
  }

  mutating func posts(_ count: Int, source: String) -> [LabelledPost] {
    (0..<count).map { index in
      index.isMultiple(of: 3)
        ? LabelledPost(text: Array(promo().utf8), category: "gambling", source: source)
        : LabelledPost(text: Array(talk().utf8), category: nil, source: source)
    }
  }
}

/// A generator with fixed numbers.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}

@Suite("Training") struct TrainerTests {
  private static let source = LexiconSource(
    version: "test",
    categories: [.init(id: "gambling", pillars: ["safety"], terms: [.init("slot gacor", .strong)], hasSiteNames: true)]
  )

  private static func model(seed: UInt64 = 7, learnsOtherShapes: Bool = true) -> NGramModel {
    var town = Town(seed: 1)
    let set = TrainingSet(town.posts(1500, source: "town"), categories: ["gambling"], lexicon: Lexicon(source))
    var options = Trainer.Options()
    options.seed = seed
    if !learnsOtherShapes { options.reshapedWeights = (0, 0) }
    return Trainer(options).train(set, version: "1", scoring: source.scoring)
  }

  @Test("names that were never seen are found, ordinary talk stays clean")
  func unseenNames() {
    let classifier = Classifier(lexicon: Lexicon(Self.source), model: Self.model())
    var town = Town(seed: 99)
    let promos = (0..<200).map { _ in classifier.classify(town.promo()).decision }
    let talk = (0..<200).map { _ in classifier.classify(town.talk()).decision }
    #expect(promos.count { $0 == .harmful } >= 190)
    #expect(talk.count { $0 != .clean } == 0)
  }

  @Test("names of words, which no post of the data has, are found by what stands around them")
  func otherShapes() {
    let names = ["kolam hijau", "rumah padi", "sarangbulan", "gelas kuda", "pintuteratai"]
    func found(_ model: NGramModel) -> Int {
      let classifier = Classifier(lexicon: Lexicon(Self.source), model: model)
      var town = Town(seed: 42)
      return (0..<200).count { classifier.classify(town.promo(for: names[$0 % names.count])).decision == .harmful }
    }
    let (with, without) = (found(Self.model()), found(Self.model(learnsOtherShapes: false)))
    #expect(with >= 150)
    #expect(with > without)
  }

  @Test("without the model the lexicon alone finds none of them")
  func lexiconAlone() {
    let classifier = Classifier(lexicon: Lexicon(Self.source))
    var town = Town(seed: 99)
    #expect((0..<200).allSatisfy { _ in classifier.classify(town.promo()).decision != .harmful })
  }

  @Test("bias and evidence add up to the score")
  func addsUp() throws {
    let classifier = Classifier(lexicon: Lexicon(Self.source), model: Self.model())
    var town = Town(seed: 5)
    for number in 0..<100 {
      let verdict = classifier.classify((number.isMultiple(of: 2) ? "slot gacor! " : "") + town.promo())
      let category = try #require(verdict.categories.first)
      let logit = verdict.evidence.reduce(category.bias) { $0 + $1.weight }
      #expect(abs(1 / (1 + exp(-logit)) - category.score) < 1e-6)
      #expect(verdict.evidence.contains { $0.family == .ngram })
    }
  }

  @Test("the same data and seed give the same bytes, another seed others")
  func deterministic() {
    let bytes = NGramModelFile.bytes(of: Self.model())
    #expect(bytes == NGramModelFile.bytes(of: Self.model()))
    #expect(bytes != NGramModelFile.bytes(of: Self.model(seed: 8)))
  }

  @Test("a promotion inside a long page is found as if it stood alone")
  func longPage() {
    let classifier = Classifier(lexicon: Lexicon(Self.source), model: Self.model())
    var town = Town(seed: 3)
    let talk = (0..<60).map { _ in town.talk() + ". " }.joined()
    #expect(classifier.classify(talk).decision == .clean)
    let promos = (0..<6).map { _ in town.promo() + ". " }.joined()
    #expect(classifier.classify(talk + promos + talk).decision != .clean)
  }

  @Test("left-out posts and their copies teach nothing")
  func leavesOut() {
    var town = Town(seed: 1)
    var posts = town.posts(600, source: "town")
    posts.append(LabelledPost(text: Array("zirkonia lestari".utf8), category: "gambling", source: "a"))
    posts.append(LabelledPost(text: Array("ZIRKONIA, LESTARI".utf8), category: "gambling", source: "b"))
    let set = TrainingSet(posts, categories: ["gambling"], lexicon: Lexicon(Self.source))
    let key = set.keys[set.posts.indices.last ?? 0]
    #expect(set.keys.count { $0 == key } == 2)
    let without = Trainer().train(set, version: "1", scoring: Self.source.scoring) { set.keys[$0] == key }
    let fewer = TrainingSet(Array(posts.dropLast(2)), categories: ["gambling"], lexicon: Lexicon(Self.source))
    let never = Trainer().train(fewer, version: "1", scoring: Self.source.scoring)
    #expect(NGramModelFile.bytes(of: without) == NGramModelFile.bytes(of: never))
  }
}

/// e to the power of `x`, without the platform's mathematics.
private func exp(_ x: Double) -> Double {
  (1...60).reversed().reduce(1.0) { 1 + x / 16 * $0 / Double($1) }.powered(16)
}

extension Double {
  fileprivate func powered(_ count: Int) -> Double { (0..<count).reduce(1) { product, _ in product * self } }
}
