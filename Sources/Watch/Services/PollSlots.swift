/// Lets so many polls run at once; more wait in their order. What waits here holds nothing but its place, while a poll in
/// the queue of the transfer engine holds some tens of kilobytes.
actor PollSlots {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  /// Returns when a slot is free. Whoever takes one gives it back, also when cancelled.
  func take() async {
    guard free == 0 else { return free -= 1 }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// Hands the slot to who waits longest.
  func give() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
