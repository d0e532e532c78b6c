import ArgumentParser
import Campaigns
import Foundation
import Storage
import Watch

struct AlertsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts",
    abstract: "List and show alerts, take charge of them, end them, silence them.",
    discussion: """
      Works beside a running `ronda watch`, which takes up what is asked within a second or two.

      Examples:
        ronda alerts list
        ronda alerts show 3f2a…
        ronda alerts ack 3f2a… --by Ani --note "sudah dilaporkan"
        ronda alerts silence campaign=judi-daring region=Berau --for 2h \\
          --by Ani --comment "latihan"
      """,
    subcommands: [
      List.self, Show.self, Acknowledge.self, Resolve.self, History.self, SilenceCommand.self, Silences.self,
      Unsilence.self,
    ]
  )

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "The latest alerts, newest first.",
      discussion: """
        Example:
          ronda alerts list --state firing --config ronda.yaml
        """
    )
    @OptionGroup var store: StoreOptions
    @Option(help: "Only of one state: firing, acknowledged, resolved.")
    var state: Alert.State?
    @Option(help: "How many at most.")
    var limit = 50

    func run() async throws {
      for alert in try await store.open().alerts(state: state, limit: limit) {
        let groups = alert.groupLabels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.printable)" }.joined(
          separator: " "
        )
        print(alert.id, alert.state, alert.campaign, groups, "posts=\(alert.posts)", "since=\(alert.startsAt.iso)")
        for wave in alert.tellingWaves.prefix(3) {
          print(
            "  wave posts=\(wave.posts) sources=\(wave.sources.count) since=\(wave.since.iso) “\(wave.template.printable)”"
          )
        }
      }
    }
  }

  struct Acknowledge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ack",
      abstract: "Take charge of an alert.",
      discussion: """
        Example:
          ronda alerts ack 3f2a… --by Ani --note "sudah dilaporkan"
        """
    )
    @OptionGroup var store: StoreOptions
    @Argument(help: "The alert's id, or enough of its beginning.") var alert: String
    @Option(help: "Your name.") var by: String
    @Option(help: "What others should know.") var note = ""

    func run() async throws {
      let opened = try store.open()
      let id = try await store.openAlert(in: opened, beginning: alert)
      try await opened.submit(.acknowledge(alert: id, by: by, note: note), now: Date())
    }
  }

  struct Resolve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "resolve",
      abstract: "End an alert by hand; further posts make a new one.",
      discussion: """
        Example:
          ronda alerts resolve 3f2a… --by Ani
        """
    )
    @OptionGroup var store: StoreOptions
    @Argument(help: "The alert's id, or enough of its beginning.") var alert: String
    @Option(help: "Your name.") var by: String

    func run() async throws {
      let opened = try store.open()
      try await opened.submit(
        .resolve(alert: try await store.openAlert(in: opened, beginning: alert), by: by),
        now: Date()
      )
    }
  }

  struct History: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "history",
      abstract: "What happened to an alert.",
      discussion: """
        Example:
          ronda alerts history 3f2a…
        """
    )
    @OptionGroup var store: StoreOptions
    @Argument(help: "The alert's id, or enough of its beginning.") var alert: String

    func run() async throws {
      let opened = try store.open()
      let id = try await store.alert(in: opened, beginning: alert).id
      for event in try await opened.history(of: id) { print(event.at.iso, event.event, event.detail) }
    }
  }

  struct SilenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "silence",
      abstract: "Hold back notices of some alerts for a while; what still fires then is told.",
      discussion: """
        Example:
          ronda alerts silence campaign=judi-daring region=Berau --for 2h \\
            --by Ani --comment "latihan"
        """
    )
    @OptionGroup var store: StoreOptions
    @Argument(help: "Conditions on labels, all of which must hold: campaign=judi, region!=Berau, site_name=~zeus.*")
    var matchers: [String]
    @Option(name: .customLong("for"), help: "How long, such as 30m, 2h or 7d.") var duration: String
    @Option(help: "Your name.") var by: String
    @Option(help: "Why.") var comment = ""

    func run() async throws {
      guard let seconds = DurationText.seconds(duration) else {
        throw Failure("`\(duration)` is no duration; write 30m, 2h or 7d")
      }
      let parsed = try matchers.map { text in
        guard let matcher = LabelMatcher(text) else {
          throw Failure("`\(text)` is no matcher; write label=value, label!=value, label=~pattern or label!~pattern")
        }
        return matcher
      }
      let now = Date()
      let silence = Silence(
        id: String(UInt32.random(in: .min ... .max), radix: 16),
        matchers: parsed,
        startsAt: now,
        endsAt: now + seconds,
        by: by,
        comment: comment
      )
      try await store.open().save(silence)
      print(silence.id)
    }
  }

  struct Silences: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "silences",
      abstract: "The silences that hold.",
      discussion: """
        Example:
          ronda alerts silences
        """
    )
    @OptionGroup var store: StoreOptions

    func run() async throws {
      for silence in try await store.open().silences(now: Date()) {
        let matchers = silence.matchers.map(\.description).joined(separator: " ")
        print(silence.id, matchers, "until=\(silence.endsAt.iso)", "by=\(silence.by)", silence.comment)
      }
    }
  }

  struct Unsilence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "unsilence",
      abstract: "End a silence now.",
      discussion: """
        Example:
          ronda alerts unsilence d6b11e9e
        """
    )
    @OptionGroup var store: StoreOptions
    @Argument(help: "The silence's id.") var silence: String

    func run() async throws {
      let opened = try store.open()
      let now = Date()
      guard var found = try await opened.silences(now: now).first(where: { $0.id == silence }) else {
        throw Failure("no silence `\(silence)`; `ronda alerts silences` lists them")
      }
      found.endsAt = now
      try await opened.save(found)
    }
  }
}

/// The store of a configuration.
struct StoreOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The watch's configuration.", valueName: "file"))
  var config = "ronda.yaml"

  /// Opens it; there must be one.
  func open() throws -> Store {
    let directory = try ConfigurationFile.load(config).dataDirectory
    let path = directory + "/ronda.sqlite"
    let files = FileManager.default
    guard files.fileExists(atPath: path) else {
      if files.fileExists(atPath: directory), !files.isExecutableFile(atPath: directory) {
        throw Failure("\(path): this user may not look there; ask as the user that runs `ronda watch`")
      }
      throw Failure("\(path): there is no store yet; start `ronda watch` first, or name its `data_dir` in \(config)")
    }
    do throws(StorageError) {
      return try Store(path: path)
    } catch {
      throw Failure("\(error)")
    }
  }

  /// The id of the one alert that is not over and whose id begins so.
  func openAlert(in store: Store, beginning prefix: String) async throws -> String {
    try await alert(in: store, beginning: prefix, openOnly: true).id
  }

  /// The one alert whose id begins so.
  func alert(in store: Store, beginning prefix: String, openOnly: Bool = false) async throws -> Alert {
    let found = try await store.alerts(limit: .max)
      .filter { $0.id.hasPrefix(prefix) && !(openOnly && $0.state == .resolved) }
    guard found.count == 1 else {
      let what = openOnly ? "open alerts" : "alerts"
      throw Failure("\(found.count) \(what) begin with `\(prefix)`; `ronda alerts list` lists them")
    }
    return found[0]
  }
}

extension Date {
  /// RFC 3339, whole seconds, UTC.
  var iso: String { formatted(.iso8601) }
}

extension Alert.State: ExpressibleByArgument {}
