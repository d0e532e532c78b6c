import ArgumentParser
import Foundation
import Logging

/// How the log is written.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// Writes the log as one JSON object a line, for programs that collect logs.
struct JSONLogHandler: LogHandler {
  let label: String
  var logLevel = Logger.Level.info
  var metadata = Logger.Metadata()

  init(label: String) { self.label = label }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    var fields = Dictionary(uniqueKeysWithValues: all.map { ($0.key, "\($0.value)") })
    fields["time"] = Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    fields["level"] = event.level.rawValue
    fields["logger"] = label
    fields["message"] = "\(event.message)"
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let line = try? encoder.encode(fields) else { return }
    StandardError.print(String(decoding: line, as: UTF8.self))
  }
}
