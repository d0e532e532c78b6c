import PostExports
import Testing

/// A record without end must not fill the memory.
@Suite struct MemoryTests {
  /// Gives `start`, then `size` bytes of filling (whole chunks), then `end`; notes the largest buffer it was handed.
  private struct EndlessRecord: ByteSource {
    var start: [UInt8]
    var size: Int
    var end: [UInt8]
    let peak: Peak
    private static let filling = [UInt8](repeating: 0x78, count: 1 << 20)
    let name = "endless"
    let totalBytes: Int? = nil
    var position = 0

    mutating func read(_ count: Int, into buffer: inout [UInt8]) throws(PostExportError) -> Int {
      let before = buffer.count
      if !start.isEmpty {
        buffer += start
        start = []
      } else if size > 0 {
        buffer += Self.filling
        size -= Self.filling.count
      } else {
        buffer += end
        end = []
      }
      peak.note(buffer.count)
      position += buffer.count - before
      return buffer.count - before
    }
  }

  /// Only the reading thread touches it; the source that holds it is never shared.
  private final class Peak: @unchecked Sendable {
    private(set) var bytes = 0
    func note(_ count: Int) { bytes = max(bytes, count) }
  }

  @Test(arguments: [
    (PostFormat.text, "", "\nbaik\n"), (.ndjson, "{\"text\":\"", "\"}\n{\"text\":\"baik\"}\n"),
    (.json, "[{\"text\":\"", "\"},{\"text\":\"baik\"}]"), (.csv, "id,text\n1,\"", "\"\n2,baik\n"),
    (.csv, "id,text\n1,", "\n2,baik\n"),
  ])
  func aLineOf64MiBIsReportedAndSkipped(format: PostFormat, start: String, end: String) throws {
    let peak = Peak()
    let source = EndlessRecord(start: Array(start.utf8), size: 64 << 20, end: Array(end.utf8), peak: peak)
    var reader = PostReader(source: source, options: PostReader.Options(format: format, maxRecordBytes: 4 << 20))
    var records: [PostBatch.Record] = []
    while let batch = try reader.next() { records += batch }
    #expect(records.count == 2)
    guard case .bad(let bad)? = records.first, case .post(let post)? = records.last else {
      return #expect(Bool(false), "a bad record and a post expected")
    }
    #expect(bad.reason == "longer than 4194304 bytes, skipped")
    #expect(post.text == "baik")
    #expect(peak.bytes <= (5 << 20) + 100)
  }
}
