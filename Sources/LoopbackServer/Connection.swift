/// One connection: reads requests and answers them until either side closes.
struct Connection {
  let socket: Socket
  let handler: @Sendable (Request) -> Response

  private static let largestHead = 1 << 20
  private static let largestBody = 64 << 20
  /// Received, not used yet.
  private var buffer: [UInt8] = []

  init(socket: Socket, handler: @escaping @Sendable (Request) -> Response) {
    self.socket = socket
    self.handler = handler
  }

  /// Runs until the connection ends. `onRequest` is called for each complete request.
  mutating func serve(onRequest: () -> Void) {
    while let head = readHead() {
      guard var request = Request(head: head), let length = request.contentLength, length <= Self.largestBody,
        request.headers["transfer-encoding"] == nil
      else {
        _ = socket.send(Response(status: 400).encoded(for: "GET", keepsAlive: false))
        return
      }
      guard let body = readBody(length) else { return }
      request.body = body
      onRequest()
      guard answer(request) else { return }
    }
  }

  /// The bytes before the empty line; nil when the peer closes first or sends too much.
  private mutating func readHead() -> ArraySlice<UInt8>? {
    var searched = 0
    while true {
      if let end = buffer.endOfHead(from: searched) {
        defer { buffer.removeFirst(end) }
        return buffer[..<end]
      }
      searched = max(0, buffer.count - 3)
      guard buffer.count <= Self.largestHead, receive() else { return nil }
    }
  }

  private mutating func readBody(_ length: Int) -> [UInt8]? {
    while buffer.count < length {
      guard receive() else { return nil }
    }
    defer { buffer.removeFirst(length) }
    return Array(buffer[..<length])
  }

  private mutating func receive() -> Bool {
    let bytes = socket.receive()
    buffer += bytes
    return !bytes.isEmpty
  }

  /// Whether the connection stays open.
  private func answer(_ request: Request) -> Bool {
    let response = handler(request)
    if let script = response.script {
      _ = script.allSatisfy(perform)
      return false
    }
    let keepsAlive = !request.wantsClose
    return socket.send(response.encoded(for: request.method, keepsAlive: keepsAlive)) && keepsAlive
  }

  /// False when the connection is gone.
  private func perform(_ step: Response.Step) -> Bool {
    switch step {
    case .send(let bytes):
      return socket.send(bytes)
    case .trickle(let bytes, let pause):
      return bytes.allSatisfy { socket.pause(pause.pollMilliseconds) && socket.send([$0]) }
    case .sendForever(let bytes):
      while !bytes.isEmpty && socket.send(bytes) {}
      return false
    case .pause(let pause):
      return socket.pause(pause.pollMilliseconds)
    case .hang:
      return socket.pause(-1)
    }
  }
}

extension [UInt8] {
  /// The index after the first empty line at or after `start`.
  fileprivate func endOfHead(from start: Int) -> Int? {
    guard count >= start + 4 else { return nil }
    return (start...(count - 4)).first {
      self[$0] == 0x0D && self[$0 + 1] == 0x0A && self[$0 + 2] == 0x0D && self[$0 + 3] == 0x0A
    }.map { $0 + 4 }
  }
}

extension Duration {
  /// For `poll`: at least 0, where -1 would mean "forever".
  fileprivate var pollMilliseconds: Int32 {
    let (seconds, attoseconds) = components
    return Int32(clamping: min(max(seconds, 0), 2_000_000) * 1000 + attoseconds / 1_000_000_000_000_000)
  }
}
