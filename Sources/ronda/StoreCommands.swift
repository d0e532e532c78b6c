import ArgumentParser
import Campaigns
import Foundation
import Storage
import Watch

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the watch's store and its key while the watch runs.",
    discussion: """
      Example:
        ronda backup /backup/ronda-$(date +%F).sqlite
      """
  )
  @OptionGroup var store: StoreOptions
  @Argument(help: "Where to; the key lies beside it as FILE.key.") var file: String

  func run() throws {
    let opened = try store.open()
    do throws(StorageError) {
      try opened.backup(to: file)
    } catch {
      throw Failure("\(error)")
    }
  }
}

struct PrivacyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "privacy",
    abstract: "Delete what need not be kept; change the key of the pseudonyms.",
    subcommands: [Purge.self, Key.self]
  )

  struct Purge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "purge",
      abstract: "Delete texts and verdicts older than the configuration's retention, or than told.",
      discussion: """
        `ronda watch` does so every hour by itself.

        Example:
          ronda privacy purge --texts 1d --verdicts 30d
        """
    )
    @OptionGroup var store: StoreOptions
    @Option(help: "Delete texts older than this, such as 1d.") var texts: String?
    @Option(help: "Delete verdicts, links and pseudonyms older than this, such as 30d.") var verdicts: String?

    func run() async throws {
      var retention = try ConfigurationFile.load(store.config).retention
      retention.texts = try seconds(texts) ?? retention.texts
      retention.verdicts = try seconds(verdicts) ?? retention.verdicts
      try await store.open().purge(retention, now: Date())
    }

    private func seconds(_ text: String?) throws -> Double? {
      try text.map { text in
        guard let seconds = DurationText.seconds(text) else {
          throw Failure("`\(text)` is no duration; write 1d or 12h")
        }
        return seconds
      }
    }
  }
}

extension PrivacyCommand {
  struct Key: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "key",
      abstract: "The key that pseudonyms are made with.",
      subcommands: [Rotate.self]
    )
  }

  struct Rotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rotate",
      abstract: "Make a new key, so that old pseudonyms and digests mean nothing any more.",
      discussion: """
        Authors' pseudonyms end; digests of names and addresses are made anew; digests of numbers are put out of use.
        Works beside a running `ronda watch`. Old backups still hold the old key: delete them.

        Example:
          ronda privacy key rotate
        """
    )
    @OptionGroup var store: StoreOptions

    func run() async throws {
      let opened = try store.open()
      do throws(StorageError) {
        let done = try await opened.rotateKey()
        print("ended=\(done.ended) renewed=\(done.renewed) retired=\(done.retired)")
      } catch {
        throw Failure("\(error)")
      }
    }
  }
}

/// `ronda watch --replay`: what campaigns would have done.
struct Replay {
  let period: ClosedRange<Date>

  /// Reads `FROM..TO`, two dates or times in UTC; nil when the text is none.
  init?(_ text: String) {
    guard let dots = text.firstRange(of: "..") else { return nil }
    let ends = [text[..<dots.lowerBound], text[dots.upperBound...]].compactMap { end -> Date? in
      let full = end.contains("T") ? String(end) : "\(end)T00:00:00Z"
      return try? Date(full, strategy: .iso8601)
    }
    guard ends.count == 2, ends[0] < ends[1] else { return nil }
    period = ends[0]...ends[1]
  }

  /// Prints one line for each thing a receiver would have heard.
  func run(_ store: Store, _ campaigns: [Campaign]) async throws {
    for (time, action) in try await store.replay(campaigns, over: period) {
      guard case .notify(let alert, let notice) = action else { continue }
      print(
        time.iso,
        notice.rawValue,
        alert.campaign,
        alert.groupKey,
        "posts=\(alert.posts)",
        "sources=\(alert.sources.count)"
      )
    }
  }
}
