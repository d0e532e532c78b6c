import FoundationEssentials

/// What makes near copies of a text recognisable: the least hashes of its shingles (MinHash, Broder 1997).
///
/// The share of equal places in two fingerprints estimates the Jaccard similarity of the texts' shingles, four letters
/// each. Paste-and-change spam keeps most shingles and changes a name, a number, a link.
public struct WaveFingerprint: Sendable, Hashable {
  /// Hash functions; the estimate's standard error is at most 1 / (2 √64) = 0.06.
  static let places = 64
  private static let shingle = 4
  /// A text with fewer shingles says too little to be a copy of anything.
  private static let leastShingles = 12

  let minima: [UInt32]

  /// Creates the fingerprint of a text as the classifier folds it; nil when it is too short. Long texts count by their
  /// first 4,000 bytes.
  public init?(folded text: String) {
    let letters = text.utf8.prefix(4000).filter { $0 > 0x20 }
    guard letters.count >= Self.leastShingles + Self.shingle - 1 else { return nil }
    var minima = [UInt32](repeating: .max, count: Self.places)
    for start in 0...(letters.count - Self.shingle) {
      let shingle = letters[start..<start + Self.shingle].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let base = Self.mix(shingle)
      // Two independent halves stand in for 64 functions (Kirsch and Mitzenmacher 2006).
      let (first, second) = (UInt32(truncatingIfNeeded: base), UInt32(truncatingIfNeeded: base >> 32) | 1)
      for place in minima.indices {
        minima[place] = min(minima[place], Self.finish(first &+ UInt32(place) &* second))
      }
    }
    self.minima = minima
  }

  /// The fingerprint that `data` was made of.
  public init?(data: Data) {
    guard data.count == Self.places * 4 else { return nil }
    let bytes = Array(data)
    minima = stride(from: 0, to: bytes.count, by: 4).map { start in
      bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// 256 bytes.
  public var data: Data {
    Data(minima.flatMap { value in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) } })
  }

  /// The estimated Jaccard similarity, 0…1.
  func similarity(to other: WaveFingerprint) -> Double {
    Double(zip(minima, other.minima).count { $0 == $1 }) / Double(Self.places)
  }

  /// Sixteen bands of four places: texts with similarity 0.5 meet in some band with probability 0.64, those with 0.7 with
  /// 0.99, those with 0.2 with 0.03 (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4).
  var bands: [UInt64] {
    (0..<16).map { band in
      minima[band * 4..<band * 4 + 4].reduce(UInt64(band)) { Self.mix($0 ^ UInt64($1)) }
    }
  }

  /// The finaliser of SplitMix64.
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// The finaliser of MurmurHash3.
  private static func finish(_ value: UInt32) -> UInt32 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 16)) &* 0x85eb_ca6b
    mixed = (mixed ^ (mixed >> 13)) &* 0xc2b2_ae35
    return mixed ^ (mixed >> 16)
  }
}
