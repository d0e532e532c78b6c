import Campaigns
import Foundation
import Notifications
import Testing

@testable import Watch

@Suite("The daemon's configuration")
struct ConfigurationTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  private let folder = FileManager.default.temporaryDirectory.appending(path: "ronda-config-\(UUID().uuidString)")

  private func load(_ yaml: String) throws -> WatchConfiguration {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "ronda.yaml").path
    try yaml.write(toFile: path, atomically: true, encoding: .utf8)
    return try WatchConfiguration(path: path) { $0 ?? Self.root + "/lexicons" }
  }

  /// The problems as `line: message`.
  private func problems(_ yaml: String) throws -> [String] {
    do {
      _ = try load(yaml)
      return []
    } catch let error as ConfigurationError {
      return error.problems.map { "\($0.location.line): \($0.message)" }
    }
  }

  private let minimal = """
    contact: https://desk.example/ronda
    sources:
      - {id: a, url: https://a.example/feed}
    """

  @Test("a campaign takes what it does not say from its category's lexicon file")
  func defaults() throws {
    let configuration = try load(minimal + "\ncampaigns: [{name: judi, categories: [gambling]}]\n")
    let campaign = try #require(configuration.campaigns.first)
    #expect(campaign.response.message.id.contains("Judi daring"))
    #expect(campaign.response.message.en.contains("gambling"))
    #expect(campaign.response.pillar == "safety")
    #expect(campaign.response.reportWithin == 86_400)
    #expect(campaign.trigger == .count(posts: 1, decision: .harmful, window: 3600))
    #expect(configuration.sources.first?.interval == 3600)
  }

  @Test("a lexicon that is not there is one problem, not one of every campaign too")
  func noLexicon() throws {
    let lost = minimal + "\nlexicon: {directory: nowhere}\ncampaigns: [{name: judi, categories: [gambling]}]\n"
    let found = try problems(lost)
    #expect(found.count == 1 && found[0].contains("no such directory"), "\(found)")
  }

  @Test("alerts link to the dashboard unless an address is named")
  func externalURL() throws {
    let dashboard = "\ndashboard: {listen: \"127.0.0.1:9090\"}\n"
    #expect(try load(minimal).externalURL == "http://127.0.0.1")
    #expect(try load(minimal + "\nexternal_url: https://ronda.example/\n").externalURL == "https://ronda.example")
    for wrong in ["ronda.example", "javascript:alert(1)"] {
      #expect(
        try problems(minimal + "\nexternal_url: \"\(wrong)\"\n") == [
          "4: `external_url` must begin with https:// or http://"
        ]
      )
    }
    #expect(try load(minimal + dashboard).externalURL == "http://127.0.0.1:9090")
    #expect(
      try load(minimal + dashboard + "external_url: https://ronda.example\n").externalURL == "https://ronda.example"
    )
  }

  @Test("a source is a feed unless its type says otherwise")
  func types() throws {
    let page =
      "\n  - {id: b, type: page, url: https://b.example}\n  - {id: c, type: sitemap, url: https://c.example/s.xml}\n"
    #expect(try load(minimal + page).sources.map(\.kind) == [.feed, .page, .sitemap])
    #expect(
      try load(minimal + "\n  - {id: b, url: https://b.example, max_interval: 2h}\n").sources[1].longestInterval == 7200
    )
    #expect(
      try problems(minimal + "\n  - {id: b, type: halaman, url: https://b.example}\n").first?.contains("page") == true
    )
  }

  @Test("a JSON source is a preset or an address with pointers; keys are files")
  func interfaces() throws {
    let good = [
      "preset: reddit, with: {subreddit: indonesia}",
      "preset: mastodon_tag, with: {tag: berau}, api: https://m.example/",
      "preset: bluesky_search, with: {query: slot gacor}, pages: 5",
      "preset: youtube_comments, with: {video: x}, key_file: k",
      "preset: youtube_channel, with: {channel: x}, key_file: k",
      "url: 'https://a.example/x?p={page}&k={key}', items: /d, fields: {text: /t, html: true}, key_file: k",
      "url: 'https://a.example/x?c={cursor}', items: '', fields: {title: /t}, next_item: /id",
    ]
    for text in good {
      let source = try #require(try load(minimal + "\n  - {id: j, type: json, \(text)}\n").sources.last)
      guard case .json = source.kind else { return #expect(Bool(false), "\(text)") }
    }
    #expect(try load(minimal + "\n  - {id: j, type: json, \(good[2])}\n").sources[1].url.contains("q=slot%20gacor&"))
    let bad = [
      ("preset: facebook", "no preset"), ("preset: reddit", "with: {subreddit: …}"),
      ("preset: youtube_comments, with: {video: x}", "needs a `key_file`"),
      ("preset: reddit, with: {subreddit: x}, items: /a", "the preset's own"),
      ("url: https://a.example, fields: {text: /t}", "`items` is missing"),
      ("url: https://a.example, items: d, fields: {text: /t}", "JSON pointer"),
      ("url: https://a.example, items: /d, fields: {id: /t}", "nothing to judge"),
      ("url: 'https://a.example/{tag}', items: /d, fields: {text: /t}", "`{tag}` has no value"),
      ("url: 'https://a.example/{key}', items: /d, fields: {text: /t}", "`key_file`"),
      ("url: https://a.example, items: /d, fields: {text: /t}, key_file: k", "nothing uses the key"),
      ("url: 'https://a.example/{cursor}', items: /d, fields: {text: /t}", "`next`"),
      ("url: https://a.example, items: /d, fields: {text: /t}, key_header: X", "header field"),
      ("url: ftp://a.example, items: /d, fields: {text: /t}", "https://"),
      ("items: /d, fields: {text: /t, by: /x}", "unknown key `by`"),
    ]
    for (text, part) in bad {
      let found = try problems(minimal + "\n  - {id: j, type: json, \(text)}\n")
      #expect(found.contains { $0.hasPrefix("4: ") && $0.contains(part) }, "\(text): \(part) in \(found)")
    }
    let interval = try problems(minimal + "\n  - {id: b, url: https://b.example, max_interval: 5m}\n")
    #expect(interval.contains { $0.contains("shorter than `interval`") })
  }

  @Test("every kind of trigger, with what it leaves out")
  func triggers() throws {
    let kinds: [(String, Trigger.Kind)] = [
      ("{kind: share, share: 0.25}", .share(0.25)), ("{kind: new_brand}", .newBrand),
      ("{kind: spike, window: 6h}", .spike(baseline: 7 * 86_400, falseAlarms: 0.001)),
      ("{kind: reappeared, quiet: 14d}", .reappeared(quiet: 14 * 86_400)),
      ("{kind: escalating, factor: 1.5}", .escalating(factor: 1.5)),
    ]
    for (text, kind) in kinds {
      let yaml = minimal + "\ncampaigns: [{name: judi, categories: [gambling], trigger: \(text)}]\n"
      #expect(try load(yaml).campaigns.first?.trigger.kind == kind)
    }
    let bad: [(String, String)] = [
      ("{kind: spik}", "no kind"), ("{kind: spike, baseline: 1h}", "three times"),
      ("{kind: share, share: 3}", "from 0.001"),
      ("{kind: reappeared, window: 2d}", "a day or less"), ("{kind: count, share: 0.5}", "unknown key"),
      ("{kind: new_brand, decision: review}", "harmful posts only"),
    ]
    for (text, part) in bad {
      let yaml = minimal + "\ncampaigns: [{name: judi, categories: [gambling], trigger: \(text)}]\n"
      #expect(try problems(yaml).contains { $0.hasPrefix("4: ") && $0.contains(part) }, "\(text): \(part)")
    }
  }

  @Test("every type of receiver; what one needs is asked for")
  func receivers() throws {
    let types = [
      "type: alertmanager, url: http://127.0.0.1:9093", "type: telegram, token_file: t, chat: '-100', language: en",
      "type: slack, url_file: u", "type: mattermost, url_file: u", "type: discord, url_file: u",
      "type: apprise, url_file: u, rate_limit: 20/minute", "type: file, path: p", "type: atom, path: p, entries: 20",
      "type: mail, server: 'smtps://mail.example', from: a@x, to: [b@x, c@x], user_file: u, password_file: p",
      "type: mail, server: 'smtp://127.0.0.1:25', security: none, from: a@x, to: b@x",
      "type: webhook, url: https://x.example, secret_file: s",
    ]
    for type in types {
      #expect(try load(minimal + "\nreceivers: [{name: r, \(type)}]\n").receivers.count == 1)
    }
    #expect(try problems(minimal + "\nreceivers: [{name: r, type: slack}]\n").contains("4: `url_file` is missing"))
    let wrong = minimal + "\nreceivers: [{name: r, type: slack, url_file: u, language: jv}]\n"
    #expect(try problems(wrong).contains { $0.hasPrefix("4: ") && $0.contains("no language") })
  }

  @Test("what is wrong with mail, rates, briefs, templates and withheld categories is said with its line")
  func desk() throws {
    let bad: [(String, String)] = [
      (
        "receivers: [{name: r, type: mail, server: 'smtp://m.example', security: none, from: a@x, to: b@x}]", "loopback"
      ),
      ("receivers: [{name: r, type: mail, server: 'smtps://u:p@m.example', from: a@x, to: b@x}]", "in files"),
      ("receivers: [{name: r, type: mail, server: 'smtps://m.example', from: a@x, to: [b]}]", "`b` is no address"),
      ("receivers: [{name: r, type: mail, server: 'smtps://m.example', from: a@x}]", "`to` is missing"),
      ("receivers: [{name: r, type: mail, server: 'smtps://m.example', from: a@x, to: b@x, user_file: u}]", "together"),
      ("receivers: [{name: r, type: file, path: p, rate_limit: 20}]", "20/minute"),
      ("receivers: [{name: r, type: file, path: p, template: t}]", "unknown key"),
      ("receivers: [{name: r, type: slack, url_file: u, template: none.mustache}]", "can't be read"),
      ("briefs: [{name: b}]", "`receivers` is missing"), ("briefs: [{name: b, receivers: [x]}]", "no receiver `x`"),
      ("briefs: [{name: b, receivers: [x], weekday: someday}]", "no weekday"),
      ("briefs: [{name: b, receivers: [x], at: '25:00'}]", "time of day"),
      ("briefs: [{name: b, receivers: [x], time_zone: Mars}]", "Asia/Makassar"),
      ("campaigns: [{name: c, categories: [self_harm]}]", "support route"),
    ]
    for (text, part) in bad {
      let found = try problems(minimal + "\n" + text + "\n")
      #expect(
        found.contains { $0.contains(part) && ($0.hasPrefix("4: ") || part == "can't be read") },
        "\(part): \(found)"
      )
    }
    let alertmanager =
      "receivers: [{name: x, type: alertmanager, url: 'http://127.0.0.1'}]\nbriefs: [{name: b, receivers: [x]}]"
    #expect(
      try problems(minimal + "\n" + alertmanager).contains { $0.hasPrefix("5: ") && $0.contains("takes no briefs") }
    )
  }

  @Test("a bad template is named with its own file, line and column")
  func template() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "pesan.mustache")
    try "{{title}}\n{{#waves}}{{lin}}{{/waves}}\n".write(to: file, atomically: true, encoding: .utf8)
    do {
      _ = try load(minimal + "\nreceivers: [{name: r, type: slack, url_file: u, template: pesan.mustache}]\n")
      Issue.record("it was taken")
    } catch let error as ConfigurationError {
      #expect(error.description.hasPrefix("\(file.path):2:11: no notice has `lin`"), "\(error)")
    }
  }

  @Test("a campaign without categories is about all but those that are never broadcast or only looked at")
  func withheld() throws {
    let campaign = try #require(
      try load(minimal + "\ncampaigns: [{name: semua, message: {id: a, en: b}}]\n").campaigns.first
    )
    #expect(campaign.categories.isSuperset(of: ["gambling", "illegal_loan"]))
    #expect(campaign.categories.isDisjoint(with: ["self_harm", "child_exploitation", "hate_sara", "hoax_pattern"]))
    #expect(campaign.reportLimits["gambling"] == 86_400)
  }

  @Test("paths count from the configuration's directory")
  func paths() throws {
    let configuration = try load(minimal + "\ndata_dir: data\n")
    #expect(configuration.dataDirectory == folder.appending(path: "data").path)
  }

  @Test("all problems are listed, each with its line")
  func allProblems() throws {
    let yaml = """
      contact: https://desk.example
      sorces: []
      sources:
        - {id: a, url: ftp://a.example/feed}
        - {id: a, url: https://b.example/feed, interval: soon, role: pers}
      campaigns:
        - {name: x, categories: [gamblin], group_by: [colour], trigger: {posts: 0, decision: bad}}
        - {name: x, message: {id: halo, en: hello}}
      receivers:
        - {name: r, type: pigeon}
      network: {allow_private: [everything]}
      """
    let found = try problems(yaml)
    for (line, part) in [
      (2, "did you mean `sources`"), (4, "https:// or http://"), (5, "already on line 4"), (5, "duration"),
      (5, "no role"),
      (7, "no category `gamblin`"), (7, "no label"), (7, "from 1 to"), (7, "no decision"), (8, "already on line 7"),
      (10, "no receiver"), (11, "no network"),
    ] {
      #expect(found.contains { $0.hasPrefix("\(line): ") && $0.contains(part) }, "line \(line): \(part) in \(found)")
    }
  }

  @Test(
    "no sources, no contact, no YAML, no file",
    arguments: [
      ("contact: https://x.example\nsources: []\n", "at least one feed"),
      ("sources: [{id: a, url: https://a}]\n", "`contact` is missing"),
      ("contact: [\n", "not valid YAML"), ("\tcontact: x\n", "tabs"), ("", "empty"),
    ]
  )
  func unusable(yaml: String, message: String) throws {
    #expect(try problems(yaml).contains { $0.contains(message) })
  }
}

