import Crypto
import Foundation
import LoopbackServer
import Storage
import Synchronization
import Testing

/// The daemon on real loopback feeds and a real receiver.
@Suite("ronda watch", .serialized)
struct WatchCommandTests {
  @Test("an alert arrives signed; polls are conditional; what can't be seen stops nothing; SIGTERM ends it well")
  func wholeWalk() async throws {
    let town = try Town()
    defer { town.close() }
    town.say("c1", "situs slot gacor pulau88, daftar sekarang wa 0812-3456-7890", author: "Budi Rahasia")
    town.say("c2", "s l o t g4c0r maxwin, cek bio", author: "Budi Rahasia")
    let daemon = try town.start()
    let alert = try #require(await town.alert())
    #expect(alert.isSigned)
    let body = try #require(try JSONSerialization.jsonObject(with: alert.body) as? [String: Any])
    #expect(body["version"] as? String == "4")
    let first = try #require((body["alerts"] as? [[String: Any]])?.first)
    #expect(first["pillar"] as? String == "safety" && first["posts"] as? Int == 2)
    #expect((first["message"] as? [String: String])?["id"]?.contains("Judi daring") == true)
    #expect(await town.wait { town.conditionalRequests > 0 })
    #expect(try town.log().contains("could not see"), "the page that is no feed must be named")
    daemon.terminate()
    daemon.waitUntilExit()
    #expect(daemon.terminationReason == .exit && daemon.terminationStatus == 0)
    let stored = try town.databaseBytes()
    for secret in ["Budi Rahasia", "6281234567890"] {
      #expect(stored.range(of: Data(secret.utf8)) == nil, "\(secret) is stored")
    }
  }

  @Test("polls that can't be stored are told of once, not each time, and so is the end of it")
  func storeTrouble() async throws {
    let town = try Town()
    defer { town.close() }
    let daemon = try town.start()
    defer { daemon.terminate() }
    #expect(await town.wait { town.conditionalRequests > 0 })
    let aside = town.databasePath + ".aside"
    try FileManager.default.moveItem(atPath: town.databasePath, toPath: aside)
    func count(_ part: String) -> Int { ((try? town.log()) ?? "").ranges(of: part).count }
    #expect(await town.wait { count("nothing is stored") > 0 })
    let (connections, round) = (town.connections, 12.0)
    #expect(await town.wait(seconds: 2 * round) { town.connections >= connections + 2 }, "it is polled again")
    try await Task.sleep(for: .seconds(1))
    #expect(count("nothing is stored") == 1, "\((try? town.log()) ?? "")")
    try FileManager.default.moveItem(atPath: aside, toPath: town.databasePath)
    #expect(await town.wait(seconds: 2 * round) { count("what is polled is stored again") == 1 })
  }

  @Test("a second daemon on the same data is refused, and the next one is not")
  func second() async throws {
    let town = try Town()
    defer { town.close() }
    let first = try town.start()
    #expect(await town.wait { (try? town.log().contains("polled")) == true })
    let second = try town.run(["watch", "--config", "ronda.yaml"])
    #expect(second.code == 2 && second.errors.contains("another `ronda watch` runs on it"), "\(second)")
    kill(first.processIdentifier, SIGKILL)
    first.waitUntilExit()
    let next = try town.start()
    #expect(await town.wait { (try? town.log().split(separator: "watching").count) == 3 })
    next.terminate()
    next.waitUntilExit()
    #expect(next.terminationStatus == 0)
  }

  @Test("loopback is refused unless allowed: nothing reaches the server")
  func refused() async throws {
    let town = try Town(allowsLoopback: false)
    defer { town.close() }
    let daemon = try town.start()
    #expect(await town.wait { (try? town.log().contains("could not see")) == true })
    daemon.terminate()
    daemon.waitUntilExit()
    #expect(town.connections == 0)
  }

  @Test("a receiver that fails gets the same alert again, under the same id")
  func retries() async throws {
    let town = try Town()
    defer { town.close() }
    town.failures = 1
    town.say("c1", "situs slot gacor, daftar sekarang")
    town.say("c2", "slot gacor maxwin, cek bio")
    let daemon = try town.start()
    #expect(await town.wait(seconds: 20) { town.deliveries.count >= 2 })
    daemon.terminate()
    daemon.waitUntilExit()
    #expect(Set(town.deliveries.map(\.id)).count == 1)
  }

  @Test("a source that was seen before the clock was set back by a day is not left alone for a day")
  func clockSetBack() async throws {
    let town = try Town()
    defer { town.close() }
    let before = try town.start()
    #expect(await town.wait { (try? town.log().contains("polled")) == true })
    before.terminate()
    before.waitUntilExit()
    let store = try Store(path: town.databasePath)
    for var source in try await store.sources() {
      source.lastSuccess? += 86_400
      source.nextPoll? += 86_400
      try await store.save(source)
    }
    town.say("c1", "situs slot gacor, daftar sekarang")
    town.say("c2", "slot gacor maxwin, cek bio")
    let daemon = try town.start()
    #expect(await town.alert() != nil)
    daemon.terminate()
    daemon.waitUntilExit()
  }

  @Test("SIGHUP takes up a new configuration whole, and a bad one not at all")
  func reload() async throws {
    let town = try Town()
    defer { town.close() }
    try town.reconfigure("posts: 2", "posts: 3")
    town.say("c1", "situs slot gacor, daftar sekarang")
    town.say("c2", "slot gacor maxwin, cek bio")
    let daemon = try town.start()
    #expect(await town.wait { (try? town.log().contains("found=2")) == true })
    try town.reconfigure("posts: 3", "posts: many")
    kill(daemon.processIdentifier, SIGHUP)
    #expect(await town.wait { (try? town.log().contains("ronda.yaml:8:")) == true })
    #expect(town.deliveries.isEmpty)
    try town.reconfigure("posts: many", "posts: 2")
    kill(daemon.processIdentifier, SIGHUP)
    #expect(await town.alert() != nil)
    daemon.terminate()
    daemon.waitUntilExit()
    #expect(daemon.terminationStatus == 0)
  }
}
