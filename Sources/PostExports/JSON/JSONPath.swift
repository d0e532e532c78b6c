/// What lies at a path of keys below a JSON value.
///
/// A path names keys from the value down; `*` stands for every element of an array.
enum JSONPath {
  /// Appends what lies at `path` below `value`: strings decoded, numbers as written. A text may be given in pieces:
  /// strings and objects with a `text` of their own (Telegram's links, YouTube's runs).
  static func collect(
    _ path: ArraySlice<String>,
    _ value: JSONValue,
    _ bytes: Span<UInt8>,
    into output: inout [UInt8]
  ) {
    switch value.kind {
    case .null: return
    case .scalar: if path.isEmpty { output += value.range.map { bytes[$0] } }
    case .string: if path.isEmpty { output += decoded(value, bytes) }
    case .container:
      var cursor = JSONCursor(at: value.range.lowerBound, end: value.range.upperBound)
      let isArray = bytes[cursor.at] == Byte.openBracket
      guard isArray == (path.first ?? "*" == "*") else { return }
      // The value was walked over before, so it can't be at fault now.
      if isArray {
        let rest = path.isEmpty ? ["text"] : path.dropFirst()
        try? cursor.array(bytes, depth: 0) { element in
          collect(path.isEmpty && element.kind == .string ? [] : rest, element, bytes, into: &output)
        }
      } else {
        try? cursor.object(bytes, depth: 0) { key, member in
          if decoded(key, bytes).elementsEqual(path.first?.utf8 ?? "".utf8) {
            collect(path.dropFirst(), member, bytes, into: &output)
          }
        }
      }
    }
  }

  static func decoded(_ value: JSONValue, _ bytes: Span<UInt8>) -> [UInt8] {
    var copy = value.range.map { bytes[$0] }
    guard value.isEscaped else { return copy }
    var span = copy.mutableSpan
    let range = JSONText.decode(&span, 0..<span.count)
    return Array(copy[range])
  }
}
