import Testing

@testable import Watch

@Suite("What the log says of something that keeps failing")
struct TroubleTests {
  @Test("the beginning, a change, once a minute, and the end")
  func telling() {
    let start = ContinuousClock.now
    var trouble = Trouble()
    var hadEnded = trouble.end()
    #expect(!hadEnded)
    let said = (0..<180).filter { trouble.isWorthSaying($0 < 90 ? "full" : "busy", at: start + .seconds($0)) }
    #expect(said == [0, 60, 90, 150])
    hadEnded = trouble.end()
    #expect(hadEnded)
    hadEnded = trouble.end()
    #expect(!hadEnded)
  }
}
