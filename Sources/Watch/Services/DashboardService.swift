import Dashboard
import Logging
import ServiceLifecycle

/// Serves the dashboard until the daemon shuts down.
struct DashboardService: Service {
  let server: WebServer
  let configuration: DashboardConfiguration
  let logger: Logger

  func run() async throws {
    async let announced: Void = announce()
    try await withGracefulShutdownHandler {
      try await server.run()
    } onGracefulShutdown: { [server] in
      Task { await server.stop() }
    }
    await announced
  }

  private func announce() async {
    guard let port = await server.port() else { return }
    var address = configuration.listen
    address.port = port
    logger.info("dashboard", metadata: ["url": "http://\(address)/"])
  }
}
