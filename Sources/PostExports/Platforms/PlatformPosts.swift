/// Makes posts of a platform's JSON objects. Objects without text (photos, likes, service messages) are no posts.
struct PlatformPosts: Sendable {
  private let shape: PlatformShape

  init?(_ format: PostFormat) {
    guard let shape = PlatformShape(format) else { return nil }
    self.shape = shape
  }

  func isPostArray(_ name: String) -> Bool { shape.arrays.contains(name) }

  /// The export is nothing but one array.
  var isBareArray: Bool { shape.arrays == [""] }

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
      JSONPath.collect(path[...], value, bytes, into: &part)
      if part.isEmpty { continue }
      if !text.isEmpty { text.append(Byte.newline) }
      text += part
    }
    if shape.isMisencoded { text = MisencodedText.repaired(text) }
    if shape.isMarkup { text = HTMLText.plain(text) }
    if text.isEmpty {
      // A damaged key looks like an object without text.
      guard String(validating: value.range.map { bytes[$0] }, as: UTF8.self) == nil else { return }
      return records.addBad(line: line, "no text, and bytes that are not UTF-8")
    }
    records.addMade(text: text, id: first(shape.id, value, bytes), time: first(shape.time, value, bytes), line: line)
  }

  private func first(_ paths: [PlatformShape.Path], _ value: JSONValue, _ bytes: Span<UInt8>) -> [UInt8]? {
    for path in paths {
      var found: [UInt8] = []
      JSONPath.collect(path[...], value, bytes, into: &found)
      if !found.isEmpty { return found }
    }
    return nil
  }
}
