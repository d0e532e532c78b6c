import Foundation
import Storage

extension Dashboard {
  /// Figures for Prometheus. Labels are ids from the configuration and the lexicon; nothing of what people wrote.
  func metrics(_ question: Question) async throws -> Answer {
    let isOpenMetrics = question.headers["accept"]?.contains("application/openmetrics-text") == true
    var text = MetricsText(isOpenMetrics: isOpenMetrics)
    add(try await store.gauges(), to: &text)
    let verdicts = try await store.verdictTotals()
    text.family(
      "ronda_verdicts_total",
      .counter,
      "Posts judged, by decision and most likely category.",
      verdicts.map { ([("category", $0.category), ("decision", $0.decision.rawValue)], Double($0.posts)) }
    )
    addSources(try await sights(), to: &text)
    let queue = transfers()
    text.family(
      "ronda_transfers",
      .gauge,
      "Transfers on the wire, and those that wait for their host or for room.",
      [([("state", "in_flight")], Double(queue.inFlight)), ([("state", "waiting")], Double(queue.waiting))]
    )
    add(meters.current, to: &text)
    text.end()
    let type =
      isOpenMetrics
      ? "application/openmetrics-text; version=1.0.0; charset=utf-8" : "text/plain; version=0.0.4; charset=utf-8"
    return Answer(type: type, Data(text.text.utf8))
  }

  private func add(_ gauges: StoreGauges, to text: inout MetricsText) {
    text.family(
      "ronda_outbox_messages",
      .gauge,
      "Messages to receivers, by state.",
      gauges.outbox.map { ([("receiver", $0.receiver), ("state", $0.state)], Double($0.messages)) }
    )
    text.family(
      "ronda_outbox_oldest_due_seconds",
      .gauge,
      "How long the longest waiting message has been due.",
      [([], gauges.oldestDue.map { max(0, now().timeIntervalSince($0)) } ?? 0)]
    )
    text.family(
      "ronda_receivers_disabled",
      .gauge,
      "Receivers that asked for no more messages.",
      [([], Double(gauges.disabledReceivers))]
    )
    text.family(
      "ronda_orders_waiting",
      .gauge,
      "What the desk asked for and the daemon has not taken up.",
      [([], Double(gauges.orders))]
    )
    text.family(
      "ronda_alerts",
      .gauge,
      "Alerts in the store, by state.",
      gauges.alerts.sorted { $0.key.rawValue < $1.key.rawValue }.map {
        ([("state", $0.key.rawValue)], Double($0.value))
      }
    )
    text.family("ronda_silences", .gauge, "Silences that hold.", [([], Double(gauges.silences))])
  }

  private func addSources(_ sights: [Sight], to text: inout MetricsText) {
    let now = now()
    text.family("ronda_sources", .gauge, "Sources that are watched.", [([], Double(sights.count))])
    text.family(
      "ronda_sources_blind",
      .gauge,
      "Sources whose latest poll failed.",
      [([], Double(sights.count { $0.isBlind }))]
    )
    text.family(
      "ronda_sources_overdue",
      .gauge,
      "Sources whose poll is due and has not ended.",
      [([], Double(sights.count { $0.state?.nextPoll.map { $0 < now } ?? true }))]
    )
    text.family(
      "ronda_source_blind",
      .gauge,
      "Failed polls in a row of each blind source.",
      sights.filter(\.isBlind).map { ([("source", $0.source.id)], Double($0.state?.consecutiveFailures ?? 0)) }
    )
  }

  private func add(_ meters: Meters.State, to text: inout MetricsText) {
    let name = "ronda_stage_duration_seconds"
    text.announce(name, .histogram, "How long each step takes.")
    for stage in Meters.Stage.allCases {
      let latency = meters.latencies[stage] ?? Meters.Latency()
      let label = ("stage", stage.rawValue)
      for (bound, count) in zip(Meters.Latency.bounds, latency.counts) {
        text.sample("\(name)_bucket", [label, ("le", "\(bound)")], Double(count))
      }
      text.sample("\(name)_bucket", [label, ("le", "+Inf")], Double(latency.count))
      text.sample("\(name)_sum", [label], latency.seconds)
      text.sample("\(name)_count", [label], Double(latency.count))
    }
    text.family(
      "ronda_config_last_reload_successful",
      .gauge,
      "1 when the latest reload took, 0 when the old configuration stayed.",
      [([], meters.isReloaded ? 1 : 0)]
    )
    text.family(
      "ronda_config_reloads_total",
      .counter,
      "Reloads, by outcome.",
      [([("outcome", "taken")], Double(meters.reloads)), ([("outcome", "refused")], Double(meters.failedReloads))]
    )
  }
}
