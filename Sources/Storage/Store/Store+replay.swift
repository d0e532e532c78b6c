import Campaigns
import Foundation
import GRDB

extension Store {
  /// Plays stored verdicts to an engine of its own, as if `campaigns` had been watching; the store stays as it is.
  ///
  /// Verdicts older than the retention are gone, and a wave keeps the id it got then.
  ///
  /// - Parameters:
  ///   - campaigns: the campaigns to try.
  ///   - period: when the entries were judged.
  ///   - step: seconds between ticks of the engine's clock.
  /// - Returns: What the engine would have done, and when.
  public func replay(
    _ campaigns: [Campaign],
    over period: ClosedRange<Date>,
    step: TimeInterval = 30
  ) async throws(StorageError) -> [(at: Date, action: AlertAction)] {
    let (seen, brands) = try await read { db in
      (
        try SeenEntryReader(
          db: db,
          start: period.lowerBound,
          includesClean: CampaignEngine.needsCleanEntries(campaigns)
        ).entries().filter { $0.seenAt <= period.upperBound },
        try Self.brands(in: db).filter { $0.firstSeen < period.lowerBound }
      )
    }
    var engine = CampaignEngine(campaigns: campaigns, openAlerts: [], recent: [], brands: brands)
    var actions: [(at: Date, action: AlertAction)] = []
    var next = seen.startIndex
    var now = period.lowerBound
    while now < period.upperBound {
      now = min(now + step, period.upperBound)
      while next < seen.endIndex, seen[next].seenAt <= now {
        let time = seen[next].seenAt
        let end = seen[next...].firstIndex { $0.seenAt != time } ?? seen.endIndex
        actions += engine.judged(seen[next..<end].map(\.entry), now: time).map { (time, $0) }
        next = end
      }
      actions += engine.tick(now: now).map { (now, $0) }
    }
    return actions
  }
}
