import CampaignFixtures
import Campaigns
import Foundation
import Storage
import Testing

/// A disk so full that the COMMIT itself fails. Needs the right to mount a small one.
struct FullDiskTests {
  private static let folder = NSTemporaryDirectory() + "ronda-full-\(UUID().uuidString)"

  @Test func `a commit that the disk has no room for leaves the engine where the store is`() async throws {
    try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: Self.folder) }
    guard run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", Self.folder) == 0 else {
      return print("skipped: a full disk needs the right to mount a small one (root)")
    }
    defer { run("umount", "-l", Self.folder) }
    let store = try Store(path: Self.folder + "/ronda.sqlite")
    let ledger = try await Ledger(store: store, campaigns: [.stopJudol(posts: 1)], routing: .two, now: midnight)
    let filler = Self.folder + "/filler"
    run("dd", "if=/dev/zero", "of=\(filler)", "bs=4k", "status=none")
    let posts = (0..<40).map { Post.promotion("p\($0)") }
    await #expect(throws: StorageError.self) { try await ledger.commit(Batch(posts: posts), now: midnight) }
    let error = #expect(throws: StorageError.self) { try store.backup(to: Self.folder + "/copy.sqlite") }
    #expect(error?.code == .full && error?.description.contains("disk is full") == true, "\(String(describing: error))")
    try FileManager.default.removeItem(atPath: filler)
    // Had the engine gone on alone, at the next write of anyone, it would tell of an alert without posts now.
    try await store.releaseClaims()
    #expect(try await ledger.commit(Batch(), now: midnight + 60).actions.isEmpty)
    #expect(try await ledger.commit(Batch(), now: midnight + 120).actions.isEmpty)
    let commit = try await ledger.commit(Batch(posts: posts), now: midnight + 180)
    #expect(commit.newEntries.count == 40)
    #expect(commit.actions.map(\.word) == ["open", "opened"])
    let alert = try #require(try await store.alerts(limit: 2).first)
    #expect(try await store.entries(of: alert).count == 40)
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
