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

  /// Neighbours who talk about shops nearly as promoters do about sites.
  mutating func shopTalk(for name: String) -> String {
    [
      "makasih \(name) hari ini dapat dua ikan", "cuma di \(name) yang bikin lapar terus",
      "\(name) memang paling sedap",
      "baru coba \(name) langsung kenyang",
    ].randomElement(using: &generator) ?? name
  }

  mutating func shop() -> String {
    ["pasar", "warung", "kedai", "toko", "dapur"].randomElement(using: &generator) ?? ""
  }

  /// Posts of which one in three is a promotion and one talks about shops in the same words.
  mutating func closePosts(_ count: Int) -> [LabelledPost] {
    (0..<count).map { index in
      let (text, isPromo) =
        switch index % 3 {
        case 0: (promo(), true)
        case 1: (shopTalk(for: shop()), false)
        default: (talk(), false)
        }
      return LabelledPost(text: Array(text.utf8), category: isPromo ? "gambling" : nil, source: "town")
    }
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

  private static func model(seed: UInt64 = 7) -> NGramModel {
    var town = Town(seed: 1)
    var options = Trainer.Options()
    options.seed = seed
    return model(town.posts(1500, source: "town"), options)
  }

  private static func model(_ posts: [LabelledPost], _ options: Trainer.Options) -> NGramModel {
    let set = TrainingSet(posts, categories: ["gambling"], lexicon: Lexicon(source))
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

  @Test("names made of words are found by what stands around them, and shops with such names are not")
  func otherShapes() {
    let names = ["kolam hijau", "sarangbulan", "pasar bakso", "nasidapur", "lomba toko"]
    func harmful(_ model: NGramModel) -> (promotions: Int, shops: Int) {
      let classifier = Classifier(lexicon: Lexicon(Self.source), model: model)
      var town = Town(seed: 42)
      var counts = (promotions: 0, shops: 0)
      for number in 0..<200 {
        let name = names[number % names.count]
        if classifier.classify(town.promo(for: name)).decision == .harmful { counts.promotions += 1 }
        if classifier.classify(town.shopTalk(for: name)).decision == .harmful { counts.shops += 1 }
      }
      return counts
    }
    var town = Town(seed: 1)
    let posts = town.closePosts(1500)
    var options = Trainer.Options()
    let with = harmful(Self.model(posts, options))
    options.reshapedWeights = (0, 0)
    let without = harmful(Self.model(posts, options))
    #expect(with.promotions >= 180)
    #expect(without.promotions < 150)
    #expect(with.shops == 0)
  }

  @Test("posts that the lexicon finds by itself teach the n-grams as well")
  func lexiconDropout() {
    func found(_ share: Float) -> Int {
      var town = Town(seed: 1)
      let posts = town.posts(1500, source: "town").map { post in
        var post = post
        if post.category != nil { post.text += Array(" slot gacor".utf8) }
        return post
      }
      var options = Trainer.Options()
      options.lexiconDropout = share
      let classifier = Classifier(lexicon: Lexicon(Self.source), model: Self.model(posts, options))
      var other = Town(seed: 99)
      return (0..<200).count { _ in classifier.classify(other.promo()).decision == .harmful }
    }
    let (with, without) = (found(Trainer.Options().lexiconDropout), found(0))
    #expect(with >= 180)
    #expect(without < 150)
  }

  @Test("a post of a source that hardly counts moves hardly anything, also what no other post holds")
  func rareWords() {
    func score(_ firstSquares: Float, _ weight: Float) -> Double {
      var town = Town(seed: 1)
      var posts = town.posts(1500, source: "town")
      posts.append(LabelledPost(text: Array("zirkonia lestari".utf8), category: "gambling", source: "rare"))
      var options = Trainer.Options()
      options.firstSquares = firstSquares
      options.sourceWeights["rare"] = weight
      let classifier = Classifier(lexicon: Lexicon(Self.source), model: Self.model(posts, options))
      var scratch = Classifier.Scratch()
      return classifier.probability(of: "gambling", in: Array("zirkonia lestari".utf8).span, scratch: &scratch)
    }
    func moved(_ firstSquares: Float) -> Double { score(firstSquares, 0.0003) - score(firstSquares, 0) }
    #expect(moved(Trainer.Options().firstSquares) < moved(1e-6) / 2)
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
