/// What the stages count over the benchmark's corpus. A change of folding, lexicon or scoring may change these; then set
/// them to what `InstructionCounter` prints and say so in the commit.
public enum Expected {
  /// Bytes of folded text.
  public static let foldedBytes = 266195
  /// Matches of the automaton.
  public static let matches = 2389
  /// Posts judged harmful.
  public static let harmful = 146
}
