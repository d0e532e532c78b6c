/// The text of a YouTube Takeout's comment: plain, `{"text":…},{"text":…,"mention":…}`, or
/// `{"takeoutSegments":[{"text":…}]}`.
enum YouTubeSegments {
  private static let paths = JSONPaths([["text"], ["takeoutSegments", "*", "text"]])

  /// Puts the pieces together in place, which always shortens; text that is no such JSON stays as it is.
  static func join(_ window: inout [UInt8], _ place: inout Range<Int>) {
    guard !place.isEmpty, window[place.lowerBound] == Byte.openBrace,
      let text = joined(window.span, place)
    else { return }
    for (offset, byte) in text.enumerated() { window[place.lowerBound + offset] = byte }
    place = place.lowerBound..<place.lowerBound + text.count
  }

  private static func joined(_ bytes: Span<UInt8>, _ place: Range<Int>) -> [UInt8]? {
    var cursor = JSONCursor(at: place.lowerBound, end: place.upperBound)
    var (text, found): ([UInt8], [[UInt8]]) = ([], [])
    do throws(JSONFault) {
      while true {
        let value = try cursor.value(bytes, depth: 0)
        paths.collect(value, bytes, into: &found)
        for part in found { text += part }
        cursor.skipSpace(bytes)
        if cursor.at == cursor.end { return text }
        if bytes[cursor.at] != Byte.comma { return nil }
        cursor.at += 1
      }
    } catch {
      return nil
    }
  }
}
