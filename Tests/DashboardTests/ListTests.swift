import CampaignFixtures
import Campaigns
import Dashboard
import Foundation
import HarmClassifier
import Storage
import Testing

@Suite("GET /v1")
struct ListTests {
  private func desk() async throws -> Desk {
    let desk = try await Desk()
    for number in 0..<30 {
      let decision: Verdict.Decision = number % 3 == 0 ? .harmful : .review
      let category = number % 2 == 0 ? "gambling" : "scam"
      let entry = JudgedEntry.promotion("\(number)", source: "s\(number % 4)", category: category, decision: decision)
      try await desk.store([entry], text: "hubungi 0812-3456-7890", at: midnight + Double(number))
    }
    return desk
  }

  @Test("pages give every post once, newest first", arguments: [1, 7, 30, 100])
  func paging(_ size: Int) async throws {
    let desk = try await desk()
    var found: [Int] = []
    var next: String? = "limit=\(size)"
    while let query = next {
      let page = await desk.get("/v1/posts?\(query)")
      #expect(page.status == 200)
      found += page.items.compactMap { $0["id"] as? Int }
      next = page.object["next"] as? String
    }
    #expect(found == (1...30).reversed())
  }

  @Test("the query of the following page keeps filters and length")
  func next() async throws {
    let desk = try await desk()
    let first = await desk.get("/v1/posts?decision=review&limit=4&source=s1")
    let query = try #require(first.object["next"] as? String)
    let second = await desk.get("/v1/posts?\(query)")
    #expect(first.items.count == 4 && second.items.count == 2 && second.object["next"] == nil, "\(query)")
    #expect(second.items.allSatisfy { $0["source"] as? String == "s1" && $0["verdict"] as? String == "review" })
    #expect(await desk.get("/v1/feeds?blind=false&limit=2").object["next"] as? String == "blind=false&limit=2&offset=2")
  }

  @Test("filters leave what they name, numbers are masked and authors not given")
  func filters() async throws {
    let desk = try await desk()
    let page = await desk.get("/v1/posts?decision=harmful&category=gambling&source=s0")
    #expect(page.items.count == 3 && page.items.allSatisfy { $0["verdict"] as? String == "harmful" })
    #expect(
      page.items.allSatisfy { ($0["categories"] as? [String]) == ["gambling"] && $0["source"] as? String == "s0" }
    )
    #expect(!page.text.contains("3456-7890") && !page.text.contains("Budi") && page.text.contains("hubungi"))
    let phones = await desk.get("/v1/indicators?type=phone")
    #expect(
      phones.items.count == 1 && phones.items[0]["posts"] as? Int == 30 && phones.items[0]["sources"] as? Int == 4
    )
    #expect(!phones.text.contains("81234567890"))
    #expect(await desk.get("/v1/alerts?state=firing").items.count == 1)
    #expect(await desk.get("/v1/alerts?state=resolved").items.isEmpty)
    #expect(await desk.get("/v1/feeds?blind=true").items.isEmpty)
    #expect(await desk.get("/v1/feeds").items.count == 3)
  }

  @Test("posts of an alert come with how their answers came, here and on the alert's page")
  func origins() async throws {
    let desk = try await Desk()
    let hop = PostOrigin.Redirect(from: "http://a.example/<b>", status: 301, to: "https://a.example/feed")
    var post = Post(entry: .promotion("1"), text: "slot gacor")
    post.origin = PostOrigin(
      fetched: midnight,
      url: "https://a.example/feed",
      address: "203.0.113.7",
      headers: [.init(name: "Server", value: "nginx")],
      redirects: [hop],
      digest: "abc"
    )
    try await desk.ledger.commit(Batch(posts: [post]), now: midnight)
    let alert = try #require(await desk.get("/v1/alerts").items.first?["fingerprint"] as? String)
    let items = await desk.get("/v1/posts?alert=\(alert)").items
    let origin = items.first?["origin"] as? [String: Any]
    #expect(items.count == 1 && origin?["address"] as? String == "203.0.113.7")
    #expect((origin?["redirects"] as? [[String: Any]])?.first?["status"] as? Int == 301)
    let page = await desk.get("/alerts/\(alert)").text
    for part in ["203.0.113.7", "Server: nginx", "http://a.example/&lt;b&gt;"] { #expect(page.contains(part)) }
  }

  @Test(
    "a wrong parameter is named",
    arguments: [
      "posts?limit=0", "posts?limit=x", "posts?decision=bad", "alerts?state=x", "indicators?days=99", "posts?before=x",
      "posts?decison=harmful", "alerts?lang=id", "indicators?type=phon", "feeds?blind=yes", "feeds?limits=1",
    ]
  )
  func wrong(_ target: String) async throws {
    let answer = await (try await Desk()).get("/v1/\(target)")
    let name = try #require(target.firstMatch(of: /\?(\w+)=/)).1
    #expect(answer.status == 400 && answer.text.contains("`\(name)`"))
  }

  @Test("the counts by day are those of the verdicts")
  func counts() async throws {
    let desk = try await desk()
    try await desk.store([JudgedEntry(key: EntryKey(source: "s", identity: "c", version: "1"), verdict: .clean)])
    let counts = try await desk.store.dayCounts(since: midnight).filter { $0.posts > 0 }
    let found = counts.map { "\($0.category) \($0.decision.rawValue) \($0.posts)" }
    #expect(found == [" clean 1", "gambling harmful 5", "gambling review 10", "scam harmful 5", "scam review 10"])
    #expect(counts.allSatisfy { $0.day == midnight })
  }

  @Test("the OpenAPI document names every path that is served")
  func openAPI() async throws {
    let desk = try await Desk()
    let document = await desk.get("/openapi.json").object
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    #expect(paths.count >= 10)
    for (path, methods) in paths {
      if methods["get"] != nil { #expect(await desk.get(path).status == 200, "\(path)") }
      if methods["post"] != nil { #expect(await desk.post(path, "{}").status != 404, "\(path)") }
    }
  }
}
