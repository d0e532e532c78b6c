/// Makes posts of a platform's JSON objects. Objects without text (photos, likes, service messages) are no posts.
struct PlatformPosts: Sendable {
  private let shape: PlatformShape

  init?(_ format: PostFormat) {
    guard let shape = PlatformShape(format) else { return nil }
    self.shape = shape
  }

  func isPostArray(_ name: String) -> Bool { shape.arrays.contains(name) }

  /// Walks over the next value, which must be an object, and adds its post if it is one.
  func add(
    _ bytes: Span<UInt8>,
    _ cursor: inout JSONCursor,
    line: Int,
    to records: inout BatchRecords
  ) throws(JSONFault) {
    let isObject = try cursor.peek(bytes) == Byte.openBrace
    let value = try cursor.value(bytes, depth: 0)
    guard isObject else { throw .notObject }
    var text: [UInt8] = []
    for path in shape.text {
      var part: [UInt8] = []
      collect(path[...], value, bytes, into: &part)
      if part.isEmpty { continue }
      if !text.isEmpty { text.append(Byte.newline) }
      text += part
    }
    if shape.isMisencoded { text = MisencodedText.repaired(text) }
    if shape.isMarkup { text = MarkupStripper.stripped(text) }
    guard !text.isEmpty else { return }
    records.addMade(text: text, id: first(shape.id, value, bytes), time: first(shape.time, value, bytes), line: line)
  }

  private func first(_ paths: [PlatformShape.Path], _ value: JSONValue, _ bytes: Span<UInt8>) -> [UInt8]? {
    for path in paths {
      var found: [UInt8] = []
      collect(path[...], value, bytes, into: &found)
      if !found.isEmpty { return found }
    }
    return nil
  }

  /// Appends what lies at `path` below `value`: strings decoded, numbers as written. A text may be given in pieces:
  /// strings and objects with a `text` of their own (Telegram's links and mentions).
  private func collect(
    _ path: ArraySlice<String>,
    _ value: JSONValue,
    _ bytes: Span<UInt8>,
    into output: inout [UInt8]
  ) {
    switch value.kind {
    case .null: return
    case .scalar: if path.isEmpty { output += value.range.map { bytes[$0] } }
    case .string: if path.isEmpty { output += Self.decoded(value, bytes) }
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
          if Self.decoded(key, bytes).elementsEqual(path.first?.utf8 ?? "".utf8) {
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

/// Text whose UTF-8 bytes were each written as a character, as in the exports of Facebook and Instagram.
enum MisencodedText {
  /// The text as it was meant; as it is where it can't have been damaged so.
  static func repaired(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 >= 0x80 }) else { return text }
    var bytes: [UInt8] = []
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else { return text }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self) == nil ? text : bytes
  }
}

/// HTML of short posts as plain text: tags go, breaks and paragraphs become lines, the usual entities are resolved.
enum MarkupStripper {
  private static let entities: [(String, String)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&nbsp;", " "), ("&amp;", "&"),
  ]

  static func stripped(_ markup: [UInt8]) -> [UInt8] {
    var text = ""
    var rest = String(decoding: markup, as: UTF8.self)[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      text += rest[..<open]
      let tag = rest[open...close].lowercased()
      if !text.isEmpty, tag.hasPrefix("<br") || tag.hasPrefix("</p") { text += "\n" }
      rest = rest[close...].dropFirst()
    }
    text += rest
    for (entity, meaning) in entities { text = text.replacing(entity, with: meaning) }
    while text.last?.isWhitespace == true { text.removeLast() }
    return Array(text.utf8)
  }
}
