/// Tells the format of an export by its first bytes; the file's extension only settles what they leave open.
struct FormatDetection {
  /// The bytes after which a decision is made without waiting for more.
  static let sampleBytes = 64 << 10

  private let fileExtension: String
  private let fields: PostFields

  init(path: String, fields: PostFields) {
    fileExtension = PostInputs.kind(path)
    self.fields = fields
  }

  /// The format of the input that starts at `start`; `nil` if more bytes are needed, never with `isLast`.
  func format(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> PostFormat? {
    let isEnough = isLast || bytes.count - start >= Self.sampleBytes
    guard let first = Self.visible(bytes, from: start) else { return isEnough ? .text : nil }
    let lineEnd = ByteScan.first(Byte.newline, bytes, from: first, to: bytes.count)
    let isHeadInSight = lineEnd < bytes.count || bytes.count - first >= Self.headBytes
    if !isHeadInSight && !isEnough && bytes[first] != Byte.openBrace { return nil }
    if ChatHead(bytes, from: first, to: min(bytes.count, first + Self.headBytes)) != nil { return .whatsapp }
    if isX(bytes, from: first) { return .x }
    if MailHead.isMailbox(bytes, from: first, to: bytes.count) { return .mbox }
    switch MailHead.isMessage(bytes, from: first, to: bytes.count) {
    case true?: return .eml
    case nil where !isEnough: return nil
    default: break
    }
    if !isEnough, Self.isMarkup(bytes, from: first) { return nil }
    if WordPressExport.isSample(bytes, from: first) { return .wordpress }
    if YouTubePage.isSample(bytes, from: first) { return .youtubePages }
    guard let general = generalFormat(bytes, from: first, isLast: isLast, isEnough: isEnough) else { return nil }
    guard fields.text == nil, general == .json || general == .ndjson else { return general }
    // A whole object on the first line speaks for itself; of any other JSON the sample is looked through.
    let isLine = general == .ndjson && isObject(bytes, from: first, to: lineEnd)
    if !isLine && !isEnough { return nil }
    let sampleEnd = min(isLine ? lineEnd : bytes.count, first + Self.sampleBytes)
    return PlatformDetection.format(bytes, from: first, to: sampleEnd) ?? general
  }

  /// Enough to recognise the first line of a chat.
  private static let headBytes = 64

  private func isObject(_ bytes: Span<UInt8>, from: Int, to: Int) -> Bool {
    var cursor = JSONCursor(at: from, end: to)
    return (try? cursor.object(bytes, depth: 0) { _, _ in }) != nil
  }

  private static let markup = ["<?xml", "<rss", "<html", "<HTML", "<!DOCTYPE", "<!doctype"].map(BytePattern.init)

  /// A file of HTML or XML, which shows later what it holds.
  private static func isMarkup(_ bytes: Span<UInt8>, from: Int) -> Bool {
    for mark in markup where mark.lies(at: from, in: bytes, to: bytes.count) { return true }
    return false
  }

  private func isX(_ bytes: Span<UInt8>, from: Int) -> Bool {
    let mark = Array("window.YTD.".utf8)
    return from + mark.count <= bytes.count && mark.indices.allSatisfy { bytes[from + $0] == mark[$0] }
  }

  private func generalFormat(_ bytes: Span<UInt8>, from first: Int, isLast: Bool, isEnough: Bool) -> PostFormat? {
    switch bytes[first] {
    case Byte.openBracket: return array(bytes, from: first, isEnough: isEnough)
    case Byte.openBrace: return object(bytes, from: first, isEnough: isEnough)
    default: return rows(bytes, from: first, isLast: isLast, isEnough: isEnough)
    }
  }

  /// The first byte that is no white space.
  private static func visible(_ bytes: Span<UInt8>, from: Int) -> Int? {
    var cursor = JSONCursor(at: from, end: bytes.count)
    cursor.skipSpace(bytes)
    return cursor.at < cursor.end ? cursor.at : nil
  }

  /// The bytes that show whether a file is text.
  static let binarySampleBytes = 4096

  /// Whether the sample is a picture, a program or the like: a twentieth of it, and 32 bytes, are control characters that no
  /// text holds. Of compressed data every ninth is one; a text with a NUL byte here and there is still a text.
  static func isBinary(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    let end = min(bytes.count, start + binarySampleBytes)
    var controls = 0
    for index in start..<end {
      switch bytes[index] {
      case 0...8, 14...26, 28...31, 127: controls += 1
      default: continue
      }
    }
    return controls >= 32 && controls * 20 >= end - start
  }

  private var saysJSON: Bool { ["json", "ndjson", "jsonl"].contains(fileExtension) }

  /// `[` opens an array of objects, or a line of chat.
  private func array(_ bytes: Span<UInt8>, from: Int, isEnough: Bool) -> PostFormat? {
    guard let next = Self.visible(bytes, from: from + 1) else { return isEnough ? (saysJSON ? .json : .text) : nil }
    let isJSON = bytes[next] == Byte.openBrace || bytes[next] == Byte.closeBracket || saysJSON
    return isJSON ? .json : .text
  }

  /// `{` starts an object that ends on its line (NDJSON), an object of several lines (JSON), or text.
  private func object(_ bytes: Span<UInt8>, from: Int, isEnough: Bool) -> PostFormat? {
    let lineEnd = ByteScan.first(Byte.newline, bytes, from: from, to: bytes.count)
    if lineEnd == bytes.count && !isEnough { return nil }
    var cursor = JSONCursor(at: from, end: lineEnd)
    do throws(JSONFault) {
      try cursor.object(bytes, depth: 0) { _, _ in }
      return .ndjson
    } catch .cut {
      guard let next = Self.visible(bytes, from: lineEnd) else { return isEnough ? .ndjson : nil }
      return bytes[next] == Byte.openBrace ? .ndjson : .json
    } catch {
      let hasKey = Self.visible(bytes, from: from + 1).map { bytes[$0] == Byte.quote } ?? false
      return hasKey || saysJSON ? .ndjson : .text
    }
  }

  private func rows(_ bytes: Span<UInt8>, from: Int, isLast: Bool, isEnough: Bool) -> PostFormat? {
    let saysRows = ["csv", "tsv"].contains(fileExtension)
    do throws(CSVFault) {
      let name = fields.textName
      let row = try CSVHeader.sniff(bytes, from: from, to: bytes.count, isLast: isLast, textNames: [name])
      if isYouTube(row.columns) { return .youtube }
      return saysRows || isHeader(row.columns) ? .csv : .text
    } catch .incomplete {
      return isEnough ? (saysRows ? .csv : .text) : nil
    } catch {
      return saysRows ? .csv : .text
    }
  }

  private func isYouTube(_ columns: [String]) -> Bool {
    fields.text == nil && CSVHeader.place(of: ColumnNames.youtubeTexts, in: columns) != nil
      && CSVHeader.place(of: ColumnNames.youtubeIDs, in: columns) != nil
  }

  /// Whether an input that nobody named is an export: platforms and tables are, other JSON only with the text's key,
  /// lines only in a file that is called text.
  func holdsPosts(_ format: PostFormat, _ bytes: Span<UInt8>, from start: Int) -> Bool {
    switch format {
    case .text: return fileExtension == "txt"
    case .json, .ndjson:
      let end = min(bytes.count, start + Self.sampleBytes)
      return BytePattern("\"\(fields.textName)\"").first(in: bytes, from: start, to: end) != nil
    default: return true
    }
  }

  /// A first row is a header if it names the text, or looks like names of which at least one is usual.
  private func isHeader(_ columns: [String]) -> Bool {
    if CSVHeader.place(of: fields.textName, in: columns) != nil { return true }
    let areNames = columns.allSatisfy { column in
      !column.isEmpty && column.utf8.count <= 40
        && column.allSatisfy { $0.isLetter || $0.isNumber || " _-.".contains($0) }
    }
    return columns.count > 1 && areNames && columns.contains { Self.usualNames.contains($0.lowercased()) }
  }

  /// Column names of social-media exports and scrapers, with which hardly a line of prose would do.
  private static let usualNames: Set<String> = [
    "id", "post_id", "comment_id", "tweet_id", "message_id", "full_text", "tweet", "comment", "content", "caption",
    "message", "body", "created_at", "timestamp", "published_at", "date", "datetime", "username", "user_id", "author",
    "author_name", "url", "label", "komentar", "isi", "tanggal",
  ]
}
