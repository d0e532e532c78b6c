import CampaignFixtures
import Campaigns
import Foundation
import Storage
import Testing

/// The daemon killed, and its disk full, while it works on loopback feeds.
@Suite("ronda watch under blows", .serialized)
struct CrashingWatchTests {
  /// How often it is killed: 20 times, or as the environment says (`RONDA_KILLS=200` for a night's run).
  private static let kills = ProcessInfo.processInfo.environment["RONDA_KILLS"].flatMap(Int.init) ?? 20
  private static let seed: UInt64 = 20_261_127

  @Test("killed at random moments, every planted promotion ends in exactly one alert")
  func killed() async throws {
    let town = try Town(campaign: Town.alertPerSite)
    defer { town.close() }
    var random = SeededGenerator(seed: Self.seed)
    for round in 0..<Self.kills {
      plant(round, in: town)
      let connections = town.connections
      let daemon = try town.start()
      // Every other time while it starts, else in the midst of its work, however slow the machine.
      if round % 2 == 0 {
        try await Task.sleep(for: .milliseconds(.random(in: 20...1300, using: &random)))
      } else {
        #expect(await town.wait { town.connections > connections })
        try await Task.sleep(for: .milliseconds(.random(in: 0...800, using: &random)))
      }
      kill(daemon.processIdentifier, SIGKILL)
      daemon.waitUntilExit()
    }
    try await finish(town, promotions: Self.kills)
  }

  @Test("on a full disk it waits, names the reason, and loses nothing")
  func fullDisk() async throws {
    let town = try Town(campaign: Town.alertPerSite)
    defer { town.close() }
    guard try mountSmallDisk(at: town.dataFolder) else { return }
    defer { run("umount", "-l", town.dataFolder.path) }
    let filler = town.dataFolder.appending(path: "filler")
    let daemon = try town.start()
    plant(0, in: town)
    #expect(await town.wait { !town.deliveries.isEmpty })
    // Writes until nothing fits any more.
    run("dd", "if=/dev/zero", "of=\(filler.path)", "bs=4k", "status=none")
    for round in 1..<40 { plant(round, in: town) }
    #expect(await town.wait(seconds: 30) { (try? town.log().contains("disk is full")) == true })
    #expect(daemon.isRunning)
    try FileManager.default.removeItem(at: filler)
    #expect(await town.wait(seconds: 40) { Set(town.deliveries.map(\.alert)).count == 40 })
    daemon.terminate()
    daemon.waitUntilExit()
    try await finish(town, promotions: 40)
  }

  /// A promotion of a site that nobody else names, and a neighbour's harmless words.
  private func plant(_ round: Int, in town: Town) {
    let letters = [round / 26, round % 26].map { String(UnicodeScalar(UInt8(97 + $0 % 26))) }.joined()
    town.say("p\(round)", "slot gacor maxwin di pulau\(letters)x88, daftar sekarang")
    town.say("h\(round)", "pasar murah hari minggu di balai desa nomor \(round)")
  }

  /// Lets the daemon end its work, then looks at what it told and what it stored.
  private func finish(_ town: Town, promotions: Int) async throws {
    let polls = town.conditionalRequests
    let daemon = try town.start()
    let isUp = await town.wait(seconds: 30) { town.conditionalRequests > polls }
    #expect(isUp, "it must be up before it can end well; its log: \((try? town.log().suffix(3000)) ?? "")")
    #expect(await town.wait(seconds: 60) { (try? Set(town.archive().map { $0.id.prefix(32) }).count) == promotions })
    daemon.terminate()
    daemon.waitUntilExit()
    #expect(daemon.terminationStatus == 0)
    let lines = try town.archive()
    #expect(Set(lines.map(\.id)).count == lines.count, "no notice twice in the file")
    #expect(Set(town.deliveries.map(\.alert)).count == promotions)

    let store = try Store(path: town.databasePath)
    #expect(try await store.integrityProblems().isEmpty)
    let alerts = try await store.alerts(limit: .max)
    #expect(alerts.count == promotions)
    var entries: [EntryKey] = []
    for alert in alerts { entries += try await store.entries(of: alert) }
    #expect(entries.map(\.identity).sorted() == (0..<promotions).map { "id:p\($0)" }.sorted(), "each in one alert")
    let judged = try await store.postCounts(since: .distantPast).reduce(0) { $0 + $1.posts }
    #expect(judged == 2 * promotions, "each judged once")
  }

  /// Some megabytes for the daemon's data; false, with a line that says so, where this user may not mount.
  private func mountSmallDisk(at folder: URL) throws -> Bool {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder.path) == 0 { return true }
    print("skipped: a full disk needs the right to mount a small one (root)")
    return false
  }

  @discardableResult
  private func run(_ arguments: String...) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
