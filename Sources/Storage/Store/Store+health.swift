import Foundation

extension Store {
  /// How well each source ever polled is seen at `now`, by id. The configuration says which of them are still watched.
  public func sourceHealth(now: Date) async throws(StorageError) -> [SourceHealth] {
    try await sources().map { SourceHealth($0, now: now) }
  }
}
