import CampaignFixtures
import Foundation
import Testing

@testable import Watch

/// Who is polled next, on a clock of the test's own.
@Suite("Turns of sources")
struct PollScheduleTests {
  private let start = Date(timeIntervalSince1970: 1_764_000_000)

  private func schedule(_ hosts: [String], addresses: [String?] = [], limits: PollSchedule.Limits = .init())
    -> PollSchedule
  {
    var schedule = PollSchedule(limits: limits)
    for (source, host) in hosts.enumerated() {
      schedule.place(source, host: host, address: source < addresses.count ? addresses[source] : nil)
      schedule.add(source, due: start)
    }
    return schedule
  }

  private func polls(_ schedule: inout PollSchedule, at date: Date) -> [Int] {
    var polls: [Int] = []
    while let turn = schedule.next(now: date) {
      if case .poll(let source) = turn { polls.append(source) }
    }
    return polls
  }

  @Test("nobody is polled before it is due, and the longest due comes first")
  func dueTimes() {
    var schedule = PollSchedule()
    for (source, wait) in [30.0, 10, 20].enumerated() {
      schedule.place(source, host: "\(source).example", address: nil)
      schedule.add(source, due: start + wait)
    }
    #expect(schedule.nextDue == start + 10)
    #expect(polls(&schedule, at: start + 9.9) == [])
    #expect(polls(&schedule, at: start + 25) == [1, 2])
    #expect(polls(&schedule, at: start + 30) == [0])
  }

  @Test("when the clock is set back, who sleeps sleeps no longer than it was to")
  func clockSetBack() {
    var schedule = PollSchedule()
    for (source, wait) in [3600.0, 7200].enumerated() {
      schedule.place(source, host: "\(source).example", address: nil)
      schedule.add(source, due: start + wait)
    }
    schedule.pause("1.example", until: start + 7000)
    #expect(polls(&schedule, at: start + 1800) == [])
    let back = -86_400.0
    #expect(polls(&schedule, at: start + 1800 + back) == [])
    #expect(polls(&schedule, at: start + 3599 + back) == [])
    #expect(polls(&schedule, at: start + 3600 + back) == [0])
    #expect(polls(&schedule, at: start + 7200 + back) == [1])
    // Adjusting a clock is not setting it.
    schedule.add(0, due: start + 7300 + back)
    #expect(polls(&schedule, at: start + 7150 + back) == [])
    #expect(schedule.nextDue == start + 7300 + back)
  }

  @Test("one at a time of a host, others pass by")
  func perHost() {
    var schedule = schedule(["a.example", "a.example", "b.example", "a.example"])
    #expect(polls(&schedule, at: start) == [0, 2])
    schedule.finish(0)
    #expect(polls(&schedule, at: start) == [1])
    schedule.finish(2)
    #expect(polls(&schedule, at: start) == [])
    schedule.finish(1)
    #expect(polls(&schedule, at: start) == [3])
  }

  @Test("four at once of a registrable domain, whatever the public suffix")
  func perDomain() {
    let sites =
      (0..<6).map { "dinas\($0).kukarkab.go.id" } + ["berau.go.id", "desa1.blogspot.com", "desa2.blogspot.com"]
    var schedule = schedule(sites)
    #expect(polls(&schedule, at: start) == [0, 1, 2, 3, 6, 7, 8])
    schedule.finish(7)
    #expect(polls(&schedule, at: start) == [])
    schedule.finish(2)
    #expect(polls(&schedule, at: start) == [4])
  }

  @Test("sixteen at once of an address, and a dead server of a thousand villages holds up nobody else")
  func perAddress() {
    let villages = (0..<1000).map { "desa\($0).desa.id" }
    var schedule = schedule(villages + ["kaltimprov.go.id"], addresses: villages.map { _ in "203.0.113.7" })
    #expect(polls(&schedule, at: start) == Array(0..<16) + [1000])
  }

