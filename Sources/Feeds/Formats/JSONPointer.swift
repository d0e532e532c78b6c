/// A place in a JSON document (RFC 6901): `/data/0/text`; empty for the whole document.
public struct JSONPointer: Sendable, Hashable {
  /// As it is written.
  public let text: String
  private let tokens: [String]

  /// Reads a pointer; nil when it is neither empty nor begins with `/`.
  public init?(_ text: String) {
    guard text.isEmpty || text.hasPrefix("/") else { return nil }
    self.text = text
    tokens = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }
  }

  /// What stands there.
  func value(in document: JSONValue) -> JSONValue? {
    var value: JSONValue? = document
    for token in tokens {
      if case .array(let elements)? = value {
        value = Int(token).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
      } else {
        value = value?[token]
      }
    }
    return value
  }
}
