import ArgumentParser
import Foundation
import HarmClassifier
import LexiconFiles
import Localization
import PostExports
import Scanning

/// One run of `ronda scan`: wires the scan to files, the terminal and signals.
struct ScanSession {
  private let command: ScanCommand
  private let lexicon: LexiconFiles
  private let bar: ProgressBar
  private let signals = StopSignals()

  init(_ command: ScanCommand, lexicon: LexiconFiles) {
    (self.command, self.lexicon) = (command, lexicon)
    bar = ProgressBar(language: command.language.language, isResuming: command.resume)
  }

  func run() throws {
    do {
      let file = try command.to.flatMap { command.output.isReport ? nil : $0 }.map(openFile)
      let result = try scan(into: file)
      bar.finish()
      try file?.close(wasStopped: result.wasStopped)
      try report(result)
      try exitCode(result).map { throw $0 }
    } catch is StandardOutput.Closed {
      bar.finish()
    } catch let problem as ScanOutputFile.Problem {
      bar.finish()
      throw Failure(problem.description)
    }
  }

  private func scan(into file: ScanOutputFile?) throws -> Scan.Result {
    let scan = Scan(command.options, versions: lexicon.versions) { [lexicon, jobs = command.jobs] in
      jobs == 1 ? lexicon.classifier() : Self.classifier(lexicon)
    }
    return try scan.run(
      from: file?.start ?? ScanPosition(),
      Scan.Sink(
        write: { bytes in
          if let file { try file.write(bytes) } else { try StandardOutput.write(bytes) }
        },
        problem: bar.printAbove,
        progress: bar.show,
        position: { try file?.reached($0) },
        isStopped: signals.isStopped
      )
    )
  }

  /// A classifier of objects that no other worker uses.
  private static func classifier(_ lexicon: LexiconFiles) -> Classifier {
    let model = lexicon.model.flatMap { NGramModel(version: $0.version, labels: $0.labels, weights: $0.weights) }
    return Classifier(lexicon: lexicon.lexicon(), model: model)
  }

  /// What must be the same for a scan to go on: whatever changes a line of the output.
  private func openFile(_ path: String) throws -> ScanOutputFile {
    let settings = [
      "list of inputs": PostInputs(command.files).files.map(\.name).joined(separator: " "),
      "format": command.format.rawValue,
      "text field": command.textField ?? "", "id field": command.idField ?? "", "time field": command.timeField ?? "",
      "output": command.output.rawValue, "choice of --only": command.only.rawValue,
      "lexicon": lexicon.versions.lexicon, "model": lexicon.versions.model ?? "",
    ]
    return try ScanOutputFile(path: path, settings: settings, resuming: command.resume)
  }

  private func report(_ result: Scan.Result) throws {
    let report = ScanReport(
      result,
      categories: lexicon.categories,
      versions: lexicon.versions,
      language: command.language.language,
      isSample: command.sample != nil
    )
    switch command.output {
    case .summary: try write(report.text)
    case .html: try write(report.html)
    case .ndjson, .csv, .flat: if result.wasStopped { StandardError.print(report.text) }
    }
  }

  private func write(_ text: String) throws {
    guard let path = command.to else { return try StandardOutput.write(Array(text.utf8)) }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure("\(path): cannot be written: \(error.localizedDescription)")
    }
  }

  private func exitCode(_ result: Scan.Result) -> ExitCode? {
    if result.wasStopped, let code = signals.exitCode { return ExitCode(code) }
    if result.failedInputs > 0 || (command.strict && result.tally.unreadable > 0) { return ExitCodes.usage }
    let isFound = command.failOn.map { line in
      Verdict.Decision.allCases.contains { $0 >= line && result.tally[$0] > 0 }
    }
    return isFound == true ? ExitCodes.found : nil
  }
}
