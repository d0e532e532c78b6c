import Campaigns
import Foundation
import GRDB
import Synchronization

/// The store and the campaign engine as one: what the engine says and what the store holds never differ.
///
/// Commits run one after the other, whoever calls; the engine steps on only when its transaction is on the disk.
///
/// ```swift
/// let ledger = try await Ledger(store: store, campaigns: campaigns, routing: routing, now: Date())
/// let commit = try await ledger.commit(Batch(posts: posts, source: state), now: Date())
/// ```
public final class Ledger: Sendable {
  private struct State {
    var engine: CampaignEngine
    var routing: Routing
  }

  private let store: Store
  /// Changed only on the store's writer, between transactions.
  private let state: Mutex<State>

  /// Creates the ledger that goes on where `store` stands. A store must have one ledger only.
  public init(store: Store, campaigns: [Campaign], routing: Routing, now: Date) async throws(StorageError) {
    self.store = store
    let engine = try await store.read { db in try Self.engine(in: db, campaigns: campaigns, now: now) }
    state = Mutex(State(engine: engine, routing: routing))
  }

  /// Goes on with other campaigns and receivers. Alerts of campaigns that are gone end with the next commit.
  public func reload(campaigns: [Campaign], routing: Routing, now: Date) async throws(StorageError) {
    _ = try await store.write { db in
      State(engine: try Self.engine(in: db, campaigns: campaigns, now: now), routing: routing)
    } then: { state in
      self.state.withLock { $0 = state }
    }
  }

  /// Writes judged posts and all that follows from them in one transaction: the posts and verdicts not seen before, the
  /// alerts the engine makes of them and of the time that passed, the links between both, a message for each receiver,
  /// and the source's state.
  ///
  /// Posts judged before are left out before the engine counts them. When the commit fails, nothing happened.
  /// An empty batch lets time pass; call it every few seconds.
  @discardableResult
  public func commit(_ batch: Batch, now: Date) async throws(StorageError) -> Commit {
    try await commit([batch], now: now)
  }

  /// The same for several polls at once: one wait for the disk instead of many.
  @discardableResult
  public func commit(_ batches: [Batch], now: Date) async throws(StorageError) -> Commit {
    let pseudonyms = store.keys.current
    let posts = batches.flatMap(\.posts)
    let keyed = posts.map { PostRow($0, pseudonyms: pseudonyms) }
    let sources = batches.compactMap { batch in batch.source.map { (state: $0, storedNotes: batch.storedNotes) } }
    let (commit, _) = try await store.write { db in
      // Somebody may have rotated the key since.
      let valid = try self.store.keys.valid(in: db)
      let rows = valid.id == pseudonyms.id ? keyed : posts.map { PostRow($0, pseudonyms: valid) }
      var next = self.state.withLock { $0 }
      let commit = try self.write(rows, sources, stepping: &next, in: db, now: now)
      return (commit, next)
    } then: { _, next in
      self.state.withLock { $0 = next }
    }
    return commit
  }

  private func write(
    _ rows: [PostRow],
    _ sources: [(state: SourceState, storedNotes: SourceNotes?)],
    stepping next: inout State,
    in db: Database,
    now: Date
  ) throws -> Commit {
    let fresh = try PostWriter(db: db, now: now).insertNew(rows)
    for source in sources { try Store.upsert(source.state, storedNotes: source.storedNotes, in: db) }
    let actions = try Self.step(&next.engine, fresh.map(\.entry), in: db, now: now)
    let alerts = AlertWriter(db: db, routing: next.routing, now: now)
    for action in actions { try alerts.write(action) }
    return Commit(newEntries: fresh.map(\.entry.key), actions: actions)
  }

  /// Lets the engine see the desk's orders and the entries, and writes what it learnt of waves and brands.
  private static func step(
    _ engine: inout CampaignEngine,
    _ entries: [JudgedEntry],
    in db: Database,
    now: Date
  ) throws -> [AlertAction] {
    engine.silences = try Store.silences(in: db, now: now)
    var actions: [AlertAction] = []
    for order in try Store.takeOrders(in: db) {
      switch order {
      case .acknowledge(let alert, let by, let note):
        actions += engine.acknowledge(alert, Acknowledgement(by: by, at: now, note: note))
      case .resolve(let alert, _): actions += engine.resolve(alert, now: now)
      }
    }
    let joined = engine.joinWaves(entries, now: now)
    for entry in joined { try PostWriter(db: db, now: now).setWave(of: entry) }
    actions += engine.judged(joined, now: now)
    for brand in engine.takeChangedBrands() { try Store.upsert(brand, in: db) }
    return actions
  }

  private static func engine(in db: Database, campaigns: [Campaign], now: Date) throws -> CampaignEngine {
    CampaignEngine(
      campaigns: campaigns,
      openAlerts: try Store.openAlerts(in: db),
      recent: try SeenEntryReader(
        db: db,
        start: now - CampaignEngine.longestMemory(of: campaigns),
        includesClean: CampaignEngine.needsCleanEntries(campaigns)
      ).entries(),
      brands: try Store.brands(in: db),
      ended: try Store.ended(in: db, since: now - CampaignEngine.flapMemory),
      watchedSince: try Int64.fetchOne(db, sql: "SELECT MIN(seen_at) FROM entries").map(Date.init(milliseconds:))
    )
  }
}
