import Corpus
import Dispatch
import Foundation
import HarmClassifier

/// How long one post of about 300 bytes takes through the library, and what a second worker gains.
///
///     swift run --package-path Benchmarks -c release Latency
@main
struct Latency {
  static func main() throws {
    let posts = posts(ofBytes: 300, count: 20_000)
    let classifier = try Engine.shipped()
    var scratch = Classifier.Scratch()
    for post in posts { _ = classifier.classify(post.span, scratch: &scratch) }

    var microseconds: [Double] = []
    for post in posts {
      let start = ContinuousClock.now
      let verdict = classifier.classify(post.span, scratch: &scratch)
      microseconds.append(start.duration(to: .now) / .microseconds(1))
      precondition(verdict.score >= 0)
    }
    microseconds.sort()
    print("one post of about 300 bytes, \(posts.count) times, microseconds:")
    for (name, share) in [("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("p99.9", 0.999)] {
      print("  \(name)  \(rounded(microseconds[Int(share * Double(posts.count - 1))]))")
    }
    let one = seconds(workers: 1, posts, classifier)
    let two = seconds(workers: 2, posts, classifier)
    print("two workers: \(rounded(2 * one / two)) times the posts of one")
  }

  /// Posts joined until they are long enough.
  private static func posts(ofBytes bytes: Int, count: Int) -> [[UInt8]] {
    let short = Corpus(count: 4_000).posts
    return (0..<count).map { number in
      var post: [UInt8] = []
      var next = number
      while post.count < bytes {
        post += short[next % short.count] + [0x20]
        next += 1 + number % 7
      }
      return post
    }
  }

  /// The time that `workers` workers need for five times all posts each.
  private static func seconds(workers: Int, _ posts: [[UInt8]], _ classifier: Classifier) -> Double {
    let start = ContinuousClock.now
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var scratch = Classifier.Scratch()
      for _ in 0..<5 { for post in posts { _ = classifier.classify(post.span, scratch: &scratch) } }
    }
    return start.duration(to: .now) / .seconds(1)
  }

  private static func rounded(_ value: Double) -> String { String(format: "%.2f", value) }
}
