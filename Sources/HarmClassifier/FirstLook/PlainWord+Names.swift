extension PlainWord {
  /// All endings of sites' names, each with the bits that it leaves of eight letters.
  private static let nameEndings = NameEndings.all.map { ending in
    (unused: UInt64(64 - 8 * ending.count), letters: ending.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  /// Whether it ends as sites' names do.
  var endsLikeName: Bool {
    count >= NameEndings.shortestWord && NameEndings.shared.mayEnd(UInt32(truncatingIfNeeded: lastThree))
      && hasNameEnding
  }

  /// Three letters say too little: many a word ends in `ing` as `gaming` does.
  private var hasNameEnding: Bool {
    let last = lastEight
    return Self.nameEndings.contains { last >> $0.unused == $0.letters }
  }
}
