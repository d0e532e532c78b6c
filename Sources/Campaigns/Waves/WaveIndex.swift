import FoundationEssentials

/// The waves of the hour: finds the one that a post is a near copy of.
///
/// A wave is led by its first post; a post joins the most similar wave whose leader is similar enough (leader
/// clustering, Hartigan 1975), so waves do not drift. Candidates come from shared bands, not from a look at all.
package struct WaveIndex: Sendable {
  /// The least similarity of a copy. A shared name changes a tenth of a short comment's shingles, another wording more
  /// than half.
  static let likeness = 0.5

  private struct Wave {
    var id: String
    var leader: WaveFingerprint
    var lastSeen: Date
  }

  /// The waves, each at its number; nil at numbers that are free.
  private var waves: [Wave?] = []
  private var freeNumbers: [Int] = []
  private var numbers: [String: Int] = [:]
  private var bands = BandTable()

  package init() {}

  /// The id of the wave that a post with `fingerprint` belongs to; begins one when there is none.
  package mutating func join(_ fingerprint: WaveFingerprint, at time: Date) -> String {
    let bands = fingerprint.bands
    if let number = nearest(to: fingerprint, bands), let id = waves[number]?.id {
      see(number, at: time)
      return id
    }
    let id = Self.id(of: bands, at: time)
    recall(id, fingerprint, bands, at: time)
    return id
  }

  /// Notes a post of a wave that was told apart earlier.
  mutating func recall(_ id: String, _ fingerprint: WaveFingerprint, at time: Date) {
    recall(id, fingerprint, fingerprint.bands, at: time)
  }

  private mutating func recall(_ id: String, _ fingerprint: WaveFingerprint, _ its: [UInt64], at time: Date) {
    if let known = numbers[id] { return see(known, at: time) }
    let number = freeNumbers.popLast() ?? waves.count
    if number == waves.count { waves.append(nil) }
    numbers[id] = number
    waves[number] = Wave(id: id, leader: fingerprint, lastSeen: time)
    for band in its { bands.insert(band, of: number) }
  }

  private mutating func see(_ number: Int, at time: Date) {
    guard let last = waves[number]?.lastSeen, last < time else { return }
    waves[number]?.lastSeen = time
  }

  /// Forgets waves that nobody joined since `limit`.
  package mutating func forget(olderThan limit: Date) {
    for number in waves.indices {
      guard let wave = waves[number], wave.lastSeen <= limit else { continue }
      waves[number] = nil
      freeNumbers.append(number)
      numbers[wave.id] = nil
      for band in wave.leader.bands { bands.remove(band, of: number) }
    }
  }

  /// What was seen after `now` was seen now.
  mutating func setBack(to now: Date) {
    for number in waves.indices {
      if let last = waves[number]?.lastSeen { waves[number]?.lastSeen = min(last, now) }
    }
  }

  private func nearest(to fingerprint: WaveFingerprint, _ its: [UInt64]) -> Int? {
    var best: (number: Int, likeness: Double, id: String)?
    // A wave that shares several bands is met, and compared, several times, mostly the one that is best already.
    for band in its {
      bands.forEach(in: band) { number in
        guard number != best?.number, let wave = waves[number] else { return }
        let likeness = wave.leader.similarity(to: fingerprint)
        guard likeness >= Self.likeness else { return }
        // Of equals the same one every time.
        if let best, (best.likeness, wave.id) >= (likeness, best.id) { return }
        best = (number, likeness, wave.id)
      }
    }
    return best?.number
  }

  private static func id(of bands: [UInt64], at time: Date) -> String {
    let milliseconds = UInt64(bitPattern: Int64((time.timeIntervalSince1970 * 1000).rounded()))
    let hash = bands.reduce(milliseconds) { ($0 ^ $1) &* 0x0000_0100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
