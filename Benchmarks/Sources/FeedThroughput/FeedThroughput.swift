import Feeds
import Foundation

/// `FeedThroughput SECONDS FILE…`: parses the files again and again for about that long and prints the entries of one
/// round and the megabytes a second of CPU time.
@main
enum FeedThroughput {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let seconds = arguments.first.flatMap(Double.init), arguments.count > 1 else {
      FileHandle.standardError.write(Data("usage: FeedThroughput SECONDS FILE…\n".utf8))
      exit(2)
    }
    let feeds = try arguments.dropFirst().map { Array(try Data(contentsOf: URL(fileURLWithPath: $0))) }
    let bytes = feeds.reduce(0) { $0 + $1.count }
    let entries = round(feeds)
    let start = cpuSeconds
    var rounds = 0
    while rounds == 0 || cpuSeconds - start < seconds {
      guard round(feeds) == entries else { fatalError("the same feeds gave other entries") }
      rounds += 1
    }
    let speed = Double(bytes * rounds) / (cpuSeconds - start) / 1e6
    print("\(entries) \(String(format: "%.1f", speed))")
  }

  private static func round(_ feeds: [[UInt8]]) -> Int {
    feeds.reduce(0) { $0 + ((try? FeedParser.parse($1).entries.count) ?? 0) }
  }

  private static var cpuSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
