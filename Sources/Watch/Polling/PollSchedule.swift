import DequeModule
import Foundation
import HeapModule

/// Who is polled next: the source that has been due longest, unless too many of its kin are being polled.
///
/// Kin are the sources of one host, of one registrable domain and of one address: a regency's sixty sites are often one
/// small machine. A source that has to wait for its kin stands aside and holds up nobody else; a host that asked for
/// patience is left alone with all its sources. Pure: it is told the time, and starts nothing itself. Sources are numbers.
struct PollSchedule {
  /// What a source shares with others.
  enum Kin: Hashable {
    case host(String)
    case domain(String)
    case address(String)
  }

  /// What to do with a source that is due.
  enum Turn: Equatable {
    /// Poll it; `finish` has to follow.
    case poll(Int)
    /// Its host is to be left alone until then. `add` has to follow.
    case putOff(Int, until: Date)
  }

  /// How many sources that share something are polled at once.
  struct Limits {
    var host = 1
    var domain = 4
    /// More, since large hosters serve thousands of sites at one address.
    var address = 16
  }

  private struct Due: Comparable {
    var date: Date
    var source: Int
    static func < (one: Due, other: Due) -> Bool { (one.date, one.source) < (other.date, other.source) }
  }

  /// Sources that share something, while any of them is polled.
  private struct Family {
    var polled = 0
    var aside = Deque<Int>()
  }

  private let limits: Limits
  private var due = Heap<Due>()
  /// Due, and called back from where they stood aside.
  private var ready = Deque<Int>()
  private var kin: [Int: [Kin]] = [:]
  /// What the polls that run were counted under.
  private var polled: [Int: [Kin]] = [:]
  private var families: [Kin: Family] = [:]
  private var pauses: [String: Date] = [:]
  /// The time it was told last.
  private var latest = Date.distantPast

  init(limits: Limits = Limits()) { self.limits = limits }

  /// Says what a source shares with others: its host, and its address where that is known.
  mutating func place(_ source: Int, host: String, address: String?) {
    let domain = RegistrableDomain.of(host)
    kin[source] = [.host(host)] + [domain.map(Kin.domain), address.map(Kin.address)].compactMap { $0 }
  }

  /// Puts a source in for that time.
  mutating func add(_ source: Int, due date: Date) { due.insert(Due(date: date, source: source)) }

  /// Leaves a host alone until then, or until later when that was asked before.
  mutating func pause(_ host: String, until date: Date) { pauses[host] = max(date, pauses[host] ?? date) }

  /// When the next source is due; nil when none is. Until then only `finish` and `add` make `next` give something.
  var nextDue: Date? { due.min?.date }

  /// The next thing to do at `now`; nil when there is none.
  mutating func next(now: Date) -> Turn? {
    if now < latest - Self.clockStep { setBack(by: latest.timeIntervalSince(now)) }
    latest = now
    while let source = ready.popFirst() ?? popDue(now) {
      let shared = kin[source] ?? []
      if let end = endOfPause(shared, now: now) {
        callBack(exceptFrom: nil, of: shared)
        return .putOff(source, until: end)
      }
      if let full = shared.first(where: isFull) {
        families[full, default: Family()].aside.append(source)
        callBack(exceptFrom: full, of: shared)
        continue
      }
      for family in shared { families[family, default: Family()].polled += 1 }
      polled[source] = shared
      return .poll(source)
    }
    return nil
  }

  /// A source is not being polled any more.
  mutating func finish(_ source: Int) {
    let shared = polled.removeValue(forKey: source) ?? []
    for family in shared { families[family]?.polled -= 1 }
    callBack(exceptFrom: nil, of: shared)
  }

  /// A clock that goes back by more was set.
  private static let clockStep = 60.0

  /// The clock was set back: what was ahead stays as far ahead, or no source would be looked at for as long. What is not
  /// ahead was overdue, or was put in by the new clock.
  private mutating func setBack(by seconds: Double) {
    due = Heap(due.unordered.map { $0.date > latest ? Due(date: $0.date - seconds, source: $0.source) : $0 })
    pauses = pauses.mapValues { $0 > latest ? $0 - seconds : $0 }
  }

  private mutating func popDue(_ now: Date) -> Int? {
    guard let first = due.min, first.date <= now else { return nil }
    return due.removeMin().source
  }

  private func isFull(_ family: Kin) -> Bool {
    let limit =
      switch family {
      case .host: limits.host
      case .domain: limits.domain
      case .address: limits.address
      }
    return families[family]?.polled ?? 0 >= limit
  }

  /// A source that had its turn without being polled, or that ended, leaves room: one that stood aside gets it.
  private mutating func callBack(exceptFrom full: Kin?, of shared: [Kin]) {
    for family in shared where family != full && !isFull(family) {
      if let source = families[family]?.aside.popFirst() { ready.append(source) }
      if let left = families[family], left.polled == 0, left.aside.isEmpty { families[family] = nil }
    }
  }

  private mutating func endOfPause(_ shared: [Kin], now: Date) -> Date? {
    guard case .host(let host)? = shared.first, let end = pauses[host] else { return nil }
    if end > now { return end }
    pauses[host] = nil
    return nil
  }
}
