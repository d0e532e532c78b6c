import Feeds
import Foundation
import Transfers

/// What one look at a source brought.
public struct SourceLook: Sendable {
  /// What was seen.
  public var feed: Feed
  /// Why nothing, or not all, was seen; nil when all went well.
  public var problem: String?
}

/// Why there is no such source.
public struct PresetProblem: Error, Sendable, CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String
}

extension WatchedSource {
  /// Reads the source once, as the watch would at its first poll, with all pages and parts; stores nothing.
  ///
  /// - Parameter network: how the network is used.
  /// - Throws: `TransferError` when the network can't be used so, `SecretError` when the source's key can't be read.
  public func look(network: TransferConfiguration) async throws -> SourceLook {
    var key: String?
    if case .json(let interface) = kind { key = try interface.keyFile.map(ReceiverFactory.secret) }
    let transfers = try TransferEngine(configuration: network)
    let response: TransferResponse
    do throws(TransferError) {
      response = try await transfers.send(firstRequest(adopted: nil, key: key))
    } catch {
      return SourceLook(feed: Feed(), problem: "\(error)")
    }
    let now = Date()
    if let blindness = Blindness(response, now: now) { return SourceLook(feed: Feed(), problem: blindness.message) }
    let reader = SourceReader(transfers: transfers, source: self, key: key, lastRead: nil, now: now)
    let reading = await reader.read(response)
    return SourceLook(feed: reading.feed, problem: reading.shortfall?.message)
  }

  /// A JSON interface by its preset, as `preset` in the configuration names it.
  ///
  /// - Parameters:
  ///   - name: the preset's name.
  ///   - values: what the preset asks for, such as `tag`.
  ///   - api: where the interface lives, if not at its usual place.
  ///   - keyFile: the file with its key.
  /// - Throws: `PresetProblem` when there is no such preset, or it needs more.
  public init(
    preset name: String,
    values: [String: String],
    api: String? = nil,
    keyFile: String? = nil
  ) throws(PresetProblem) {
    guard let preset = JSONPreset.all[name] else { throw PresetProblem(description: JSONPreset.unknown(name)) }
    let missing = preset.missing(in: values)
    guard missing.isEmpty else {
      throw PresetProblem(description: "preset `\(name)` needs " + missing.map { "`\($0)`" }.joined(separator: ", "))
    }
    guard !preset.needsKey || keyFile != nil else {
      throw PresetProblem(description: "preset `\(name)` needs a file with its key")
    }
    let interface = preset.interface(api: api, values: values, pages: JSONInterface.usualPages, keyFile: keyFile)
    self.init(id: name, url: interface.template, kind: .json(interface), role: "", region: "", interval: 0)
  }
}
