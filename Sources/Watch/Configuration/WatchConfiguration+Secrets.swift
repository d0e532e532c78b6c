extension WatchConfiguration {
  /// The files with secrets that the daemon reads at its start, as far as they are named.
  public var secretFiles: [String] {
    let keys = sources.compactMap { source -> String? in
      guard case .json(let interface) = source.kind else { return nil }
      return interface.keyFile
    }
    let token = [dashboard?.tokenFile].compactMap { $0 }
    return Set(receivers.flatMap(\.secretFiles) + keys + token).sorted()
  }
}

extension ReceiverConfiguration {
  fileprivate var secretFiles: [String] {
    switch kind {
    case .webhook(_, let file), .telegram(_, let file, _, _), .chat(_, let file, _): [file]
    case .mail(let mail, _): mail.login.map { [$0.userFile, $0.passwordFile] } ?? []
    case .file, .alertmanager, .atom: []
    }
  }
}
