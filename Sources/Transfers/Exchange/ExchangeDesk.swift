/// What the loop thread knows: who waits, who runs, and who wants to hear about it.
struct ExchangeDesk {
  private struct Job {
    var exchange: Exchange
    var answer: ExchangeLoop.Answer
    /// When it got on the wire; nil while it waits.
    var startedAt: ContinuousClock.Instant?
  }

  private let multi: CurlMulti
  private let settings: CurlSettings
  private let clock = ContinuousClock()
  private var jobs: [Int: Job] = [:]
  private var admission: Admission<Int>

  init(_ settings: CurlSettings, _ configuration: TransferConfiguration, multi: CurlMulti) {
    self.multi = multi
    self.settings = settings
    admission = Admission(limit: configuration.maximumInFlight, spacing: configuration.hostSpacing)
  }

  /// Takes the commands, then moves everything on as far as it goes without waiting.
  mutating func turn(_ commands: [ExchangeLoop.Command]) {
    for command in commands { take(command) }
    repeat {
      startAdmitted()
      multi.perform()
    } while finishDone()
  }

  /// How many transfers run and wait.
  var load: TransferLoad { admission.load }

  /// How long the loop may sleep. libcurl's own timers shorten it further.
  var idleTime: Duration {
    let longest = Duration.seconds(60)
    guard let end = admission.nextRestEnd else { return longest }
    return min(longest, max(.milliseconds(1), end - clock.now))
  }

  /// Answers everyone with "shut down". The multi has to be closed afterwards.
  mutating func shutDown(_ late: [ExchangeLoop.Command]) {
    for command in late { take(command) }
    for ticket in jobs.keys { finish(ticket, .failure(.shutDown)) }
  }

  private mutating func take(_ command: ExchangeLoop.Command) {
    switch command {
    case .start(let ticket, let exchange, let answer):
      jobs[ticket] = Job(exchange: exchange, answer: answer)
      admission.enqueue(ticket, host: exchange.queue)
    case .cancel(let ticket):
      finish(ticket, .failure(.cancelled))
    }
  }

  private mutating func startAdmitted() {
    while let ticket = admission.admitNext(now: clock.now) {
      guard var job = jobs[ticket] else { continue }
      job.startedAt = clock.now
      jobs[ticket] = job
      guard let transfer = CurlTransfer(ticket: ticket, exchange: job.exchange, settings: settings), multi.add(transfer)
      else {
        finish(ticket, .failure(.notSetUp))
        continue
      }
    }
  }

  /// Whether anything was done, so that others may be admitted.
  private mutating func finishDone() -> Bool {
    var isAnyDone = false
    while let (transfer, code) = multi.nextDone() {
      let elapsed = jobs[transfer.ticket].map(elapsed) ?? .zero
      finish(transfer.ticket, transfer.result(code, elapsed: elapsed))
      isAnyDone = true
    }
    return isAnyDone
  }

  private mutating func finish(_ ticket: Int, _ result: Result<ExchangeReply, ExchangeFailure>) {
    guard let job = jobs.removeValue(forKey: ticket) else { return }
    multi.remove(ticket)
    // A host that gets our messages asked for them; only polls must not come in a row.
    admission.remove(ticket, now: clock.now, rests: job.exchange.isFetch)
    job.answer.resume(returning: ExchangeOutcome(result: result, elapsed: elapsed(job)))
  }

  private func elapsed(_ job: Job) -> Duration {
    job.startedAt.map { clock.now - $0 } ?? .zero
  }
}
