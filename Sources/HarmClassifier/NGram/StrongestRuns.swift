/// The runs that say most, strongest first; of equals the first one.
struct StrongestRuns {
  private var runs = InlineArray<6, NGramModel.Run>(repeating: NGramModel.Run(range: 0..<0, weight: 0))
  private var count = 0

  func forEach(_ body: (NGramModel.Run) -> Void) {
    let runs = runs.span
    for index in 0..<count { body(runs[index]) }
  }

  /// Takes a run in if it is among the strongest: more spans than a person reads explain nothing.
  mutating func add(_ run: NGramModel.Run) {
    let isFull = count == runs.count
    var place = isFull ? count - 1 : count
    guard !isFull || abs(run.weight) > abs(runs[place].weight) else { return }
    while place > 0, abs(run.weight) > abs(runs[place - 1].weight) {
      runs[place] = runs[place - 1]
      place -= 1
    }
    runs[place] = run
    if !isFull { count += 1 }
  }
}