  @Test("a host that asked for patience is left alone with all its sources, and only that host")
  func pause() {
    var schedule = schedule(["a.example", "a.example", "b.example"])
    schedule.pause("a.example", until: start + 60)
    schedule.pause("a.example", until: start + 30)
    #expect(schedule.next(now: start) == .putOff(0, until: start + 60), "the longer wish holds")
    #expect(schedule.next(now: start) == .putOff(1, until: start + 60))
    #expect(schedule.next(now: start) == .poll(2))
    schedule.add(0, due: start + 60)
    #expect(schedule.next(now: start + 59) == nil)
    #expect(schedule.next(now: start + 60) == .poll(0))
  }

  @Test("a pause that comes while others of the host stand aside reaches them, too")
  func pauseOfThoseAside() {
    var schedule = schedule(["a.example", "a.example", "a.example"])
    #expect(polls(&schedule, at: start) == [0])
    schedule.pause("a.example", until: start + 60)
    schedule.finish(0)
    #expect(schedule.next(now: start + 1) == .putOff(1, until: start + 60))
    #expect(schedule.next(now: start + 1) == .putOff(2, until: start + 60))
    #expect(schedule.next(now: start + 1) == nil)
  }

  @Test("a registrable domain is what somebody registered")
  func domains() {
    #expect(RegistrableDomain.of("dinkes.kukarkab.go.id") == "kukarkab.go.id")
    #expect(RegistrableDomain.of("www.kompas.com") == "kompas.com")
    #expect(RegistrableDomain.of("a.b.blogspot.com") == "b.blogspot.com")
    for none in ["go.id", "203.0.113.7", "[2001:db8::1]", "localhost"] { #expect(RegistrableDomain.of(none) == nil) }
  }

  /// Against a plain model: the limits hold at every moment, nobody who could be polled waits, and everybody gets a turn.
  @Test("keeps its promises in any order of events")
  func anyOrder() {
    var generator = SeededGenerator(seed: 11)
    let limits = PollSchedule.Limits(host: 1, domain: 2, address: 3)
    for _ in 0..<60 {
      var schedule = PollSchedule(limits: limits)
      let kin = (0..<40).map { _ in
        let domain = Int.random(in: 0..<5, using: &generator)
        return (
          host: "h\(Int.random(in: 0..<3, using: &generator)).d\(domain).id", domain: domain,
          address: "\(Int.random(in: 0..<3, using: &generator))"
        )
      }
      for (source, kin) in kin.enumerated() {
        schedule.place(source, host: kin.host, address: kin.address)
        schedule.add(source, due: start + Double(Int.random(in: 0..<20, using: &generator)))
      }
      var (now, running, polled) = (start, [Int](), Set<Int>())
      func others(_ source: Int) -> (host: Int, domain: Int, address: Int) {
        let same = running.filter { $0 != source }.map { kin[$0] }
        return (
          same.count { $0.host == kin[source].host }, same.count { $0.domain == kin[source].domain },
          same.count { $0.address == kin[source].address }
        )
      }
      for step in 0..<400 where polled.count < kin.count || !running.isEmpty {
        while case .poll(let source)? = schedule.next(now: now) {
          running.append(source)
          #expect(polled.insert(source).inserted)
          let (host, domain, address) = others(source)
          #expect(host < 1 && domain < 2 && address < 3)
        }
        if now >= start + 20 {
          for waiting in kin.indices where !polled.contains(waiting) {
            let (host, domain, address) = others(waiting)
            #expect(host == 1 || domain == 2 || address == 3, "\(waiting) waits for nobody")
          }
        }
        if let ended = running.randomElement(using: &generator), step % 2 == 0 {
          running.removeAll { $0 == ended }
          schedule.finish(ended)
        } else {
          now += 1
        }
      }
      #expect(polled.count == kin.count && running.isEmpty)
    }
  }
}
