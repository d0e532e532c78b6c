import Foundation
import Storage

/// Commits polls in groups: what arrives while the disk is written waits and is written together. A thousand sources that
/// answer at once then cost a few waits for the disk, not a thousand.
actor CommitQueue {
  private typealias Waiting = (batch: Batch, answer: CheckedContinuation<Result<Commit, StorageError>, Never>)

  private let ledger: Ledger
  private let now: @Sendable () -> Date
  private var waiting: [Waiting] = []
  private var isWriting = false

  /// So that one group does not hold up the alerts for long.
  private static let largestGroup = 256

  init(ledger: Ledger, now: @escaping @Sendable () -> Date) {
    self.ledger = ledger
    self.now = now
  }

  /// Commits a batch and returns once it is on the disk. A group fails as one.
  func commit(_ batch: Batch) async throws(StorageError) -> Commit {
    let result = await withCheckedContinuation { answer in
      waiting.append((batch, answer))
      // Not a child of the calling task: others wait for the same write.
      if !isWriting { Task { await write() } }
      isWriting = true
    }
    return try result.get()
  }

  private func write() async {
    while !waiting.isEmpty {
      let group = Array(waiting.prefix(Self.largestGroup))
      waiting.removeFirst(group.count)
      let result: Result<Commit, StorageError>
      do throws(StorageError) {
        result = .success(try await ledger.commit(group.map(\.batch), now: now()))
      } catch {
        result = .failure(error)
      }
      for member in group { member.answer.resume(returning: result) }
    }
    isWriting = false
  }
}
