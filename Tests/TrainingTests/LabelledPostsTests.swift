import Foundation
import Testing
import Training

@Suite("Labelled posts") struct LabelledPostsTests {
  private func file(_ name: String, _ text: String) throws -> String {
    let directory = FileManager.default.temporaryDirectory.appending(path: "ronda-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let file = directory.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  @Test("labels become categories; what can't be used is counted")
  func labels() throws {
    let path = try file(
      "town.ndjson",
      """
      {"text":"a","label":"benign"}
      {"text":"b","label":"scam"}
      {"text":"c","label":"odd"}
      broken
      {"text":"d","label":"gambling","source":"elsewhere"}
      """
    )
    let read = try LabelledPosts(
      paths: [path],
      labels: ["scam": "online_fraud"],
      categories: ["gambling", "online_fraud"],
      sourceField: "source"
    )
    #expect(read.posts.map(\.category) == [nil, "online_fraud", "gambling"])
    #expect(read.posts.map(\.source) == ["town", "town", "elsewhere"])
    #expect(read.skipped.labels == ["odd": 1])
    #expect(read.skipped.unreadable == 1)
  }

  @Test("CSV is read as well")
  func csv() throws {
    let path = try file("posts.csv", "label,text\nbenign,\"halo, apa kabar\"\ngambling,main yuk\n")
    let read = try LabelledPosts(paths: [path], labels: [:], categories: ["gambling"])
    #expect(read.posts.map { String(decoding: $0.text, as: UTF8.self) } == ["halo, apa kabar", "main yuk"])
    #expect(read.posts.map(\.category) == [nil, "gambling"])
  }

  @Test("of a block list only what is named like a gambling site is taken")
  func names() throws {
    let path = try file("names.txt", "www.rajaslot88.vip\nsekolah.sch.id\n123.com\nm.bintang4d.net\n")
    var read = try LabelledPosts(paths: [], labels: [:], categories: [])
    try read.addNames(path: path, category: "gambling")
    #expect(read.posts.map { String(decoding: $0.text, as: UTF8.self) } == ["rajaslot88", "bintang4d"])
  }

  @Test("a missing file is an error")
  func missing() {
    #expect(throws: (any Error).self) { try LabelledPosts(paths: ["/nowhere/at.all"], labels: [:], categories: []) }
  }
}
