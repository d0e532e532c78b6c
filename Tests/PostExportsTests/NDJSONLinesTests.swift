import PostExports
import Testing

@Suite struct NDJSONLinesTests {
  private static let good: [(input: String, id: String, text: String)] = [
    (#"{"id":"a1","text":"halo"}"#, "a1", "halo"),
    (#" { "text" : "halo" , "id" : 7 } "#, "7", "halo"),
    (#"{"id":12345678901234567890123,"text":""}"#, "12345678901234567890123", ""),
    (#"{"id":1.50e+3,"text":"x"}"#, "1.50e+3", "x"),
    (#"{"id":null,"text":"x"}"#, "1", "x"),
    (#"{"text":"x"}"#, "1", "x"),
    (#"{"id":true,"text":"x"}"#, "true", "x"),
    (#"{"id":{"$oid":"ab"},"text":"x"}"#, #"{"$oid":"ab"}"#, "x"),
    (#"{"text":"satu","text":"dua"}"#, "1", "dua"),
    (#"{"te\u0078t":"x"}"#, "1", "x"),
    (#"{"text":"a\"b\\c\/d\b\f\n\r\te"}"#, "1", "a\"b\\c/d\u{8}\u{C}\n\r\te"),
    (#"{"text":"\u00e9\u20AC\ud83c\udfb0"}"#, "1", "é€🎰"),
    (#"{"text":"a\ud83cb\udfb0c\ud83c\u0041"}"#, "1", "a\u{FFFD}b\u{FFFD}c\u{FFFD}A"),
    (#"{"text":"\u0000"}"#, "1", "\0"),
    (
      #"{"a":{"text":"dalam"},"b":[{"text":"dalam"}],"text":"luar","c":[1,-0.5E-7,true,false,null,[],{}]}"#, "1", "luar"
    ),
  ]

  @Test(arguments: good.indices)
  func anObjectIsAPost(index: Int) throws {
    let example = Self.good[index]
    let expected = Item.post(id: example.id, text: example.text, line: 1)
    #expect(try items(example.input, .ndjson) == [expected])
    #expect(try items(example.input, .json) == [expected], "as a JSON text")
    #expect(try items("[" + example.input + "]", .json) == [expected], "in an array")
  }

  private static let broken: [(input: String, reason: String)] = [
    (#"{"text":"a"#, "JSON that ends inside the record: cut off?"),
    (#"{"text":"a""#, "JSON that ends inside the record: cut off?"),
    (#"{"text":"a\u00"#, "JSON that ends inside the record: cut off?"),
    (#"{"n":tru"#, "JSON that ends inside the record: cut off?"),
    (#"{"text":"a"} x"#, "not JSON: the end expected at byte 13 of the record"),
    (#"{"text":"a",}"#, "not JSON: a key in quotes expected at byte 12 of the record"),
    (#"{text:"a"}"#, "not JSON: a key in quotes expected at byte 1 of the record"),
    (#"{"text" "a"}"#, "not JSON: ':' expected at byte 8 of the record"),
    (#"{"text":"a" "b":1}"#, "not JSON: ',' or '}' expected at byte 12 of the record"),
    (#"{"a":[1 2],"text":"a"}"#, "not JSON: ',' or ']' expected at byte 8 of the record"),
    (#"{"a":01,"text":"a"}"#, "not JSON: ',' or '}' expected at byte 6 of the record"),
    (#"{"a":1.,"text":"a"}"#, "not JSON: a digit expected at byte 7 of the record"),
    (#"{"a":+1,"text":"a"}"#, "not JSON: a value expected at byte 5 of the record"),
    (#"{"a":nil,"text":"a"}"#, "not JSON: 'null' expected at byte 6 of the record"),
    (#"{"text":"a\x"}"#, "not JSON: a known escape expected at byte 11 of the record"),
    (#"{"text":"\u00g0"}"#, "not JSON: a hexadecimal digit expected at byte 13 of the record"),
    ("{\"text\":\"a\tb\"}", "not JSON: an escape instead of a control character expected at byte 10 of the record"),
    ("{\"text\":\"a\0b\"}", "not JSON: an escape instead of a control character expected at byte 10 of the record"),
    (#"[{"text":"a"}]"#, "a JSON value that is no object"),
    ("42", "a JSON value that is no object"),
    ("halo", "not JSON: a value expected at byte 0 of the record"),
    (#"{"id":1}"#, "no text field \"text\"; name the right one with --text-field"),
    (#"{"text":null}"#, "no text field \"text\"; name the right one with --text-field"),
    (#"{"text":5}"#, "the text field \"text\" is not a string"),
    (#"{"text":["a"]}"#, "the text field \"text\" is not a string"),
    (#"{"a":"# + String(repeating: "[", count: 100), "JSON nested more than 64 levels deep"),
  ]

  @Test(arguments: broken.indices)
  func anythingElseIsBadAndTheNextLineIsRead(index: Int) throws {
    let example = Self.broken[index]
    let expected: [Item] = [.bad(line: 1, reason: example.reason), .post(id: "2", text: "baik", line: 2)]
    #expect(try items(example.input + "\n{\"text\":\"baik\"}\n", .ndjson) == expected)
  }

  @Test func blankLinesAreNoRecords() throws {
    let input = "\u{FEFF}\n{\"text\":\"a\"}\r\n \t\r\n\n{\"text\":\"b\"}"
    #expect(try items(input, .ndjson) == [.post(id: "1", text: "a", line: 2), .post(id: "2", text: "b", line: 5)])
  }

  @Test func aLineBeyondTheLimitIsSkipped() throws {
    let input = "{\"text\":\"\(String(repeating: "x", count: 90))\"}\n{\"text\":\"b\"}\n"
    #expect(
      try items(input, .ndjson, maxRecordBytes: 50) == [
        .bad(line: 1, reason: "longer than 50 bytes, skipped"), .post(id: "2", text: "b", line: 2),
      ]
    )
  }

  @Test func fieldsCanBeNamedAndShared() throws {
    let fields = PostFields(text: "isi", id: "isi", time: "isi")
    let input = #"{"text":"x","isi":"a\n\u0041"}"#
    #expect(try items(input, .ndjson, fields: fields) == [.post(id: "a\nA", text: "a\nA", line: 1)])
  }
}
