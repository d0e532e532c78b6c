/// The filter as it is asked: a look a word, without bounds checks.
///
/// Invariants: a table outlives what was made of it; places come from hashes cut to a table's size.
extension PlainWordFilter {
  /// The filter's tables, and what tells words by their endings.
  struct Tables: Sendable {
    fileprivate let words: FixedTable<UInt64>
    fileprivate let wordShift: UInt64
    fileprivate let pairs: FixedTable<UInt64>
    fileprivate let pairShift: UInt64
    /// Words that may end as sites' names do, or in a particle.
    fileprivate let endings = FixedTable(EndingFilter(NameEndings.all + Particle.all).bits)

    init(_ filter: PlainWordFilter) {
      (words, wordShift) = (FixedTable(filter.words.table), filter.words.shift)
      (pairs, pairShift) = (FixedTable(filter.pairs.table), filter.pairs.shift)
    }
  }

  struct Pointers {
    private let words: UnsafePointer<UInt64>
    private let wordShift: UInt64
    private let pairs: UnsafePointer<UInt64>
    private let pairShift: UInt64
    private let endings: UnsafePointer<UInt64>

    @inline(__always)
    init(_ tables: borrowing Tables) {
      (words, wordShift) = (tables.words.start, tables.wordShift)
      (pairs, pairShift) = (tables.pairs.start, tables.pairShift)
      endings = tables.endings.start
    }

    /// What the word with a hash may be for the phrases; what is missing is certainly not.
    @inline(__always)
    func kinds(_ hash: UInt64) -> Kinds { Kinds(rawValue: HashFilter.bits(hash, words, wordShift)) }

    /// What the word may be for the phrases; what is missing is certainly not. The last word of a phrase is also found with a
    /// particle behind.
    func kinds(_ word: PlainWord) -> Kinds {
      let kinds = kinds(word.key.hash)
      guard let stem = word.stem else { return kinds }
      return kinds.union(self.kinds(stem.hash).intersection(.phrase))
    }

    /// Whether a phrase may begin with the words of these hashes, the second as it stands; false is certain.
    @inline(__always)
    func mayBegin(_ first: UInt64, _ second: UInt64) -> Bool {
      HashFilter.bits(PlainWordFilter.pair(first, second), pairs, pairShift) != 0
    }

    /// Whether a phrase may begin with these two words; false is certain.
    func mayBegin(_ first: PlainWord, _ second: PlainWord) -> Bool {
      let hash = first.key.hash
      return mayBegin(hash, second.key.hash) || second.stem.map { mayBegin(hash, $0.hash) } ?? false
    }

    /// 1 if a word with these last three letters may end in a particle or as a site's name does.
    @inline(__always)
    func ending(_ last: UInt32) -> UInt64 {
      let place = EndingFilter.place(of: last)
      return endings[place &>> 6] &>> UInt64(truncatingIfNeeded: place & 63) & 1
    }
  }
}

extension HashFilter {
  @inline(__always)
  fileprivate static func bits(_ hash: UInt64, _ table: UnsafePointer<UInt64>, _ shift: UInt64) -> UInt64 {
    let place = hash &>> shift
    return table[Int(truncatingIfNeeded: place &>> 5)] &>> (2 &* place) & 3
  }
}
