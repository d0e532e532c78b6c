import ArgumentParser
import Foundation
import Localization
import Reports
import Watch

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "What circulated, what was done and what to say next, from a watch's store.",
    discussion: """
      Compares with the equally long time before. Works beside a running `ronda watch`, which sends such briefs by itself
      when `briefs` in its configuration say so.

      Examples:
        ronda report --since 7d
        ronda report --since 7d --format html --audience leadership > pekan.html
      """
  )

  /// The ways to print a report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, md, json
  }

  @OptionGroup var store: StoreOptions
  @Option(help: "How far back, such as 7d.") var since = "7d"
  @Option(help: "html: a page that prints well; md: Markdown; json: the figures.") var format = Format.md
  @Option(help: "desk: everything; leadership: extent, trend and next steps.") var audience = Brief.Audience.desk
  @Option(help: "id or en; Indonesian unless the environment says English.") var lang: Language?

  func run() async throws {
    guard let seconds = DurationText.seconds(since) else {
      throw Failure("`\(since)` is no duration; write 7d or 24h")
    }
    let now = Date()
    let desk = BriefDesk(store: try store.open(), configuration: try ConfigurationFile.load(store.config))
    let brief = try await desk.brief(for: audience, of: (now - seconds)..<now, now: now)
    let language = lang ?? Language(environment: ProcessInfo.processInfo.environment)
    let writer = BriefWriter(language, timeZone: .current)
    switch format {
    case .html: try StandardOutput.write(Array(writer.html(brief).utf8))
    case .md: try StandardOutput.write(Array(writer.markdown(brief).utf8))
    case .json: try StandardOutput.write(Array(try brief.json()) + [UInt8(ascii: "\n")])
    }
  }
}

extension Brief.Audience: ExpressibleByArgument {}
