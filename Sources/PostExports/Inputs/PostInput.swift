/// One file to read: named by a caller, or found in a directory or a ZIP archive.
public struct PostInput: Sendable, Hashable {
  /// The path as given; `archive.zip/path/inside` for a file in an archive.
  public let name: String
  /// Whether it was found rather than named. What is found and holds no posts is no error: the reading of such a file
  /// throws a `PostExportError` of the kind `noPosts`.
  public let isFound: Bool
  private let entry: ZipEntry?
  private let path: String

  /// The file it is read from, an archive for what lies in one; nil when that is no regular file.
  public var identity: FileIdentity? { FileIdentity(path: path) }

  /// A file, a pipe, or `-` for standard input; never looked into as an archive or a directory.
  public init(path: String) { self.init(path: path, isFound: false) }

  init(path: String, isFound: Bool) {
    (name, self.path, self.isFound, entry) = (path, path, isFound, nil)
  }

  init(_ entry: ZipEntry, in archive: String) {
    (name, path, isFound, self.entry) = ("\(archive)/\(entry.name)", archive, true, entry)
  }

  /// Opens the file.
  public func reader(_ options: PostReader.Options = PostReader.Options()) throws(PostExportError) -> PostReader {
    var options = options
    options.isFound = isFound
    if let entry { return PostReader(source: try ZipEntrySource(entry, in: path), options: options) }
    return try PostReader(path: path, options: options)
  }
}

/// Files that were found and not taken, because their names say that they hold no posts.
public struct SkippedFiles: Sendable, Hashable, CustomStringConvertible {
  /// The directory or archive as given.
  public let place: String
  /// How many there were by the extension of their names, in lower case.
  public internal(set) var counts: [String: Int] = [:]

  /// All of them.
  public var count: Int { counts.values.reduce(0, +) }

  /// One line for people.
  public var description: String {
    let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key.isEmpty ? "no extension" : $0.key) \($0.value)" }
    return "\(place): \(count) files skipped that hold no posts (\(kinds.joined(separator: ", ")))"
  }
}
