import Foundation
import Localization
import LoopbackServer
import Storage

/// The whole walk on one machine: a small web server with sample feeds, the daemon watching them, and the alert it sends.
///
///     ronda-demo EXAMPLES/demo
@main
struct Demo {
  static func main() async {
    let arguments = CommandLine.arguments
    guard arguments.count == 2 else { fail("usage: ronda-demo DIRECTORY-OF-THE-DEMO") }
    do {
      try await Demo(directory: arguments[1]).run()
    } catch {
      fail("\(error)")
    }
  }

  /// The daemon has this long to notice the sample posts and tell.
  private static let patience = Duration.seconds(60)

  private let directory: String
  private let work: URL
  private let words = DemoWords(language: Language(environment: ProcessInfo.processInfo.environment))
  private let hook: AlertHook

  private init(directory: String) throws {
    self.directory = directory
    work = FileManager.default.temporaryDirectory.appending(
      path: "ronda-demo-\(ProcessInfo.processInfo.processIdentifier)"
    )
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    hook = try AlertHook(secretFile: work.appending(path: "webhook.secret").path)
  }

  private func run() async throws {
    defer { try? FileManager.default.removeItem(at: work) }
    let feeds = SampleFeeds(directory: directory + "/feeds")
    let server = try LoopbackServer { request in
      request.path == "/hook" ? hook.receive(request) : feeds.answer(request)
    }
    defer { server.stop() }
    let origin = server.url("")
    print(words.serving(origin, feeds.names))
    let configuration = try writeConfiguration(server: origin)
    let daemon = try startDaemon(configuration)
    print(words.watching)
    let alert = await hook.firstAlert(within: Self.patience)
    daemon.terminate()
    daemon.waitUntilExit()
    guard let alert else { throw DemoError(words.nothing + "\n" + log()) }
    print(AlertText(alert, words: words).text)
    print(words.summary(try await counts(), alertsSigned: hook.count))
    print(words.next)
  }

  private func writeConfiguration(server: String) throws -> String {
    let template = try String(contentsOfFile: directory + "/ronda.yaml", encoding: .utf8)
    let path = work.appending(path: "ronda.yaml").path
    try template.replacing("{server}", with: server).replacing("{work}", with: work.path)
      .write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// Starts `ronda`, which lies beside this program; its log goes to a file.
  private func startDaemon(_ configuration: String) throws -> Process {
    let log = work.appending(path: "ronda.log")
    try Data().write(to: log)
    let daemon = Process()
    daemon.executableURL = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "ronda")
    daemon.arguments = ["watch", "--config", configuration]
    daemon.standardError = try FileHandle(forWritingTo: log)
    try daemon.run()
    return daemon
  }

  private func log() -> String {
    (try? String(contentsOf: work.appending(path: "ronda.log"), encoding: .utf8)) ?? ""
  }

  private func counts() async throws -> [PostCount] {
    let store = try Store(path: work.appending(path: "data/ronda.sqlite").path)
    return try await store.postCounts(since: .distantPast)
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("ronda-demo: \(message)\n".utf8))
    exit(1)
  }
}

/// Why the demo could not show what it promised.
struct DemoError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
