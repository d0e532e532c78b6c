import Corpus

/// Runs one stage a number of times, to be counted by callgrind: `InstructionCounter STAGE TIMES`.
///
/// Prints the bytes of one run and what it counted. With 0 times only the set-up is counted, which is then taken off.
@main
struct InstructionCounter {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let stage = Stage(rawValue: arguments[1]), let times = Int(arguments[2]) else {
      print("usage: InstructionCounter fold|match|verdict TIMES")
      return
    }
    let corpus = Corpus(count: 2_000)
    let worker = Worker(try Engine.shipped())
    var counted = 0
    for _ in 0..<times { counted = worker.run(stage, corpus.posts[...]) }
    print("\(corpus.bytes) \(counted)")
  }
}
