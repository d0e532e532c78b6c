/// The parts of the hot path that are measured, each including those before it.
public enum Stage: String, CaseIterable, Sendable {
  /// Folding.
  case fold
  /// Folding and the automaton.
  case match
  /// Everything.
  case verdict
}
