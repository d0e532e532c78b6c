import Foundation
import Testing

@Suite("ronda scan")
struct ScanCommandTests {
  private let promo = "situs slot gacor, daftar sekarang link di bio"

  @Test(
    "a file that holds no posts in the layout asked for is told of; an empty one is not",
    arguments: ["telegram", "x", "wordpress", "youtube-html", "csv"]
  )
  func nothingFound(format: String) throws {
    let program = try Program()
    defer { program.clean() }
    try program.file("a.txt", "id,text\n")
    let outcome = try program.run("scan", "a.txt", "--format", format)
    #expect(outcome.code == 0 && outcome.output.isEmpty)
    #expect(outcome.errors == "a.txt: no posts were found; check --format and the names of the fields\n")
    #expect(try program.run("scan", "-", "--format", "text").errors.isEmpty)
  }

  @Test("text: one verdict a line, the line number as id")
  func text() throws {
    let program = try Program()
    defer { program.clean() }
    let outcome = try program.run("scan", "-", "--format", "text", input: "halo\n\(promo)\nselamat pagi\n")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(outcome.objects.map { $0["id"] as? String } == ["1", "2", "3"])
    #expect(outcome.objects.map { $0["verdict"] as? String } == ["clean", "harmful", "clean"])
  }

  @Test("CSV with a BOM, semicolons, quotes and line ends in fields; ids as given")
  func csv() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file(
      "posts.csv",
      "\u{FEFF}id;text\r\na-1;\"halo; kata \"\"dia\"\"\r\nbaris dua\"\r\n007;\(promo)\r\n"
    )
    let outcome = try program.run("scan", file)
    #expect(outcome.objects.map { $0["id"] as? String } == ["a-1", "007"])
    #expect(outcome.objects.last?["verdict"] as? String == "harmful")
  }

  @Test("NDJSON and JSON arrays; a number stays the number it was written as, none is the record's")
  func json() throws {
    let program = try Program()
    defer { program.clean() }
    let records = "{\"id\": 70, \"text\": \"halo\"}\n{\"text\": \"\\ud835\\udc46lot gacor daftar sekarang\"}\n"
    let lines = try program.run("scan", try program.file("a.ndjson", records))
    #expect(lines.objects.map { $0["id"] as? String } == ["70", "2"])
    let array = try program.run(
      "scan",
      try program.file("a.json", "[" + records.split(separator: "\n").joined(separator: ",") + "]")
    )
    #expect(array.output == lines.output)
  }

  @Test("every verdict has the whole schema, its spans are the original's bytes, its sums add up")
  func schema() throws {
    let program = try Program()
    defer { program.clean() }
    let post = "makasih 𝐏𝐔𝐋𝐀𝐔𝐖𝐈𝐍𝟕𝟕 gacor parah, link di bio wa 0812-3456-7890"
    let verdict = try #require(try program.run("explain", "--json", post).objects.first)
    #expect(Set(verdict.keys).isSuperset(of: ["verdict", "score", "categories", "evidence", "indicators", "lexicon"]))
    let category = try #require((verdict["categories"] as? [[String: Any]])?.first)
    #expect(Set(category.keys) == ["id", "score", "bias", "stance", "pillars"])
    let evidence = try #require(verdict["evidence"] as? [[String: Any]])
    let bytes = Array(post.utf8)
    var logit = try #require(category["bias"] as? Double)
    for piece in evidence {
      #expect(Set(piece.keys) == ["start", "end", "text", "folded", "family", "category", "term", "weight"])
      let (start, end) = (try #require(piece["start"] as? Int), try #require(piece["end"] as? Int))
      #expect(piece["text"] as? String == String(decoding: bytes[start..<end], as: UTF8.self))
      logit += try #require(piece["weight"] as? Double)
    }
    let score = try #require(category["score"] as? Double)
    #expect(abs(score - 1 / (1 + exp(-logit))) < 1e-5)
    let indicator = try #require((verdict["indicators"] as? [[String: Any]])?.first)
    #expect(indicator["type"] as? String == "phone" && indicator["value"] as? String == "+6281234567890")
  }

  @Test("bad records are named with file and line, counted, and cost nothing else")
  func badRecords() throws {
    let program = try Program()
    defer { program.clean() }
    var bytes = Array("{\"text\": \"halo\"}\n{\"text\": \"cut\n{\"no\": 1}\n{\"text\": \"".utf8)
    bytes += [0xFF, 0xFE] + Array(" \(promo)\"}\n".utf8)
    let file = try program.file("b.ndjson", bytes)
    let outcome = try program.run("scan", file)
    #expect(outcome.code == 0)
    #expect(outcome.objects.map { $0["verdict"] as? String } == ["clean", "harmful"])
    #expect(outcome.errors.contains("b.ndjson:2:") && outcome.errors.contains("b.ndjson:3:"))
    #expect(try program.run("scan", file, "--strict").code == 2)
    #expect(try program.run("scan", file, "--output", "summary").output.contains("unreadable              2"))
  }

  @Test("a file that is not there is named, the others are judged, the exit code is 2")
  func missingFile() throws {
    let program = try Program()
    defer { program.clean() }
    let outcome = try program.run("scan", "missing.txt", try program.file("a.txt", promo), "--format", "text")
    #expect(outcome.code == 2)
    #expect(outcome.objects.count == 1)
    #expect(outcome.errors.contains("missing.txt"))
  }

  @Test("a CSV without the column says which there are and how to name one")
  func missingColumn() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("c.csv", "nomor,komentar\n1,halo\n")
    let outcome = try program.run("scan", file)
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("komentar") && outcome.errors.contains("--text-field"))
    #expect(try program.run("scan", file, "--text-field", "komentar").objects.count == 1)
  }

  @Test("--only, --fail-on and usage errors")
  func options() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("a.txt", "halo\n\(promo)\n")
    #expect(try program.run("scan", file, "--only", "harmful").objects.count == 1)
    #expect(try program.run("scan", file, "--fail-on", "harmful").code == 1)
    #expect(try program.run("scan", try program.file("b.txt", "halo\n"), "--fail-on", "review").code == 0)
    for arguments in [["scan", "--jbs", "2"], ["scan", "--jobs", "0"], ["scan", "--fail-on", "clean"], ["sacn"]] {
      let process = program.process(arguments)
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 2, "\(arguments)")
    }
  }

  @Test("eight jobs write the same bytes as one")
  func jobs() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file(
      "a.txt",
      (0..<5000).map { $0 % 9 == 0 ? promo + " \($0)" : "kiriman \($0)" }.joined(separator: "\n")
    )
    let one = try program.run("scan", file, "--jobs", "1")
    #expect(one.objects.count == 5000)
    #expect(try program.run("scan", file, "--jobs", "8").output == one.output)
  }

  @Test("a verdict comes before the next post is asked for, when posts trickle in")
  func trickle() throws {
    let program = try Program()
    defer { program.clean() }
    let process = program.process(["scan", "-", "--format", "ndjson"])
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for number in 1...3 {
      input.fileHandleForWriting.write(Data("{\"id\":\(number),\"text\":\"halo\"}\n".utf8))
      let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(line.hasPrefix("{\"id\":\"\(number)\"") && line.hasSuffix("\n"))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("a reader that goes away ends the scan quietly")
  func closedPipe() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("a.txt", String(repeating: promo + "\n", count: 20_000))
    let process = program.process(["scan", file])
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    _ = try output.fileHandleForReading.read(upToCount: 100)
    try output.fileHandleForReading.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    #expect(try errors.fileHandleForReading.readToEnd() ?? Data() == Data())
  }
}
