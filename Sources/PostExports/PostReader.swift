/// How far a reading has come.
public struct ReadProgress: Sendable, Hashable {
  /// Bytes taken from the input.
  public let bytes: Int
  /// The size of the input in bytes, where it is known.
  public let totalBytes: Int?
  /// Records given so far, good and bad.
  public let records: Int
  /// The bad ones among them.
  public let bad: Int
}

/// Reads exported posts of any size in bounded memory.
///
///     var reader = try PostReader(path: "posts.csv")
///     while let batch = try reader.next() {
///       for record in batch {
///         switch record {
///         case .post(let post): post.withText { text in … }
///         case .bad(let bad): print(bad)
///         }
///       }
///     }
///
/// The reader belongs to one thread; the batches are values for any. A batch is as much as one read gave, so records
/// of a slow pipe come as soon as they are whole. Memory: one chunk and one record at most, beside the batches that
/// are still held.
public struct PostReader: ~Copyable, Sendable {
  /// What to read, and how.
  public struct Options: Sendable, Hashable {
    /// The layout of the input.
    public var format: PostFormat
    /// The names of the parts of a post.
    public var fields: PostFields
    /// Bytes asked for at a time, at least 1.
    public var chunkBytes: Int
    /// A longer record is reported and skipped; 1 byte to 1 GiB.
    public var maxRecordBytes: Int
    /// The input was found in a directory or an archive: what holds no posts is an error of the kind `noPosts`.
    var isFound = false

    /// Creates options; 128 KiB a chunk and 16 MiB a record unless given. A chunk stays in a core's cache; with twice as much
    /// a scan by two workers took 6 MB more and no less time.
    public init(
      format: PostFormat = .auto,
      fields: PostFields = PostFields(),
      chunkBytes: Int = 128 << 10,
      maxRecordBytes: Int = 16 << 20
    ) {
      self.format = format
      self.fields = fields
      self.chunkBytes = max(1, chunkBytes)
      self.maxRecordBytes = min(max(1, maxRecordBytes), 1 << 30)
    }
  }

  /// The format read, known for certain after the first `next()`; `auto` until then.
  public private(set) var format: PostFormat

  private let options: Options
  private var source: any ByteSource
  private var parser: (any RecordParser)?
  /// The bytes read and not yet given away; those before `start` are consumed.
  private var window: [UInt8] = []
  private var start = 0
  private var hasEnded = false
  /// Whether the window may hold a whole record.
  private var isReady = false
  /// The size the window must reach before it is parsed again.
  private var patience = 0
  private var batches = 0
  private var records = 0
  private var bad = 0
  /// The memory of a batch that was given back.
  private var spare: (bytes: [UInt8], slots: [Slot]) = ([], [])

  /// Opens the file at `path`; `-` is standard input. Throws if the file can't be opened.
  public init(path: String, options: Options = Options()) throws(PostExportError) {
    self.init(source: try FileSource(path: path), options: options)
  }

  /// Reads from any source of bytes; gzip and zstd are unpacked.
  public init(source: any ByteSource, options: Options = Options()) {
    self.source = UnpackingSource(source)
    self.options = options
    format = options.format
  }

  /// How far the reading has come.
  public var progress: ReadProgress {
    ReadProgress(bytes: source.position, totalBytes: source.totalBytes, records: records, bad: bad)
  }

  /// The next records, at least one; `nil` at the end of the input.
  ///
  /// Blocks while the input has none. Throws if the input can't be read on, is of no kind that holds posts, or lacks
  /// a column that was asked for.
  public mutating func next() throws(PostExportError) -> PostBatch? {
    if parser == nil { try prepare() }
    while true {
      if isReady, let batch = try parse() { return batch }
      if hasEnded { return nil }
      try fill()
    }
  }

  /// Takes back a batch that is done with, so that its memory serves the next.
  public mutating func reuse(_ batch: consuming PostBatch) {
    spare = (batch.storage, batch.slots)
  }

  private static let longBytes = 1 << 20

  private mutating func parse() throws(PostExportError) -> PostBatch? {
    var found = BatchRecords(file: source.name, reusing: spare.slots)
    spare.slots = []
    do throws(PostExportError) {
      start = try parser?.parse(&window, from: start, isLast: hasEnded, into: &found) ?? start
    } catch {
      // A table of something else.
      throw error.kind == .missingColumn && options.isFound ? .noPosts(path: source.name) : error
    }
    isReady = found.isFull
    // A long record that is not yet whole is looked at again when half as much again is there, not at every chunk.
    let rest = window.count - start
    let isLong = found.slots.isEmpty && rest >= Self.longBytes
    patience = isLong ? min(rest * 3 / 2, options.maxRecordBytes + 1) : 0
    return found.slots.isEmpty ? nil : batch(of: found)
  }

