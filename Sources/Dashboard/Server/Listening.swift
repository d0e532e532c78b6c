import NIOCore

/// The channel a server listens on, for those who ask before it does.
actor Listening {
  private enum State {
    case awaited(by: [CheckedContinuation<(any Channel)?, Never>])
    case on(any Channel)
    case over
  }

  private var state = State.awaited(by: [])

  /// The channel, once there is one; nil when it is over.
  var channel: (any Channel)? {
    get async {
      switch state {
      case .on(let channel): channel
      case .over: nil
      case .awaited(let others):
        await withCheckedContinuation { state = .awaited(by: others + [$0]) }
      }
    }
  }

  func begin(on channel: any Channel) { change(to: .on(channel), channel) }

  func end() { change(to: .over, nil) }

  private func change(to next: State, _ channel: (any Channel)?) {
    if case .awaited(let waiting) = state { for continuation in waiting { continuation.resume(returning: channel) } }
    state = next
  }
}
