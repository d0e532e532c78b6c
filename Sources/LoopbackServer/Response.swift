/// What to answer: an ordinary response, or a script of raw bytes and pauses for tests of hostile servers.
public struct Response: Sendable, Hashable {
  /// One step of a raw answer. The connection is closed after the last one.
  public enum Step: Sendable, Hashable {
    /// Send these bytes as they are.
    case send([UInt8])
    /// Send these bytes one by one with a pause before each.
    case trickle([UInt8], every: Duration)
    /// Send these bytes again and again until the peer or the server stops.
    case sendForever([UInt8])
    /// Wait.
    case pause(Duration)
    /// Keep the connection open in silence until the peer or the server stops.
    case hang

    /// Send this text as it is.
    public static func send(_ text: String) -> Step { .send(Array(text.utf8)) }
  }

  /// One header field.
  public struct Field: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String

    /// Creates a field.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The HTTP status.
  public var status: Int
  /// Fields besides `Content-Length` and `Connection`, which the server adds.
  public var headers: [Field]
  /// The body; not sent with 204 and 304.
  public var body: [UInt8]
  /// The raw answer that replaces all of the above; nil for an ordinary response.
  public var script: [Step]?

  /// Creates an ordinary response.
  public init(status: Int = 200, headers: [Field] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Creates a response with text.
  public init(status: Int = 200, contentType: String = "text/plain; charset=utf-8", text: String) {
    self.init(status: status, headers: [Field("Content-Type", contentType)], body: Array(text.utf8))
  }

  /// Creates a redirect.
  public static func redirect(_ status: Int = 302, to location: String) -> Response {
    Response(status: status, headers: [Field("Location", location)])
  }

  /// Creates a raw answer.
  public static func raw(_ steps: Step...) -> Response {
    var response = Response()
    response.script = steps
    return response
  }
}

extension Response {
  /// The bytes of an ordinary response.
  func encoded(for method: String, keepsAlive: Bool) -> [UInt8] {
    let isBodiless = status == 204 || status == 304
    var fields = headers
    if !isBodiless { fields.append(Field("Content-Length", String(body.count))) }
    fields.append(Field("Connection", keepsAlive ? "keep-alive" : "close"))
    let head = fields.reduce("HTTP/1.1 \(status) \(phrase)\r\n") { $0 + "\($1.name): \($1.value)\r\n" } + "\r\n"
    return Array(head.utf8) + (isBodiless || method == "HEAD" ? [] : body)
  }

  private var phrase: String {
    switch status {
    case 200: "OK"
    case 304: "Not Modified"
    case 404: "Not Found"
    default: "Status"
    }
  }
}
