/// What the stages count over the benchmark's corpus. A change of folding, lexicon or scoring may change these; then set
/// them to what `InstructionCounter` prints and say so in the commit.
public enum Expected {
  /// Bytes of folded text.
  public static let foldedBytes = 296727
  /// Matches of the automaton.
  public static let matches = 2049
  /// Posts judged harmful.
  public static let harmful = 128
  /// Literals that a peer finds, whatever stands before and behind them.
  public static let literals = 728
}
