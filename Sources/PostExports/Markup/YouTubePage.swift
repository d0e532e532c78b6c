/// Comments or live chat messages of an older YouTube Takeout: a list whose entries say where and when, then a break,
/// then the text.
struct YouTubePage: MarkupLayout {
  let elements = ["li"]
  private static let marks = ["<li>", "<br", "youtube.com/"].map(BytePattern.init)
  private static let idMarks = ["&amp;lc=", "&lc=", "google_comment_id="].map(BytePattern.init)

  static func isSample(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    let end = min(bytes.count, start + FormatDetection.sampleBytes)
    guard start < end, bytes[start] == UInt8(ascii: "<") else { return false }
    for mark in marks where mark.first(in: bytes, from: start, to: end) == nil { return false }
    return true
  }

  func post(_ element: String, _ bytes: Span<UInt8>, _ range: Range<Int>) throws(MarkupFault) -> MarkupPost? {
    guard let line = BytePattern("<br").first(in: bytes, from: range.lowerBound, to: range.upperBound) else {
      throw MarkupFault(reason: "no text behind the place and time of the comment")
    }
    let text = HTMLText.plain((line..<range.upperBound).map { bytes[$0] })
    guard !text.isEmpty else { return nil }
    let head = range.lowerBound..<line
    return MarkupPost(text: text, id: id(bytes, head), time: time(bytes, head))
  }

  /// The comment's id in the link to it.
  private func id(_ bytes: Span<UInt8>, _ head: Range<Int>) -> [UInt8]? {
    for mark in Self.idMarks {
      guard let place = mark.first(in: bytes, from: head.lowerBound, to: head.upperBound) else { continue }
      let rest = (place + mark.count..<head.upperBound).map { bytes[$0] }
      return Array(rest.prefix { !"&\"'>".utf8.contains($0) })
    }
    return nil
  }

  /// `2019-05-06 14:32:07 UTC` or what else stands between the link and the break.
  private func time(_ bytes: Span<UInt8>, _ head: Range<Int>) -> [UInt8]? {
    let text = String(decoding: head.map { bytes[$0] }, as: UTF8.self)
    return text.firstMatch(of: /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d( UTC)?/).map { Array($0.output.0.utf8) }
  }
}
