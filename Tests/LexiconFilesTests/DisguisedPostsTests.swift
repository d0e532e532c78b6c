import Foundation
import HarmClassifier
import LexiconFiles
import Testing

/// Promotions as people wrote them, disguised further.
@Suite(
  "Disguised posts are still found",
  .enabled(if: Shipped.outside("data/train") != nil, "the data sets are not here")
)
struct DisguisedPostsTests {
  private static let posts: [String] = {
    guard let file = Shipped.outside("data/train/gam-yt-muzazr.ndjson.gz") else { return [] }
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gzip.arguments = ["-dc", file.path]
    let pipe = Pipe()
    gzip.standardOutput = pipe
    guard (try? gzip.run()) != nil, let data = try? pipe.fileHandleForReading.readToEnd() else { return [] }
    let promotions = data.split(separator: UInt8(ascii: "\n")).compactMap { line -> String? in
      let row = try? JSONSerialization.jsonObject(with: line) as? [String: Any]
      return row?["label"] as? String == "gambling" ? row?["text"] as? String : nil
    }
    return promotions.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
  }()

  @Test("recall drops by two points at most", arguments: Disguise.all)
  func recall(disguise: Disguise) throws {
    let classifier = try Shipped.files.get().classifier()
    // What they read as, so that each disguise is the only one.
    let posts = Self.posts.map(classifier.fold).filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    #expect(posts.count > 300)
    let plain = posts.count { classifier.classify($0).decision == .harmful }
    let missed = posts.filter { classifier.classify(disguise.hide($0)).decision != .harmful }
    let hidden = posts.count - missed.count
    #expect(
      (plain - hidden) * 50 <= posts.count,
      "\(plain) found plain, \(hidden) hidden: \(missed.prefix(4).map(disguise.hide))"
    )
  }
}
