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
    var leader: WaveFingerprint
    var lastSeen: Date
  }

  private var waves: [String: Wave] = [:]
  private var bands: [UInt64: Set<String>] = [:]

  package init() {}

  /// The id of the wave that a post with `fingerprint` belongs to; begins one when there is none.
  package mutating func join(_ fingerprint: WaveFingerprint, at time: Date) -> String {
    let known = nearest(to: fingerprint)
    let id = known ?? Self.id(of: fingerprint, at: time)
    recall(id, fingerprint, at: time)
    return id
  }

  /// Notes a post of a wave that was told apart earlier.
  mutating func recall(_ id: String, _ fingerprint: WaveFingerprint, at time: Date) {
    if let known = waves[id] {
      waves[id]?.lastSeen = max(known.lastSeen, time)
    } else {
      waves[id] = Wave(leader: fingerprint, lastSeen: time)
      for band in fingerprint.bands { bands[band, default: []].insert(id) }
    }
  }

  /// Forgets waves that nobody joined since `limit`.
  package mutating func forget(olderThan limit: Date) {
    for (id, wave) in waves where wave.lastSeen <= limit {
      waves[id] = nil
      for band in wave.leader.bands {
        bands[band]?.remove(id)
        if bands[band]?.isEmpty == true { bands[band] = nil }
      }
    }
  }

  private func nearest(to fingerprint: WaveFingerprint) -> String? {
    let candidates = fingerprint.bands.reduce(into: Set<String>()) { $0.formUnion(bands[$1] ?? []) }
    let ranked = candidates.compactMap { id in waves[id].map { (id, $0.leader.similarity(to: fingerprint)) } }
      .filter { $0.1 >= Self.likeness }
    // Of equals the same one every time.
    return ranked.max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
  }

  private static func id(of fingerprint: WaveFingerprint, at time: Date) -> String {
    let milliseconds = UInt64(bitPattern: Int64((time.timeIntervalSince1970 * 1000).rounded()))
    let hash = fingerprint.bands.reduce(milliseconds) { ($0 ^ $1) &* 0x0000_0100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
