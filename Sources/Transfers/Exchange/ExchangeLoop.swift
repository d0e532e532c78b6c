import Foundation
import Synchronization

/// The one thread that does network I/O, and the mailbox in front of it.
///
/// Callers put commands into the mailbox and wake the thread; the thread alone touches libcurl and the queue. Every
/// `perform` gets exactly one answer.
final class ExchangeLoop: Sendable {
  typealias Answer = CheckedContinuation<ExchangeOutcome, Never>

  enum Command {
    case start(ticket: Int, Exchange, Answer)
    case cancel(ticket: Int)
  }

  private struct Mailbox {
    enum Phase { case open, closing, ended }
    var phase = Phase.open
    var commands: [Command] = []
    var lastTicket = 0
    var awaitingEnd: [CheckedContinuation<Void, Never>] = []
  }

  private let mailbox = Mutex(Mailbox())
  /// As of the loop's latest turn.
  private let latestLoad = Mutex(TransferLoad())
  private let multi: CurlMulti

  /// Starts the thread. Nil when libcurl can't be set up.
  init?(_ configuration: TransferConfiguration, resolver: Resolver?) {
    guard let multi = CurlMulti(connections: max(1, configuration.maximumInFlight)) else { return nil }
    self.multi = multi
    let thread = Thread { [self] in run(configuration, resolver) }
    thread.name = "transfers"
    thread.start()
  }

  /// How many transfers run and wait.
  var load: TransferLoad { latestLoad.withLock { $0 } }

  /// Does one exchange; cancelling the task ends it.
  func perform(_ exchange: Exchange) async -> ExchangeOutcome {
    let ticket = mailbox.withLock { box in
      box.lastTicket += 1
      return box.lastTicket
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { answer in
        post(.start(ticket: ticket, exchange, answer))
        // The handler may have run before `start` was posted; then its own `cancel` found nothing.
        if Task.isCancelled { post(.cancel(ticket: ticket)) }
      }
    } onCancel: {
      post(.cancel(ticket: ticket))
    }
  }

  /// Ends everything that runs or waits; returns at once.
  func close() {
    mailbox.withLock { box in
      guard box.phase == .open else { return }
      box.phase = .closing
      multi.wakeUp()
    }
  }

  /// Ends everything that runs or waits; returns when the thread has closed its connections.
  func closeAndWait() async {
    close()
    await withCheckedContinuation { continuation in
      let hasEnded = mailbox.withLock { box in
        if box.phase != .ended { box.awaitingEnd.append(continuation) }
        return box.phase == .ended
      }
      if hasEnded { continuation.resume() }
    }
  }

  private func post(_ command: Command) {
    let isTaken = mailbox.withLock { box in
      guard box.phase == .open else { return false }
      box.commands.append(command)
      multi.wakeUp()
      return true
    }
    if !isTaken, case .start(_, _, let answer) = command { answer.resume(returning: .shutDown) }
  }

  private func run(_ configuration: TransferConfiguration, _ resolver: Resolver?) {
    var desk = ExchangeDesk(CurlSettings(configuration, resolver: resolver), configuration, multi: multi)
    while let commands = takeCommands() {
      desk.turn(commands)
      latestLoad.withLock { $0 = desk.load }
      multi.wait(desk.idleTime)
    }
    end(&desk)
  }

  /// The commands since the last call; nil when the loop is to end.
  private func takeCommands() -> [Command]? {
    mailbox.withLock { box in
      guard box.phase == .open else { return nil }
      defer { box.commands = [] }
      return box.commands
    }
  }

  private func end(_ desk: inout ExchangeDesk) {
    let late = mailbox.withLock { box in
      defer { box.commands = [] }
      return box.commands
    }
    desk.shutDown(late)
    latestLoad.withLock { $0 = desk.load }
    multi.close()
    let waiting = mailbox.withLock { box in
      box.phase = .ended
      defer { box.awaitingEnd = [] }
      return box.awaitingEnd
    }
    for continuation in waiting { continuation.resume() }
  }
}

extension ExchangeOutcome {
  static let cancelled = ExchangeOutcome(result: .failure(.cancelled), elapsed: .zero)
  static let shutDown = ExchangeOutcome(result: .failure(.shutDown), elapsed: .zero)
}
