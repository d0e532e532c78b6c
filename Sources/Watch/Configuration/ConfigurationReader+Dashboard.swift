import Dashboard
import LocatedYAML

/// Where the dashboard is served, and to whom.
public struct DashboardConfiguration: Sendable, Hashable {
  /// Where it listens.
  public var listen: ListenAddress
  /// The file with the token that every request must show; nil only on loopback.
  public var tokenFile: String?
}

extension ConfigurationReader {
  private static let usualAddress = "127.0.0.1:8085"

  func readDashboard() -> DashboardConfiguration? {
    guard let map = root.map("dashboard") else { return nil }
    defer { map.rejectUnknownKeys() }
    let text = map.optionalText("listen")?.value ?? Self.usualAddress
    let token = map.optionalText("token_file").map { path($0.value) }
    guard let listen = ListenAddress(text) else {
      map.report("`\(text)` is no address and port such as \(Self.usualAddress)", at: "listen")
      return nil
    }
    if !listen.isLoopback, token == nil {
      map.report("`\(text)` is open to other machines: name a `token_file` that they must show", at: "listen")
    }
    return DashboardConfiguration(listen: listen, tokenFile: token)
  }
}
