import Feeds
import Testing

@Suite("OPML lists")
struct SubscriptionListTests {
  @Test("every outline with an xmlUrl counts, with its folders, however broken the list")
  func broken() throws {
    let opml = """
      <opml><body><outline text="Pers & Media"><outline text=A XMLURL="https://a.example/?x=1&y=2" htmlUrl="https://a.example/"/>
      </outline><outline title="B" xmlUrl="https://b.example/"></outline><outline text="kosong" type="rss"/>
      """
    let list = try SubscriptionList.parse(Array(opml.utf8))
    #expect(
      list.subscriptions == [
        .init(
          title: "A",
          feedURL: "https://a.example/?x=1&y=2",
          pageURL: "https://a.example/",
          folders: ["Pers & Media"]
        ),
        .init(title: "B", feedURL: "https://b.example/"),
      ]
    )
  }

  @Test("what is written reads back the same")
  func roundTrip() throws {
    let list = SubscriptionList([
      .init(title: "A \"&\" <b>", feedURL: "https://a.example/?x=1&y=2", folders: ["pers", "lokal"]),
      .init(title: "B", feedURL: "https://b.example/", pageURL: "https://b.example/p", folders: ["pers"]),
      .init(
        title: "C",
        feedURL: "https://c.example/",
        settings: .init(id: "c\"", region: "Kutai & Berau", interval: "90s", longestInterval: "2d")
      ),
    ])
    #expect(try SubscriptionList.parse(list.opmlBytes(title: "t")) == list)
  }

  @Test("what is no list is refused")
  func noList() {
    #expect(throws: FeedError.noSubscriptionList) { try SubscriptionList.parse(Array("<rss/>".utf8)) }
  }
}
