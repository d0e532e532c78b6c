/// Finds what lies at several paths of keys below a JSON value in one walk.
///
/// A path names keys from the value down; `*` stands for every element of an array. What is found is collected as text:
/// strings decoded, numbers as written. A text may be given in pieces: strings and objects with a `text` of their own
/// (Telegram's links, YouTube's runs).
struct JSONPaths: Sendable {
  typealias Path = [String]

  private struct Node: Sendable {
    var members: [(key: [UInt8], node: Int)] = []
    /// The node of an array's elements.
    var elements: Int?
    /// The path that ends here.
    var path: Int?
  }

  /// The paths as a tree; the first node is the value itself.
  private var nodes = [Node()]
  private let count: Int

  /// Different paths, none the beginning of another.
  init(_ paths: [Path]) {
    count = paths.count
    for (number, path) in paths.enumerated() {
      var node = 0
      for key in path { node = child(key, of: node) }
      nodes[node].path = number
    }
  }

  private mutating func child(_ key: String, of node: Int) -> Int {
    let bytes = Array(key.utf8)
    let known = key == "*" ? nodes[node].elements : nodes[node].members.first { $0.key == bytes }?.node
    if let known { return known }
    nodes.append(Node())
    let new = nodes.count - 1
    if key == "*" { nodes[node].elements = new } else { nodes[node].members.append((bytes, new)) }
    return new
  }

  /// Puts what lies at path `n` below `value` into `found[n]`. The value was walked over before, so it can't be at fault.
  func collect(_ value: JSONValue, _ bytes: Span<UInt8>, into found: inout [[UInt8]]) {
    while found.count < count { found.append([]) }
    for number in 0..<count { found[number].removeAll(keepingCapacity: true) }
    collect(0, value, bytes, &found)
  }

  private func collect(_ number: Int, _ value: JSONValue, _ bytes: Span<UInt8>, _ found: inout [[UInt8]]) {
    let node = nodes[number]
    if let path = node.path { return value.appendText(bytes, to: &found[path]) }
    guard value.kind == .container else { return }
    var cursor = JSONCursor(at: value.range.lowerBound, end: value.range.upperBound)
    if bytes[cursor.at] == Byte.openBracket {
      guard let elements = node.elements else { return }
      try? cursor.array(bytes, depth: 0) { collect(elements, $0, bytes, &found) }
    } else if !node.members.isEmpty {
      try? cursor.object(bytes, depth: 0) { key, member in
        for (name, child) in node.members where key.isName(name, bytes) { collect(child, member, bytes, &found) }
      }
    }
  }
}

extension JSONValue {
  func isObject(_ bytes: Span<UInt8>) -> Bool { kind == .container && bytes[range.lowerBound] == Byte.openBrace }

  /// Appends a string's content, a number as written, or the pieces of a text.
  fileprivate func appendText(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
    switch kind {
    case .null: return
    case .scalar: for index in range { text.append(bytes[index]) }
    case .string: appendContent(bytes, to: &text)
    case .container:
      guard bytes[range.lowerBound] == Byte.openBracket else { return }
      var cursor = JSONCursor(at: range.lowerBound, end: range.upperBound)
      try? cursor.array(bytes, depth: 0) { $0.appendPiece(bytes, to: &text) }
    }
  }

  private func appendPiece(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
    if kind == .string { return appendContent(bytes, to: &text) }
    guard isObject(bytes) else { return }
    var cursor = JSONCursor(at: range.lowerBound, end: range.upperBound)
    try? cursor.object(bytes, depth: 0) { key, member in
      if key.isName(Self.textKey, bytes) { member.appendText(bytes, to: &text) }
    }
  }

  private static let textKey = Array("text".utf8)

  /// Whether a key is `name`.
  @inline(__always)
  func isName(_ name: [UInt8], _ bytes: Span<UInt8>) -> Bool {
    if isEscaped { return content(bytes) == name }
    if name.count != range.count { return false }
    for index in name.indices where name[index] != bytes[range.lowerBound + index] { return false }
    return true
  }

  /// A string's content.
  func content(_ bytes: Span<UInt8>) -> [UInt8] {
    var content: [UInt8] = []
    appendContent(bytes, to: &content)
    return content
  }

  private func appendContent(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
    let start = text.count
    text.append(addingCapacity: range.count) { output in
      for index in range { output.append(bytes[index]) }
    }
    guard isEscaped else { return }
    var span = text.mutableSpan
    let decoded = JSONText.decode(&span, start..<span.count)
    text.removeLast(text.count - decoded.upperBound)
  }
}
