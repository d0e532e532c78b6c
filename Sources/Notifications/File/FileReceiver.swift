import Campaigns
import Dispatch
import FoundationEssentials
import Synchronization

/// Appends each notice to a file as one line of JSON: `{"id":"…","alert":{…}}`, the notice's body under `alert`, a brief's under `brief`.
///
/// A line is on the disk before it counts as delivered, it is whole or absent, and it is there once: an attempt that
/// was cut short by a crash finds its line again. A file that was moved away (log rotation) is begun anew.
public final class FileReceiver: Receiver {
  /// The receiver's name.
  public let name: String
  private let path: String
  /// Disk writes block; they must not hold a thread that tasks share.
  private let queue: DispatchQueue
  private let file = Mutex<AlertFile?>(nil)

  /// Creates a receiver that writes to the file at `path`. Nothing is opened before the first notice.
  public init(name: String, path: String) {
    self.name = name
    self.path = path
    queue = DispatchQueue(label: "file receiver \(name)")
  }

  /// Appends `message`, unless its id is in the file.
  public func deliver(_ message: OutboxMessage, now: Date) async -> DeliveryOutcome {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: self.append(message)) }
    }
  }

  private func append(_ message: OutboxMessage) -> DeliveryOutcome {
    file.withLock { file in
      do throws(AlertFileError) {
        var open = if let file, file.isCurrent { file } else { try AlertFile(path: path) }
        // Forgotten while in doubt: after a failure the next attempt reads again what is really there.
        file = nil
        try open.append(id: message.id, kind: message.kind.rawValue, body: message.payload)
        file = open
        return .delivered
      } catch {
        return .failed(reason: error.description)
      }
    }
  }
}
