import Foundation
import HarmClassifier
import PostExports

@testable import Scanning

/// A folder of exports for one test.
struct Exports {
  let url = FileManager.default.temporaryDirectory.appending(path: "scan-\(UUID().uuidString)")

  static let lexicon = Lexicon(
    LexiconSource(
      version: "test",
      categories: [
        .init(id: "gambling", terms: [.init("slot gacor", .strong), .init("maxwin", .strong)], hasSiteNames: true),
        .init(id: "self_harm", terms: [.init("kata uji", .strong), .init("uji kata", .strong)]),
      ]
    )
  )

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  func clean() { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String, _ content: String) throws -> String {
    let path = url.appending(path: name).path
    try content.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// Posts, one in seven of them harmful, as records of `format`; every hundredth is damaged where the format can be.
  func posts(_ count: Int, _ format: PostFormat, _ name: String = "posts") throws -> String {
    let records = (1...count).map { number in
      let text =
        number % 7 == 0
        ? "slot gacor maxwin di rajawali88 nomor \(number) wa 0812345678\(number % 90 + 10)" : "kiriman \(number)"
      let day = "2026-11-\(number % 20 + 10)"
      return switch format {
      case .ndjson where number % 100 == 99: "{\"id\":\"\(number)\",\"time\":"
      case .ndjson: "{\"id\":\"\(number)\",\"time\":\"\(day)T08:00:00Z\",\"text\":\"\(text)\"}"
      case .csv: "\(number),\(day),\"\(text)\""
      default: text
      }
    }
    let head = format == .csv ? ["id,time,text"] : []
    return try file(name + "." + format.rawValue, (head + records).joined(separator: "\n") + "\n")
  }

  /// Scans and gives what was written, the problems and the result.
  func scan(
    _ options: ScanOptions,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) throws -> (output: String, problems: [String], result: Scan.Result) {
    var written: [UInt8] = []
    var problems: [String] = []
    let scan = Scan(options, versions: .init(lexicon: "test")) { Classifier(lexicon: Self.lexicon) }
    let sink = Scan.Sink(write: { written += $0 }, problem: { problems.append($0) }, isStopped: isStopped)
    let result = try scan.run(sink)
    return (String(decoding: written, as: UTF8.self), problems, result)
  }

  func report(_ result: Scan.Result) -> ScanReport {
    ScanReport(result, categories: [], versions: .init(lexicon: "test"), language: .en)
  }
}
