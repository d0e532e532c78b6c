import Campaigns
import Foundation
import LexiconFiles
import LocatedYAML
import Storage
import Transfers

extension WatchConfiguration {
  /// Reads the configuration at `path`. Relative paths in it count from its directory.
  ///
  /// - Parameters:
  ///   - path: the configuration's file.
  ///   - lexicons: gives the lexicon's directory from the one the configuration names, if any.
  /// - Throws: `ConfigurationError` with every problem found in the configuration and the lexicon.
  public init(path: String, lexicons: @escaping (String?) -> String) throws(ConfigurationError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      let problem = YAMLProblem(
        file: path,
        location: YAMLLocation(line: 1, column: 1),
        message: "cannot be read; check the path and its permissions"
      )
      throw ConfigurationError(problems: [problem])
    }
    let document = YAMLDocument(data, file: path)
    var reader = ConfigurationReader(document, lexicons: lexicons)
    let configuration = reader.read()
    let problems = document.problems + reader.otherProblems
    guard problems.isEmpty, let configuration else {
      throw ConfigurationError(
        problems: problems.sorted { ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column) }
      )
    }
    self = configuration
  }
}

/// Reads a configuration document and collects problems.
struct ConfigurationReader {
  let root: YAMLMap
  let directory: URL
  private let lexicons: (String?) -> String
  /// What is wrong in files that the configuration names: lexicons and templates.
  var otherProblems: [YAMLProblem] = []

  init(_ document: YAMLDocument, lexicons: @escaping (String?) -> String) {
    root = document.root
    directory = URL(fileURLWithPath: document.file).deletingLastPathComponent()
    self.lexicons = lexicons
  }

  mutating func read() -> WatchConfiguration? {
    let data = root.optionalText("data_dir").map { path($0.value) }
    let lexicon = readLexicon()
    let transfers = readTransfers()
    let externalURL = readExternalURL()
    let sources = readSources()
    let campaigns = readCampaigns(lexicon?.categories ?? [], sources: sources)
    let receivers = readReceivers()
    let briefs = readBriefs(receivers)
    let retention = readRetention()
    let dashboard = readDashboard()
    root.rejectUnknownKeys()
    guard let lexicon else { return nil }
    return WatchConfiguration(
      dataDirectory: data ?? ProcessInfo.processInfo.environment["STATE_DIRECTORY"] ?? path("ronda-data"),
      lexicon: lexicon,
      transfers: transfers,
      externalURL: externalURL ?? "http://" + (dashboard?.listen.description ?? "127.0.0.1"),
      sources: sources,
      campaigns: campaigns,
      receivers: receivers,
      briefs: briefs,
      retention: retention,
      dashboard: dashboard
    )
  }

  /// A path of the configuration; a relative one counts from the configuration's directory.
  func path(_ text: String) -> String {
    URL(fileURLWithPath: text, relativeTo: directory).standardizedFileURL.path
  }

  private mutating func readLexicon() -> LexiconFiles? {
    let map = root.map("lexicon")
    let named = map?.optionalText("directory").map { path($0.value) }
    let overrides = map?.texts("overrides").map { path($0.value) } ?? []
    map?.rejectUnknownKeys()
    do throws(LexiconError) {
      return try LexiconFiles(directory: lexicons(named), overrides: overrides)
    } catch {
      otherProblems += error.problems
      return nil
    }
  }

  /// Without the slash at its end, since paths are put behind it.
  private func readExternalURL() -> String? {
    guard let url = root.optionalText("external_url")?.value else { return nil }
    checkAddress(url, root, at: "external_url")
    return url.hasSuffix("/") ? String(url.dropLast()) : url
  }

  /// Seconds of rest between two requests to one host.
  private static let usualSpacing = 1.0

  private func readTransfers() -> TransferConfiguration {
    let map = root.map("network")
    let contact = root.text("contact")?.value ?? ""
    if root.contains("contact"), contact.isEmpty {
      root.report(
        "`contact` must name a web page or mail address that owners of polled sites can turn to",
        at: "contact"
      )
    }
    let blocks = (map?.texts("allow_private") ?? []).compactMap { text -> AddressBlock? in
      let block = AddressBlock(text.value)
      if block == nil { map?.report("`\(text.value)` is no network such as 127.0.0.1/32", at: text.location) }
      return block
    }
    let configuration = TransferConfiguration(
      contact: contact,
      allowedPrivateNetworks: blocks,
      proxy: map?.optionalText("proxy")?.value,
      certificateFile: map?.optionalText("ca_file").map { path($0.value) },
      hostSpacing: .seconds(map?.seconds("host_spacing") ?? Self.usualSpacing)
    )
    map?.rejectUnknownKeys()
    return configuration
  }

  private func readRetention() -> Retention {
    var retention = Retention()
    guard let map = root.map("retention") else { return retention }
    retention.texts = map.seconds("texts") ?? retention.texts
    retention.verdicts = map.seconds("verdicts") ?? retention.verdicts
    map.rejectUnknownKeys()
    return retention
  }
}
