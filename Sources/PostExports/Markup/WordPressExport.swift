/// A WordPress export (WXR 1.2): posts and pages of title and content, and their comments.
struct WordPressExport: MarkupLayout {
  let elements = ["item", "wp:comment"]

  static func isSample(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    let end = min(bytes.count, start + FormatDetection.sampleBytes)
    guard start < end, bytes[start] == UInt8(ascii: "<") else { return false }
    return BytePattern("wordpress.org/export/").first(in: bytes, from: start, to: end) != nil
  }

  func post(_ element: String, _ bytes: Span<UInt8>, _ range: Range<Int>) throws(MarkupFault) -> MarkupPost? {
    func value(_ name: String) throws(MarkupFault) -> [UInt8]? { try XMLElement(name).value(bytes, range) }
    let isItem = element == "item"
    let markup = try value(isItem ? "content:encoded" : "wp:comment_content")
    let content = markup.map { HTMLText.plain($0) }
    let title = isItem ? try value("title") : nil
    let parts = [title.map { HTMLText.trimmed($0) }, content].compactMap { $0 }.filter { !$0.isEmpty }
    let text = Array(parts.joined(separator: [Byte.newline]))
    let id = try value(isItem ? "wp:post_id" : "wp:comment_id")
    let time = try value(isItem ? "wp:post_date_gmt" : "wp:comment_date_gmt")
    // The entries of menus repeat the titles of pages.
    let type = isItem ? try value("wp:post_type") : nil
    if text.isEmpty || type == Array("nav_menu_item".utf8) { return nil }
    return MarkupPost(text: text, id: isItem ? id : id.map { Array("comment-".utf8) + $0 }, time: time)
  }
}

/// An element without attributes that holds text and CDATA sections.
struct XMLElement {
  private let name: String
  private static let sectionStart = BytePattern("<![CDATA[")
  private static let sectionEnd = BytePattern("]]>")

  init(_ name: String) { self.name = name }

  /// The text of the first such element in `range`; nil if there is none. Half of one is a fault.
  func value(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(MarkupFault) -> [UInt8]? {
    let (opening, closing) = (BytePattern("<\(name)>"), BytePattern("</\(name)>"))
    let start = opening.first(in: bytes, from: range.lowerBound, to: range.upperBound)
    let end = closing.first(in: bytes, from: start ?? range.lowerBound, to: range.upperBound)
    switch (start, end) {
    case (nil, nil): return nil
    case (let start?, let end?): return try text(bytes, start + opening.count, end)
    default: throw MarkupFault(reason: "<\(name)> is damaged")
    }
  }

  private func text(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) throws(MarkupFault) -> [UInt8] {
    var text: [UInt8] = []
    var at = start
    while at < end {
      let section = Self.sectionStart.first(in: bytes, from: at, to: end) ?? end
      let plain = (at..<section).map { bytes[$0] }
      var index = 0
      while index < plain.count {
        if plain[index] == UInt8(ascii: "&") {
          CharacterReference.resolve(plain, &index, &text)
        } else {
          text.append(plain[index])
          index += 1
        }
      }
      if section == end { break }
      let inner = section + Self.sectionStart.count
      guard let close = Self.sectionEnd.first(in: bytes, from: inner, to: end) else {
        throw MarkupFault(reason: "the CDATA of <\(name)> is never closed")
      }
      text += (inner..<close).map { bytes[$0] }
      at = close + Self.sectionEnd.count
    }
    return text
  }
}
