import CWaves
import FoundationEssentials

/// What makes near copies of a text recognisable: the least hashes of its shingles (MinHash, Broder 1997).
///
/// The share of equal places in two fingerprints estimates the Jaccard similarity of the texts' shingles, four letters
/// each. Paste-and-change spam keeps most shingles and changes a name, a number, a link.
public struct WaveFingerprint: Sendable, Hashable {
  /// Hash functions; the estimate's standard error is at most 1 / (2 √64) = 0.06.
  static let places = Int(CWAVES_PLACES)
  private static let shingle = 4
  /// A text with fewer shingles says too little to be a copy of anything.
  private static let leastShingles = 12
  /// Bytes of a folded text that count.
  private static let longest = 4000

  let minima: [UInt32]

  /// Creates the fingerprint of a text as the classifier folds it; nil when it is too short. Long texts count by their
  /// first 4,000 bytes.
  public init?(folded text: String) {
    let bytes = Array(text.utf8)
    self.init(folded: bytes.span)
  }

  /// Creates the fingerprint of a text as the classifier folds it, given as UTF-8.
  public init?(folded text: Span<UInt8>) {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(min(text.count, Self.longest))
    var (letters, last) = (0, UInt32(0))
    for index in 0..<min(text.count, Self.longest) where text[index] > 0x20 {
      last = last << 8 | UInt32(text[index])
      letters += 1
      if letters >= Self.shingle { hashes.append(Self.mix(UInt64(last))) }
    }
    guard hashes.count >= Self.leastShingles else { return nil }
    var minima = [UInt32](repeating: .max, count: Self.places)
    cwaves_minima(hashes, hashes.count, &minima)
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
    var equal = 0
    for place in 0..<Self.places where minima[place] == other.minima[place] { equal += 1 }
    return Double(equal) / Double(Self.places)
  }

  /// Sixteen bands of four places: texts with similarity 0.5 meet in some band with probability 0.64, those with 0.7 with
  /// 0.99, those with 0.2 with 0.03 (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4).
  var bands: [UInt64] {
    (0..<16).map { band in
      var hash = UInt64(band)
      for place in band * 4..<band * 4 + 4 { hash = Self.mix(hash ^ UInt64(minima[place])) }
      return hash
    }
  }

  /// The finaliser of SplitMix64.
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
