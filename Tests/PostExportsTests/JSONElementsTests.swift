import PostExports
import Testing

@Suite struct JSONElementsTests {
  @Test(
    arguments: [
      ("", []),
      ("[]", []),
      (" [ ] \n", []),
      (#"[{"text":"a"},{"id":9,"text":"b"}]"#, [post("1", "a", 1), post("9", "b", 1)]),
      (
        "[\n  {\n    \"text\": \"a\",\n    \"tags\": [{\"x\": 1}, {\"x\": 2}]\n  },\n  {\n    \"text\": \"b\"\n  }\n]\n",
        [post("1", "a", 2), post("2", "b", 6)]
      ),
      (
        "{\n\"text\":\"a\"}\n{\"text\":\"b\"}{\"text\":\"c\"}",
        [post("1", "a", 1), post("2", "b", 3), post("3", "c", 3)]
      ),
      (#"[{"text":"a"}][{"text":"b"}]"#, [post("1", "a", 1), post("2", "b", 1)]),
    ] as [(String, [Item])]
  )
  func objectsArePosts(input: String, expected: [Item]) throws {
    #expect(try items(input, .json) == expected)
  }

  private static func post(_ id: String, _ text: String, _ line: Int) -> Item { .post(id: id, text: text, line: line) }

  @Test func otherElementsAreBad() throws {
    let found = try items(#"[1,"x",null,[{"text":"dalam"}],{"text":"a"}]"#, .json)
    #expect(found.count == 5 && found.dropLast().allSatisfy(\.isBad))
    #expect(found.last == Self.post("5", "a", 1))
  }

  @Test(arguments: [
    "[{\"text\":\"a\"}", "[{\"text\":\"a\"},", "[{\"text\":\"a\"},\n{\"text\":\"b", "[{\"text\":\"a\"},\n{\"text\":",
  ])
  func aCutFileIsReported(input: String) throws {
    let found = try items(input, .json)
    #expect(found.count == 2)
    #expect(found.first == Self.post("1", "a", 1))
    #expect(found.last?.isBad == true)
  }

  @Test(arguments: [",\n", ", ", ",", ",\n  "])
  func aDamagedElementCostsOneRecord(separator: String) throws {
    let elements = (0..<20).map { number in
      switch number {
      case 5: #"{"id":"5","text":"tanpa penutup},{"#
      case 9: #"{"id":"9","text":"tanpa kurung","n":[{"text":1}]"#
      case 14: #"{"id" "14","text":"tanpa titik dua"}"#
      default: #"{"id":"\#(number)","text":"isi, {kurung}"}"#
      }
    }
    let found = try items("[" + elements.joined(separator: separator) + "]", .json)
    let ids = found.compactMap { if case .post(let id, _, _) = $0 { id } else { nil } }
    #expect(ids == (0..<20).filter { ![5, 9, 14].contains($0) }.map(String.init))
    #expect(found.count(where: \.isBad) >= 3)
  }

  @Test func nestedObjectsOfADamagedElementAreNotPosts() throws {
    let nested = "\"replies\": [\n      {\"text\": \"x\"},\n      {\"text\": \"y\"}\n    ]"
    let element = { (text: String) in "  {\n    \"text\": \(text),\n    \(nested)\n  }" }
    let input = "[\n" + ["\"a\"", "\"b\"", "oops", "\"d\""].map(element).joined(separator: ",\n") + "\n]"
    let found = try items(input, .json)
    #expect(found.count == 4)
    #expect(found[2].isBad)
    #expect(found[3] == Self.post("4", "d", 23))
  }

  @Test func anElementBeyondTheLimitIsSkipped() throws {
    let long = String(repeating: "panjang ", count: 60)
    let input = "[{\"text\":\"a\"},\n{\"text\":\"\(long)\"},\n{\"text\":\"c\"}]"
    #expect(
      try items(input, .json, maxRecordBytes: 200) == [
        Self.post("1", "a", 1), .bad(line: 2, reason: "longer than 200 bytes, skipped"), Self.post("3", "c", 3),
      ]
    )
  }
}
