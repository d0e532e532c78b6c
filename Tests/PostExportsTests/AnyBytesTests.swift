import PostExports
import Testing

/// Whatever the bytes are: no crash, the counts add up, and reads of any size give the same records.
@Suite struct AnyBytesTests {
  private static let alphabets: [[UInt8]] = [
    Array("\",\n".utf8), Array("\"a,;\n\r\t".utf8), Array("{}[]\":,\\ \n\"text1u".utf8), Array(0...255),
  ]

  private static let words = [
    "{\"text\":\"", "\"}", "\\ud83c", "\\u00", ",\n{", "[{", "]", "\"text\":", "id,text\n", "1,\"", "\"\"", "\n",
    "\r\n", "x", "",
    " ", "true", "-0.1e", "{\"text\":\"a\"}", ",", "[", "{", "}", "null",
  ]

  @Test(arguments: 1...500)
  func randomBytes(seed: Int) throws {
    var random = SeededRandom(state: UInt64(seed))
    let alphabet = Self.alphabets[seed % Self.alphabets.count]
    let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    try expectSameForAnyChunk(bytes, &random)
  }

  @Test(arguments: 1...500)
  func randomWords(seed: Int) throws {
    var random = SeededRandom(state: UInt64(seed))
    let words = (0..<Int.random(in: 0...80, using: &random)).map { _ in Self.words.randomElement(using: &random) ?? "" }
    try expectSameForAnyChunk(Array(words.joined().utf8), &random)
  }

  private func expectSameForAnyChunk(_ bytes: [UInt8], _ random: inout SeededRandom) throws {
    let limit = [3, 20, 100, 1 << 20].randomElement(using: &random) ?? 20
    for format in PostFormat.allCases {
      let whole = outcome(bytes, format, chunk: 1 << 20, limit: limit)
      for chunk in [1, Int.random(in: 2...100, using: &random)] {
        #expect(
          outcome(bytes, format, chunk: chunk, limit: limit) == whole,
          "\(format), chunk \(chunk), limit \(limit): \(String(decoding: bytes, as: UTF8.self).debugDescription)"
        )
      }
    }
  }

  /// The records, or the message that refuses the input.
  private func outcome(_ bytes: [UInt8], _ format: PostFormat, chunk: Int, limit: Int) -> Result<
    [Item], PostExportError
  > {
    let options = PostReader.Options(format: format, chunkBytes: chunk, maxRecordBytes: limit)
    do {
      return .success(try items(MemorySource(bytes), options))
    } catch let error as PostExportError {
      return .failure(error)
    } catch {
      return .failure(.unreadable(path: "-", reason: "\(error)"))
    }
  }
}
