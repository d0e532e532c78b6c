import HarmClassifier
import PostExports

/// Judges deliveries. Shares nothing that is counted by reference with other workers: two cores that count up and down in
/// one place wait for each other, which cost a quarter of a second core.
struct ScanWorker: Sendable {
  /// What a worker needs, and makes for itself.
  struct Equipment: Sendable {
    let classifier: @Sendable () -> Classifier
    let options: ScanOptions
    let versions: Verdict.Versions
  }

  /// What a delivery came to.
  struct Part: Sendable {
    var output: [UInt8] = []
    var tally = ScanTally()
    var problems: [BadRecord] = []
    /// What a report shows; empty when none is written.
    var findings: [Finding] = []

    /// Empties the part but keeps its memory.
    mutating func clear() {
      output.removeAll(keepingCapacity: true)
      problems.removeAll(keepingCapacity: true)
      findings.removeAll(keepingCapacity: true)
      tally = ScanTally()
    }
  }

  private let classifier: Classifier
  private let writer: VerdictWriter
  private let mildest: Verdict.Decision
  private var scratch = Classifier.Scratch()

  init(_ equipment: Equipment) {
    classifier = equipment.classifier()
    writer = VerdictWriter(output: equipment.options.output, versions: equipment.versions)
    mildest = equipment.options.mildest
  }

  /// Judges the records of a delivery into `part`.
  mutating func judge(_ delivery: borrowing Delivery, into part: inout Part) {
    var scratch = Classifier.Scratch()
    swap(&scratch, &self.scratch)
    defer { swap(&scratch, &self.scratch) }
    switch delivery.content {
    case .batch(let batch, let range): judge(batch, range, delivery.source, &scratch, &part)
    case .sampled(let records): judge(records, 0..<records.count, delivery.source, &scratch, &part)
    case .failure: break
    }
  }

  private func judge(
    _ records: some JudgeableRecords,
    _ range: Range<Int>,
    _ source: String,
    _ scratch: inout Classifier.Scratch,
    _ part: inout Part
  ) {
    // Local, since a copy of the classifier for each post would count its parts' references up and down.
    let (classifier, writer, mildest) = (classifier, writer, mildest)
    let isReport = writer.output.isReport
    records.visit(range) { place, bytes in
      let text = bytes.extracting(place.text)
      let verdict = classifier.classify(text, scratch: &scratch)
      if isReport {
        part.tally.add(verdict, on: place.day(bytes))
        guard verdict.decision != .clean else { return }
        let id = place.idText(bytes)
        let found = Finding(verdict, text: text, id: id, source: source, classifier: classifier, scratch: &scratch)
        if let found { part.findings.append(found) }
      } else {
        part.tally.add(verdict, on: nil)
        guard verdict.decision >= mildest else { return }
        writer.append(verdict, place, bytes, source: source, to: &part.output)
      }
    } bad: { bad in
      part.tally.addUnreadable()
      part.problems.append(bad)
    }
  }
}
