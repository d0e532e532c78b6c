import Foundation
import HarmClassifier

extension Dashboard {
  /// Posts of one request.
  private static let postLimit = 1000

  private struct Submission: Decodable {
    var text: String
    /// A number comes back as a string, as from `ronda scan`.
    var id: String?

    private enum CodingKeys: CodingKey { case text, id }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      text = try fields.decode(String.self, forKey: .text)
      if let number = try? fields.decode(Int64.self, forKey: .id) {
        id = "\(number)"
      } else {
        id = try fields.decodeIfPresent(String.self, forKey: .id)
      }
    }
  }

  /// One post, a list, or a list under `posts`.
  private enum Submissions: Decodable {
    case one(Submission)
    case list([Submission])
    case wrapped([Submission])

    private struct Wrapper: Decodable { var posts: [Submission] }

    init(from decoder: any Decoder) throws {
      if let list = try? [Submission](from: decoder) {
        self = .list(list)
      } else if let wrapper = try? Wrapper(from: decoder) {
        self = .wrapped(wrapper.posts)
      } else {
        self = .one(try Submission(from: decoder))
      }
    }

    var posts: [Submission] {
      switch self {
      case .one(let post): [post]
      case .list(let posts), .wrapped(let posts): posts
      }
    }
  }

  /// Verdicts, each the same bytes as a line of `ronda scan --output ndjson`. Nothing is stored.
  func classify(_ question: Question) throws -> Answer {
    let submissions: Submissions = try decode(
      question,
      expected: "{\"text\": …, \"id\": …}, a list of these, or {\"posts\": […]}"
    )
    let verdicts = try judge(submissions.posts.map(\.text))
    let versions = subject().lexicon.versions
    var bytes: [UInt8] = []
    switch submissions {
    case .one: break
    case .list: bytes += "[\n".utf8
    case .wrapped: bytes += "{\"verdicts\":[\n".utf8
    }
    for (position, (verdict, post)) in zip(verdicts, submissions.posts).enumerated() {
      if position > 0 { bytes += ",\n".utf8 }
      verdict.appendJSON(id: post.id, versions: versions, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
    switch submissions {
    case .one: break
    case .list: bytes += "]\n".utf8
    case .wrapped: bytes += "]}\n".utf8
    }
    return Answer(type: "application/json", Data(bytes))
  }

  private struct ModerationRequest: Decodable {
    var input: [String]

    enum CodingKeys: CodingKey { case input }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      if let text = try? container.decode(String.self, forKey: .input) {
        input = [text]
      } else {
        input = try container.decode([String].self, forKey: .input)
      }
    }
  }

  private struct Moderation: Encodable {
    var id: String
    var model: String
    var results: [Result]

    struct Result: Encodable {
      var flagged: Bool
      var categories: [String: Bool]
      var scores: [String: Double]

      enum CodingKeys: String, CodingKey {
        case flagged, categories
        case scores = "category_scores"
      }
    }
  }

  /// The same verdicts in the shape of OpenAI's moderation interface, for programs made for it.
  func moderate(_ question: Question) throws -> Answer {
    let request: ModerationRequest = try decode(question, expected: "{\"input\": \"…\"} or {\"input\": [\"…\"]}")
    let subject = subject()
    let names = subject.lexicon.categories.map(\.source.id)
    let results = try judge(request.input).map { verdict in
      let scores = Dictionary(verdict.categories.map { ($0.id, $0.score) }) { max($0, $1) }
      let isFlagged = verdict.decision == .harmful
      let harmful = Set(verdict.categories.filter { $0.stance == .promo || $0.stance == .mimicry }.map(\.id))
      return Moderation.Result(
        flagged: isFlagged,
        categories: Dictionary(uniqueKeysWithValues: names.map { ($0, isFlagged && harmful.contains($0)) }),
        scores: Dictionary(uniqueKeysWithValues: names.map { ($0, scores[$0] ?? 0) })
      )
    }
    let id = "modr-" + String(UInt64.random(in: .min ... .max), radix: 16)
    return try Answer(json: Moderation(id: id, model: "ronda-\(subject.lexicon.versions.lexicon)", results: results))
  }

  private func judge(_ texts: [String]) throws -> [Verdict] {
    guard texts.count <= Self.postLimit else {
      throw RequestProblem("more than \(Self.postLimit) posts; send them in parts", status: 413)
    }
    let start = ContinuousClock.now
    let classifier = subject().classifier
    var scratch = Classifier.Scratch()
    let verdicts = texts.map { text in
      let bytes = Array(text.utf8)
      return classifier.classify(bytes.span, scratch: &scratch)
    }
    meters.add(.classify, ContinuousClock.now - start)
    return verdicts
  }

  /// Only `application/json`: a foreign page can't send it without asking, and we let nobody.
  private func decode<Value: Decodable>(_ question: Question, expected: String) throws -> Value {
    guard question.headers["content-type"]?.lowercased().hasPrefix("application/json") == true else {
      throw RequestProblem("send `Content-Type: application/json`", status: 415)
    }
    do {
      return try JSONDecoder().decode(Value.self, from: question.body)
    } catch {
      throw RequestProblem("the body is not \(expected)")
    }
  }
}
