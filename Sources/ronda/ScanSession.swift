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
      try refuseOwnInput()
      let file = command.output.isReport ? nil : try command.to.flatMap(openFile)
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
    var options = command.options
    options.outputFiles = outputFiles
    let scan = Scan(options, versions: lexicon.versions) { [lexicon, jobs = command.jobs] in
      jobs == 1 ? lexicon.classifier() : Self.classifier(lexicon)
    }
    return try scan.run(
      from: file?.start ?? ScanPosition(),
      Scan.Sink(
        write: { bytes in
          if let file { try file.write(bytes) } else { try StandardOutput.write(bytes) }
        },
        problem: { [bar] in bar.printAbove($0.printable) },
        progress: bar.show,
        position: { try file?.reached($0) },
        isStopped: signals.isStopped
      )
    )
  }

  /// The file that is written to, with the note beside it, as far as they are there.
  private var outputFiles: Set<FileIdentity> {
    guard let path = command.to else { return FileIdentity.standardOutput.map { [$0] } ?? [] }
    return Set([path, ScanOutputFile.notePath(path)].compactMap(FileIdentity.init(path:)))
  }

  /// A file can't be read while it is written anew.
  private func refuseOwnInput() throws {
    let outputs = outputFiles
    guard !outputs.isEmpty else { return }
    for input in PostInputs(command.files).files where !input.isFound && input.identity.map(outputs.contains) == true {
      throw Failure("\(input.name): is read and written in one scan; write to another file")
    }
  }

  /// A classifier of objects that no other worker uses.
  private static func classifier(_ lexicon: LexiconFiles) -> Classifier {
    let model = lexicon.model.flatMap { NGramModel(version: $0.version, labels: $0.labels, weights: $0.weights) }
    return Classifier(lexicon: lexicon.lexicon(), model: model)
  }

  /// The settings are what must be the same for a scan to go on: whatever changes a line of the output. A pipe or device
  /// can't go on later and takes the place of standard output.
  private func openFile(_ path: String) throws -> ScanOutputFile? {
    guard !OutputFile.isSpecial(path) else {
      try StandardOutput.redirect(to: path)
      return nil
    }
    let settings = [
      "list of inputs": PostInputs(command.files, leavingOut: outputFiles).files.map(\.name).joined(separator: " "),
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
    try OutputFile.write(text.utf8, to: path)
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
