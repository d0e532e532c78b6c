/// Hints from the elements of a channel.
extension Feed.PollHints {
  mutating func read(_ tree: ElementTree, _ child: Int) {
    switch tree[child].name {
    case .ttl: timeToLiveMinutes = tree.value(of: child).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    case .skiphours: skipHours = numbers(tree, child).filter { (0...23).contains($0) }
    case .skipdays:
      skipDays = tree.children(of: child).compactMap { tree.value(of: $0) }
        .compactMap { DateWords.weekday($0.lowercased()).map(Int.init) }
    case .updateperiod: updateIntervalSeconds = tree.value(of: child).flatMap { Self.periods[$0.lowercased()] }
    case .updatefrequency: divideInterval(by: tree.value(of: child).flatMap { Int($0) } ?? 1)
    default: break
    }
  }

  private func numbers(_ tree: ElementTree, _ index: Int) -> [Int] {
    tree.children(of: index).compactMap { tree.value(of: $0) }.compactMap { Int($0) }.map { $0 == 24 ? 0 : $0 }
  }

  private mutating func divideInterval(by frequency: Int) {
    if let interval = updateIntervalSeconds, frequency > 0 { updateIntervalSeconds = max(1, interval / frequency) }
  }

  private static let periods: [String: Int] = [
    "hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000,
  ]
}
