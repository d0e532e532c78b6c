/// The members of an object that make a post.
struct JSONPost {
  var text: JSONValue?
  var id: JSONValue?
  var time: JSONValue?
}

/// Finds posts in JSON objects without building trees.
struct JSONPosts: Sendable {
  private let textName: [UInt8]
  private let idName: [UInt8]
  private let timeName: [UInt8]?
  private let noText: String
  private let textNoString: String

  init(_ fields: PostFields) {
    textName = Array(fields.textName.utf8)
    idName = Array(fields.idName.utf8)
    timeName = fields.time.map { Array($0.utf8) }
    noText = "no text field \"\(fields.textName)\"; name the right one with --text-field"
    textNoString = "the text field \"\(fields.textName)\" is not a string"
  }

  /// Walks over the next value, which must be an object. Of a key given twice the last one counts.
  func scan(_ bytes: Span<UInt8>, _ cursor: inout JSONCursor) throws(JSONFault) -> JSONPost {
    if try cursor.peek(bytes) != Byte.openBrace {
      _ = try cursor.value(bytes, depth: 0)
      throw .notObject
    }
    var post = JSONPost()
    try cursor.object(bytes, depth: 0) { key, value in
      if isName(textName, key, bytes) { post.text = value }
      if isName(idName, key, bytes) { post.id = value }
      if let timeName, isName(timeName, key, bytes) { post.time = value }
    }
    return post
  }

  /// Adds the post, with its strings decoded in place, or says what it lacks.
  func add(_ post: JSONPost, _ window: inout [UInt8], line: Int, to records: inout BatchRecords) {
    guard let text = post.text, text.kind != .null else { return records.addBad(line: line, noText) }
    guard text.kind == .string else { return records.addBad(line: line, textNoString) }
    // One key may serve as two parts, and decoding in place works only once.
    let textPlace = decoded(text, &window)
    let id = post.id.flatMap { $0.range == text.range ? textPlace : lexeme($0, &window) }
    let time = post.time.flatMap {
      $0.range == text.range ? textPlace : $0.range == post.id?.range ? id : lexeme($0, &window)
    }
    records.add(text: textPlace, id: id, time: time, line: line)
  }

  /// A string's content, a number or any other value as it was written; nothing for `null`.
  private func lexeme(_ value: JSONValue, _ window: inout [UInt8]) -> Range<Int>? {
    value.kind == .null ? nil : decoded(value, &window)
  }

  private func decoded(_ value: JSONValue, _ window: inout [UInt8]) -> Range<Int> {
    guard value.isEscaped else { return value.range }
    var bytes = window.mutableSpan
    return JSONText.decode(&bytes, value.range)
  }

  @inline(__always)
  private func isName(_ name: [UInt8], _ key: JSONValue, _ bytes: Span<UInt8>) -> Bool {
    if key.isEscaped { return isEscapedName(name, key, bytes) }
    if name.count != key.range.count { return false }
    for index in name.indices where name[index] != bytes[key.range.lowerBound + index] { return false }
    return true
  }

  private func isEscapedName(_ name: [UInt8], _ key: JSONValue, _ bytes: Span<UInt8>) -> Bool {
    var copy = key.range.map { bytes[$0] }
    var span = copy.mutableSpan
    let range = JSONText.decode(&span, 0..<span.count)
    return copy[range].elementsEqual(name)
  }
}
