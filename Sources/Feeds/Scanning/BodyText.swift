/// The text of a response's body.
enum BodyText {
  /// `bytes` unpacked when they are a gzip file, as UTF-8.
  static func utf8(_ bytes: [UInt8], contentType: String?) throws(FeedError) -> [UInt8] {
    let limit = FeedParser.maximumBytes
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    guard Gzip.isGzip(bytes) else { return Encodings.utf8(from: bytes, contentType: contentType) }
    return Encodings.utf8(from: try Gzip.unpacked(bytes, limit: limit), contentType: contentType)
  }
}
