import PostExports
import Testing

@Suite struct CSVRowsTests {
  private static let cases: [(name: String, input: String, expected: [Item])] = [
    ("header only", "id,text\n", []),
    ("empty file", "", []),
    ("plain", "id,text\n7,halo\n8,apa kabar", [post("7", "halo", 2), post("8", "apa kabar", 3)]),
    (
      "quotes, newline, doubled quote, CRLF",
      "id,text\r\n1,\"satu, dua\r\n\"\"tiga\"\"\"\r\n2,\"\"\r\n",
      [post("1", "satu, dua\r\n\"tiga\"", 2), post("2", "", 4)]
    ),
    ("BOM and semicolon", "\u{FEFF}\"id\";\"text\"\n1;\"a;b, c\"\n", [post("1", "a;b, c", 2)]),
    ("tab", "id\ttext\n1\thalo, kak; ya\n", [post("1", "halo, kak; ya", 2)]),
    (
      "one column holds commas", "text\nhalo, kak\n\"dua, tiga\"\n",
      [post("1", "halo, kak", 2), post("2", "dua, tiga", 3)]
    ),
    ("no id column", "text,user\na,x\nb,y\n", [post("1", "a", 2), post("2", "b", 3)]),
    ("empty id", "id,text\n,a\n9,b\n", [post("1", "a", 2), post("9", "b", 3)]),
    ("blank lines", "\nid,text\n\n1,a\n\r\n\n2,b\n\n", [post("1", "a", 4), post("2", "b", 7)]),
    ("names in other case, padded", " ID , Text \n1,a\n", [post("1", "a", 2)]),
    ("quotes inside an unquoted field", "id,text\n1,layar 5\" itu\n", [post("1", "layar 5\" itu", 2)]),
    ("NUL", "id,text\n1,a\0b\n", [post("1", "a\0b", 2)]),
    ("empty extra fields", "id,text\n1,a,,\n", [post("1", "a", 2)]),
    ("missing fields behind the text", "id,text,time,user\n1,a,\n2,\"b\"\n", [post("1", "a", 2), post("2", "b", 3)]),
    ("delimiter in a quoted name", "id,\"text\",\"a;b;c;d\"\n1,a,b\n", [post("1", "a", 2)]),
  ]

  private static func post(_ id: String, _ text: String, _ line: Int) -> Item { .post(id: id, text: text, line: line) }

  @Test(arguments: cases.indices)
  func rowsBecomePosts(index: Int) throws {
    let example = Self.cases[index]
    #expect(try items(example.input, .csv) == example.expected, "\(example.name)")
  }

  @Test func aTextThatMayBePartialIsBad() throws {
    let input = "id,time,text\n1,t,halo, kak\n2,t\n3,t,utuh\n"
    #expect(
      try items(input, .csv) == [
        .bad(line: 2, reason: "4 fields under a header of 3"), .bad(line: 3, reason: "2 fields under a header of 3"),
        .post(id: "3", text: "utuh", line: 4),
      ]
    )
  }

  @Test func aLostQuoteCostsOneRow() throws {
    let input = "id,text\n1,\"satu\n2,\"dua\"\n3,\"tiga\" x\n4,\"empat\"\n5,\"lima\n6,enam\n"
    #expect(
      try items(input, .csv) == [
        .bad(line: 2, reason: "text after the closing quote on line 3: a quote is missing or not doubled"),
        .post(id: "2", text: "dua", line: 3),
        .bad(line: 4, reason: "text after the closing quote on line 4: a quote is missing or not doubled"),
        .post(id: "4", text: "empat", line: 5), .bad(line: 6, reason: "the quote opened on line 6 is never closed"),
        .post(id: "6", text: "enam", line: 7),
      ]
    )
  }

  @Test func aQuoteOpenForAThousandLinesIsGivenUp() throws {
    let rows = (1...3000).map { "\($0),isi \($0)\n" }.joined()
    let found = try items("id,text\n0,\"awal\n" + rows, .csv)
    #expect(found.count == 3001)
    #expect(found.first == .bad(line: 2, reason: "the quote opened on line 2 is never closed"))
    #expect(found.last == .post(id: "3000", text: "isi 3000", line: 3002))
  }

  @Test func aRowBeyondTheLimitIsSkipped() throws {
    let long = String(repeating: "x", count: 100)
    let input = "id,text\n1,\(long)\n2,b\n3,\"\(long)\"\n4,d\n"
    #expect(
      try items(input, .csv, maxRecordBytes: 20) == [
        .bad(line: 2, reason: "longer than 20 bytes, skipped"), .post(id: "2", text: "b", line: 3),
        .bad(line: 4, reason: "longer than 20 bytes, skipped"), .post(id: "4", text: "d", line: 5),
      ]
    )
  }

  @Test func fieldsCanBeNamed() throws {
    let fields = PostFields(text: "isi", id: "no", time: "waktu")
    let input = "no,waktu,isi\n5,2026-11-01,\"kata \"\"x\"\"\"\n"
    var reader = PostReader(
      source: MemorySource(input.utf8),
      options: PostReader.Options(format: .csv, fields: fields)
    )
    guard case .post(let post)? = try reader.next()?.first else { return #expect(Bool(false), "a post expected") }
    #expect([post.id, post.time, post.text] == ["5", "2026-11-01", "kata \"x\""])
  }

  @Test func oneColumnMayServeAsAllParts() throws {
    let fields = PostFields(text: "t", id: "t", time: "t")
    #expect(try items("t,x\n\"a\"\"b\",1\n", .csv, fields: fields) == [Self.post("a\"b", "a\"b", 2)])
  }

  @Test func aMissingColumnListsTheOthers() throws {
    let error = #expect(throws: PostExportError.self) { try items("id,tweet,date\n1,a,b\n", .csv) }
    #expect(error?.kind == .missingColumn)
    #expect(
      error?.description
        == "posts: no column \"text\" among the columns found: id, tweet, date; name the right one with --text-field"
    )
    let idError = #expect(throws: PostExportError.self) {
      try items("id,text\n1,a\n", .csv, fields: PostFields(id: "nomor"))
    }
    #expect(idError?.advice == "name the right one with --id-field")
  }

  @Test func aHeaderThatNeverEndsIsAnError() throws {
    let error = #expect(throws: PostExportError.self) { try items("id,\"text\n1,a\n", .csv) }
    #expect(error?.kind == .badHeader)
  }
}