  /// Hands the consumed part of the window over. Most of the window goes as it is; a small part is copied, so that
  /// the trickle of a pipe does not hold a whole chunk a record.
  private mutating func batch(of found: BatchRecords) -> PostBatch {
    let storage: [UInt8]
    if !found.made.isEmpty {
      storage = found.made
      window.removeFirst(start)
    } else if start >= window.capacity / 4 {
      var rest = spare.bytes
      spare.bytes = []
      rest.removeAll(keepingCapacity: true)
      rest.reserveCapacity(window.count - start + options.chunkBytes)
      rest.append(contentsOf: window[start...])
      storage = window
      window = rest
    } else {
      storage = Array(window[..<start])
      window.removeFirst(start)
    }
    start = 0
    defer {
      batches += 1
      records += found.slots.count
      bad += found.bad.count
    }
    return PostBatch(index: batches, firstNumber: records + 1, storage: storage, records: found)
  }

  /// Reads one chunk. The parser is asked again once a record may be whole, or is too long to wait for.
  private mutating func fill() throws(PostExportError) {
    window.removeFirst(start)
    start = 0
    let before = window.count
    hasEnded = try source.read(options.chunkBytes, into: &window) == 0
    let terminator = parser?.terminator ?? Byte.newline
    let hasTerminator = ByteScan.first(terminator, window.span, from: before, to: window.count) < window.count
    let mayBeWhole = hasTerminator || window.count > options.maxRecordBytes || patience > 0
    isReady = isReady || hasEnded || mayBeWhole && window.count >= patience
  }

  /// Reads until the format is known.
  private mutating func prepare() throws(PostExportError) {
    var finding = Signature.Finding.undecided
    while finding == .undecided {
      try fill()
      finding = Signature.find(window, isLast: hasEnded)
    }
    if case .foreign(let what, let advice) = finding {
      throw .unsupported(path: source.name, reason: "this is \(what), not readable as posts", advice: advice)
    }
    if case .text(let first) = finding { try detectFormat(from: first) }
    if options.isFound, options.format == .auto, !detection.holdsPosts(format, window.span, from: start) {
      throw .noPosts(path: source.name)
    }
    let settings = ParserSettings(path: source.name, fields: options.fields, maxRecordBytes: options.maxRecordBytes)
    parser = Self.parser(format, settings)
    isReady = true
  }

  private var detection: FormatDetection { FormatDetection(path: source.name, fields: options.fields) }

  private mutating func detectFormat(from first: Int) throws(PostExportError) {
    start = first
    while format == .auto {
      if let found = detection.format(window.span, from: start, isLast: hasEnded) {
        format = found
        if found == .text { try refuseBinary() }
      } else {
        try fill()
      }
    }
  }

  /// A picture, a program or the like is no text, which no byte would contradict. A pipe may have nothing to show yet.
  private mutating func refuseBinary() throws(PostExportError) {
    guard source.totalBytes != nil else { return }
    while !hasEnded, window.count - start < FormatDetection.binarySampleBytes { try fill() }
    if FormatDetection.isBinary(window.span, from: start) { throw .binary(path: source.name) }
  }

  private static func parser(_ format: PostFormat, _ settings: ParserSettings) -> any RecordParser {
    switch format {
    case .auto, .text: TextLines(settings)
    case .csv: CSVRows(settings)
    case .ndjson: NDJSONLines(settings)
    case .json: JSONElements(settings)
    case .reddit, .youtubeChat: NDJSONLines(settings, platform: PlatformPosts(format))
    case .telegram, .facebook, .instagram, .tiktok, .x, .mastodon:
      JSONElements(settings, platform: PlatformPosts(format))
    case .whatsapp: ChatMessages(settings)
    case .youtube: CSVRows(settings, names: .youtube(settings.fields))
    case .youtubePages: MarkupRecords(settings, layout: YouTubePage())
    case .wordpress: MarkupRecords(settings, layout: WordPressExport())
    case .mbox: MailMessages(settings, isMailbox: true)
    case .eml: MailMessages(settings, isMailbox: false)
    }
  }
}
