import Testing

@testable import Transfers

@Suite struct AdmissionTests {
  private let start = ContinuousClock().now

  @Test func oneAtATimePerHostInOrder() {
    var admission = Admission<Int>(limit: 10, spacing: .zero)
    for id in 0..<3 { admission.enqueue(id, host: "a.example") }
    admission.enqueue(10, host: "b.example")
    #expect(admission.admitNext(now: start) == 0)
    #expect(admission.admitNext(now: start) == 10)
    #expect(admission.admitNext(now: start) == nil)
    admission.remove(0, now: start)
    #expect(admission.admitNext(now: start) == 1)
  }

  @Test func aHostRestsBetweenTwo() {
    var admission = Admission<Int>(limit: 10, spacing: .seconds(5))
    admission.enqueue(1, host: "a.example")
    admission.enqueue(2, host: "a.example")
    #expect(admission.admitNext(now: start) == 1)
    #expect(admission.nextRestEnd == nil)
    admission.remove(1, now: start + .seconds(1))
    #expect(admission.nextRestEnd == start + .seconds(6))
    #expect(admission.admitNext(now: start + .milliseconds(5999)) == nil)
    #expect(admission.admitNext(now: start + .seconds(6)) == 2)
  }

  @Test func aHostThatCameBackWhileRestingStillRests() {
    var admission = Admission<Int>(limit: 10, spacing: .seconds(5))
    admission.enqueue(1, host: "a.example")
    #expect(admission.admitNext(now: start) == 1)
    admission.remove(1, now: start)
    admission.enqueue(2, host: "a.example")
    #expect(admission.admitNext(now: start + .seconds(4)) == nil)
    #expect(admission.admitNext(now: start + .seconds(5)) == 2)
  }

  @Test func hostsAreForgotten() {
    for spacing in [Duration.zero, .seconds(5)] {
      var admission = Admission<Int>(limit: 10, spacing: spacing)
      admission.enqueue(1, host: "a.example")
      #expect(admission.admitNext(now: start) == 1)
      admission.remove(1, now: start)
      #expect(admission.admitNext(now: start + .seconds(5)) == nil)
      #expect(!admission.knows(host: "a.example"))
    }
  }

  /// Against a plain model: nobody starts twice, or while the host is busy or rests, or beyond the limit; the order of
  /// a host is kept; and in the end everyone was either started or removed.
  @Test func keepsItsPromisesInAnyOrderOfEvents() {
    var generator = SeededGenerator(seed: 3)
    for round in 0..<60 {
      let spacing = Duration.seconds(round % 3)
      var admission = Admission<Int>(limit: 4, spacing: spacing)
      var now = start
      var hosts: [Int: String] = [:]
      var waiting: [Int] = []
      var running: [Int] = []
      var restUntil: [String: ContinuousClock.Instant] = [:]
      func end(_ id: Int) {
        admission.remove(id, now: now)
        if running.contains(id), let host = hosts[id] { restUntil[host] = now + spacing }
        running.removeAll { $0 == id }
        waiting.removeAll { $0 == id }
      }
      func startAll() {
        while let id = admission.admitNext(now: now) {
          let host = hosts[id] ?? ""
          #expect(waiting.first { hosts[$0] == host } == id)
          #expect(!running.contains { hosts[$0] == host })
          #expect(restUntil[host].map { $0 <= now } ?? true)
          waiting.removeAll { $0 == id }
          running.append(id)
          #expect(running.count <= 4)
        }
        // Nobody waits without a cause.
        for id in waiting where running.count < 4 {
          let host = hosts[id] ?? ""
          #expect(running.contains { hosts[$0] == host } || (restUntil[host].map { $0 > now } ?? false))
        }
      }
      for id in 0..<200 {
        hosts[id] = "h\(Int.random(in: 0..<8, using: &generator))"
        admission.enqueue(id, host: hosts[id] ?? "")
        waiting.append(id)
        if Bool.random(using: &generator), let other = (waiting + running).randomElement(using: &generator) {
          end(other)
        }
        if Bool.random(using: &generator) { now += .milliseconds(Int.random(in: 0..<900, using: &generator)) }
        startAll()
      }
      for _ in 0..<2_000 where !(waiting.isEmpty && running.isEmpty) {
        if let id = running.first { end(id) }
        now += .seconds(1)
        startAll()
      }
      #expect(waiting.isEmpty && running.isEmpty)
    }
  }
}
