import Dashboard
import Foundation
import HarmClassifier
import Testing

@Suite("POST /v1/classify and /v1/moderations")
struct ClassifyTests {
  private static let promotion = "situs slot gacor pulau88, daftar sekarang wa 0812-3456-7890"

  @Test("a post gives the bytes of a scan's line; lists and {posts} give one verdict a post, in order")
  func verdicts() async throws {
    let desk = try await Desk()
    var expected: [UInt8] = []
    let versions = try Desk.lexicon.get().versions
    try Desk.classifier.get().classify(Self.promotion).appendJSON(id: "a", versions: versions, to: &expected)
    let line = String(decoding: expected, as: UTF8.self)
    let post = "{\"id\": \"a\", \"text\": \"\(Self.promotion)\"}"
    let one = await desk.post("/v1/classify", post)
    #expect(one.status == 200 && one.text == line + "\n")
    #expect(line.contains("\"verdict\":\"harmful\""))
    #expect(await desk.post("/v1/classify", "[\(post), \(post)]").text == "[\n\(line),\n\(line)\n]\n")
    #expect(await desk.post("/v1/classify", "{\"posts\": [\(post)]}").text == "{\"verdicts\":[\n\(line)\n]}\n")
    #expect(await desk.post("/v1/classify", "[]").text == "[\n\n]\n")
    #expect(try await desk.store.posts(.init(), limit: 9).isEmpty, "what is asked is not stored")
  }

  @Test("an id that is a number comes back as a string, as from a scan")
  func numbers() async throws {
    let answer = await (try await Desk()).post(
      "/v1/classify",
      "[{\"id\": 7, \"text\": \"a\"}, {\"id\": null, \"text\": \"a\"}]"
    )
    #expect(
      answer.status == 200 && answer.text.contains("{\"id\":\"7\",\"verdict\"")
        && answer.text.contains("\n{\"verdict\"")
    )
  }

  @Test("programs are told what is not there as a problem", arguments: ["/v1/", "/v1/post", "/-/heathy"])
  func missing(path: String) async throws {
    let answer = await (try await Desk()).get(path)
    #expect(answer.status == 404 && answer.headers["Content-Type"] == "application/problem+json")
  }

  @Test("who asks with another method is told which there are")
  func otherMethod() async throws {
    let desk = try await Desk()
    let answer = await desk.dashboard.answer(Question(method: "DELETE", path: "/", headers: ["host": "localhost"]))
    #expect(answer.status == 405 && answer.headers["Allow"] == "GET, HEAD, POST")
  }

  @Test("who only looks is told to post", arguments: ["/v1/classify", "/v1/moderations", "/-/reload"])
  func get(path: String) async throws {
    let answer = try await Desk().get(path)
    #expect(answer.status == 405 && answer.headers["Allow"] == "POST")
    #expect((answer.object["title"] as? String)?.hasPrefix(path) == true)
  }

  @Test("moderation names every category and flags what is harmful")
  func moderation() async throws {
    let desk = try await Desk()
    let answer = await desk.post("/v1/moderations", "{\"input\": [\"\(Self.promotion)\", \"selamat pagi\"]}")
    let results = try #require(answer.object["results"] as? [[String: Any]])
    #expect(results.map { $0["flagged"] as? Bool } == [true, false])
    let categories = try #require(results[0]["categories"] as? [String: Bool])
    let known = try Desk.lexicon.get().categories.count
    #expect(categories["gambling"] == true && categories.count == known)
    let scores = try #require(results[0]["category_scores"] as? [String: Double])
    #expect((scores["gambling"] ?? 0) > 0.9)
  }

  @Test(
    "what can't be read is refused with a reason",
    arguments: [
      ("{\"txt\": 1}", "application/json", 400), ("{", "application/json", 400), ("", "application/json", 400),
      ("{\"text\": \"a\"}", "text/plain", 415), ("{\"text\": \"a\"}", "", 415),
    ]
  )
  func refused(_ body: String, _ type: String, _ status: Int) async throws {
    let answer = await (try await Desk()).post("/v1/classify", body, headers: ["content-type": type])
    #expect(answer.status == status)
    #expect((answer.object["title"] as? String)?.isEmpty == false)
  }

  @Test("more than a thousand posts are too many at once")
  func tooMany() async throws {
    let posts = [String](repeating: "{\"text\": \"a\"}", count: 1001).joined(separator: ",")
    #expect(await (try await Desk()).post("/v1/classify", "[\(posts)]").status == 413)
  }
}
