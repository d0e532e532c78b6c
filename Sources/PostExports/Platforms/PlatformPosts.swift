/// Makes posts of a platform's JSON objects. Objects without text (photos, likes, service messages) are no posts.
struct PlatformPosts: Sendable {
  private let shape: PlatformShape
  private let paths: JSONPaths
  /// What was found on each path; its memory serves object after object.
  private var found: [[UInt8]] = []

  init?(_ format: PostFormat) {
    guard let shape = PlatformShape(format) else { return nil }
    self.shape = shape
    paths = JSONPaths(shape.text + shape.id + shape.time)
  }

  func isPostArray(_ name: String) -> Bool { shape.arrays.contains(name) }

  /// The export is nothing but one array.
  var isBareArray: Bool { shape.arrays == [""] }

  /// Adds the post of an object if it is one.
  mutating func add(_ object: JSONValue, _ bytes: Span<UInt8>, line: Int, to records: inout BatchRecords) {
    paths.collect(object, bytes, into: &found)
    var text: [UInt8] = []
    for part in found[..<shape.text.count] where !part.isEmpty {
      if !text.isEmpty { text.append(Byte.newline) }
      text += part
    }
    if shape.isMisencoded { text = MisencodedText.repaired(text) }
    if shape.isMarkup { text = HTMLText.plain(text) }
    if text.isEmpty {
      // A damaged key looks like an object without text.
      guard String(validating: object.range.map { bytes[$0] }, as: UTF8.self) == nil else { return }
      return records.addBad(line: line, "no text, and bytes that are not UTF-8")
    }
    let (id, time) = (found[shape.text.count...].prefix(shape.id.count), found.suffix(shape.time.count))
    records.addMade(text: text, id: id.first { !$0.isEmpty }, time: time.first { !$0.isEmpty }, line: line)
  }
}
