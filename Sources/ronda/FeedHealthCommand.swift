import ArgumentParser
import Foundation
import Storage

extension FeedCommand {
  struct Health: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "health",
      abstract: "Show how well each source is seen, the blind ones first.",
      discussion: """
        Works beside a running `ronda watch`. A source is seen, blind (with the reason), or waiting for its first poll. Alarms
        are about the source itself, not about what it says: quiet, shrunk, replaced.

        Examples:
          ronda feed health --config ronda.yaml
          ronda feed health --json | jq 'select(.status == "blind")'
        """
    )

    @OptionGroup var store: StoreOptions
    @Flag(help: "Print one JSON object a source.") var json = false

    func run() async throws {
      let now = Date()
      let known = Dictionary(try await store.open().sourceHealth(now: now).map { ($0.id, $0) }) { $1 }
      let sources = try ConfigurationFile.load(store.config).sources.map { source in
        known[source.id] ?? SourceHealth(SourceState(id: source.id, url: source.url), now: now)
      }
      if json { return try printJSON(sources) }
      let order: [SourceHealth.Status] = [.blind, .seen, .waiting]
      for status in order {
        for source in sources where source.status == status { print(Self.line(source)) }
      }
    }

    private func printJSON(_ sources: [SourceHealth]) throws {
      let encoder = JSONEncoder()
      encoder.dateEncodingStrategy = .iso8601
      encoder.keyEncodingStrategy = .convertToSnakeCase
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      for source in sources { print(String(decoding: try encoder.encode(source), as: UTF8.self)) }
    }

    private static func line(_ source: SourceHealth) -> String {
      var words = [source.id, source.status.rawValue]
      words.append("last_seen=\(source.lastSeen?.iso ?? "never")")
      if let next = source.nextPoll { words.append("next_poll=\(next.iso)") }
      if let reason = source.pollReason { words.append("because=\(reason)") }
      if !source.alarms.isEmpty { words.append("alarms=\(source.alarms.map(\.rawValue).joined(separator: ","))") }
      if let reason = source.reason { words.append("reason=\(reason)") }
      if source.failures > 0 { words.append("failures=\(source.failures)") }
      return words.joined(separator: " ") + (source.detail.map { "\n  \($0)" } ?? "")
    }
  }
}
