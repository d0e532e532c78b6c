/// Where the answers of a JSON interface hold what.
public struct JSONMapping: Sendable, Hashable {
  /// Where the next page is named.
  public enum Cursor: Sendable, Hashable {
    /// At this place of the answer.
    case document(JSONPointer)
    /// At this place of the last item.
    case lastItem(JSONPointer)
  }

  /// The list of items. The other places count from an item.
  public var items: JSONPointer
  /// The item's identifier.
  public var id: JSONPointer?
  /// Its headline.
  public var title: JSONPointer?
  /// Its text.
  public var text: JSONPointer?
  /// Whether the text is markup.
  public var isMarkup: Bool
  /// Who wrote it.
  public var author: JSONPointer?
  /// When.
  public var time: JSONPointer?
  /// Its page.
  public var link: JSONPointer?
  /// Where the next page is named; nil when there is none.
  public var cursor: Cursor?

  /// Creates a mapping.
  public init(
    items: JSONPointer,
    id: JSONPointer? = nil,
    title: JSONPointer? = nil,
    text: JSONPointer? = nil,
    isMarkup: Bool = false,
    author: JSONPointer? = nil,
    time: JSONPointer? = nil,
    link: JSONPointer? = nil,
    cursor: Cursor? = nil
  ) {
    self.items = items
    self.id = id
    self.title = title
    self.text = text
    self.isMarkup = isMarkup
    self.author = author
    self.time = time
    self.link = link
    self.cursor = cursor
  }
}

/// One answer of a JSON interface.
///
/// ```swift
/// let mapping = JSONMapping(items: JSONPointer("/posts")!, text: JSONPointer("/record/text"))
/// let page = try JSONItems.parse(body, mapping: mapping, baseURL: "https://api.example/posts")
/// ```
public struct JSONItems: Sendable, Hashable {
  /// The items as entries.
  public var feed = Feed()
  /// What the interface calls the next page; nil on the last one.
  public var cursor: String?

  /// Reads an answer.
  ///
  /// - Parameters:
  ///   - bytes: the body of the response; a gzip file is unpacked.
  ///   - mapping: where it holds what.
  ///   - contentType: the value of the HTTP header, for its `charset`.
  ///   - baseURL: the address the body came from, for relative addresses.
  /// - Throws: `FeedError.noJSON` or `.noItems`, also for an error message instead of items.
  public static func parse(
    _ bytes: [UInt8],
    mapping: JSONMapping,
    contentType: String? = nil,
    baseURL: String? = nil
  ) throws(FeedError) -> JSONItems {
    let text = try BodyText.utf8(bytes, contentType: contentType)
    guard let document = JSONValue.parse(text) else { throw .noJSON }
    guard case .array(let items)? = mapping.items.value(in: document) else {
      throw .noItems(pointer: mapping.items.text)
    }
    let base = URLReference(baseURL ?? "")
    var page = JSONItems()
    page.feed.entries = items.map { entry($0, mapping, base) }
    switch mapping.cursor {
    case .document(let pointer)?: page.cursor = pointer.value(in: document)?.text
    case .lastItem(let pointer)?: page.cursor = items.last.flatMap { pointer.value(in: $0)?.text }
    case nil: break
    }
    return page
  }

  private static func entry(_ item: JSONValue, _ mapping: JSONMapping, _ base: URLReference) -> Feed.Entry {
    func text(_ pointer: JSONPointer?, isMarkup: Bool = false) -> String? {
      guard let bytes = pointer?.value(in: item)?.text.map({ Array($0.utf8) }) else { return nil }
      var text = MarkupText()
      if isMarkup { text.append(markup: bytes, 0..<bytes.count) } else { text.append(plain: bytes, 0..<bytes.count) }
      return text.nonEmpty
    }
    var entry = Feed.Entry()
    entry.id = mapping.id?.value(in: item)?.text
    entry.title = text(mapping.title)
    entry.contentText = text(mapping.text, isMarkup: mapping.isMarkup)
    entry.authors = [text(mapping.author)].compactMap(\.self)
    entry.published = mapping.time?.value(in: item)?.text.flatMap(time)
    entry.link = mapping.link?.value(in: item)?.text.map { base.address(of: $0) }
    return entry
  }

  /// A date in words or seconds since 1970, which some interfaces write with a fraction.
  private static func time(_ text: String) -> FeedDate? {
    if let seconds = Double(text), seconds > 1e8, seconds < 1e11 { return FeedDate(secondsSince1970: Int64(seconds)) }
    return DateParser.parse(text)
  }
}