extension ConfigurationTests {
  @Test("of a source with a misspelt key that key is named, not the others, and nothing twice")
  func misspelt() throws {
    let source = "{id: a, ulr: \"https://a.example\", region: X, role: press, interval: soon}"
    let found = try problems("contact: x\nsources:\n  - \(source)\n")
    #expect(found.count == 3, "\(found)")
    for part in ["did you mean `url`", "`url` is missing", "`interval` must be"] {
      #expect(found.count { $0.contains(part) } == 1, "\(part) in \(found)")
    }
  }

  @Test("what Windows puts before a file is none of it; another encoding is named with its line")
  func encodings() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "ronda.yaml")
    func load(_ bytes: [UInt8]) throws -> WatchConfiguration {
      try Data(bytes).write(to: file)
      return try WatchConfiguration(path: file.path) { $0 ?? Self.root + "/lexicons" }
    }
    let text = minimal.replacing("\n", with: "\r\n")
    #expect(try load([0xEF, 0xBB, 0xBF] + text.utf8).sources.count == 1)
    let error = #expect(throws: ConfigurationError.self) {
      try load(Array("# Ronda\n# caf".utf8) + [0xE9, 0x0A] + minimal.utf8)
    }
    #expect(error?.description == "\(file.path):2:1: not UTF-8; save the file as UTF-8")
  }

  @Test("the example for a desk has no problems")
  func example() throws {
    let configuration = try WatchConfiguration(path: Self.root + "/Examples/desk/ronda.yaml") {
      $0 ?? Self.root + "/lexicons"
    }
    #expect(configuration.receivers.count == 4 && configuration.briefs.count == 2)
    #expect(configuration.receivers.first?.rateLimit == RateLimit(messages: 60, per: 3600))
  }
}
