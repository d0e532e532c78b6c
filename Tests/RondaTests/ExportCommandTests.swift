import Foundation
import Testing

@Suite("ronda export") struct ExportCommandTests {
  private let posts = """
    situs slot gacor maxwin, daftar sekarang di https://rajawali88.example/daftar
    slot gacor maxwin hari ini, link https://bit.ly/gacor88 atau wa 0812-3456-7890
    slot gacor maxwin daftar sekarang www.rajawali88.example
    baca berita di contoh.example
    """

  @Test("verdicts of a scan become a block list without shared hosts")
  func hosts() throws {
    let program = try Program()
    defer { program.clean() }
    let verdicts = try program.file("v.ndjson", try program.run("scan", "-", "--format", "text", input: posts).output)
    let hosts = try program.run("export", "hosts", verdicts)
    #expect(hosts.code == 0)
    #expect(hosts.lines.dropFirst() == ["0.0.0.0 rajawali88.example", "0.0.0.0 www.rajawali88.example"])
    #expect(hosts.errors.contains("1 shared_host"))
    #expect(try program.run("export", "hosts", verdicts, "--min-posts", "3").lines.count == 1)
    let allow = try program.file("allow.json", #"{"type": "hostname", "list": ["rajawali88.example"]}"#)
    #expect(try program.run("export", "hosts", verdicts, "--allow", allow).lines.count == 1)
    let table = try program.run("export", "csv", verdicts, "--allow", allow)
    #expect(table.output.contains("domain,bit.ly,1,") && table.output.contains("shared_host"))
    #expect(!table.output.contains("8123456"))
  }

  @Test("the same moment gives the same bytes, from a file or standard input", arguments: ["rpz", "misp", "stix"])
  func determinism(format: String) throws {
    let program = try Program()
    defer { program.clean() }
    let verdicts = try program.run("scan", "-", "--format", "text", input: posts).output
    let arguments = ["export", format, "--as-of", "2026-11-27"]
    let first = try program.run(arguments, input: verdicts)
    #expect(first.code == 0 && first.output.contains("rajawali88.example"))
    #expect(try program.run(arguments + [try program.file("v.ndjson", verdicts)]).output == first.output)
  }

  @Test("what is no verdict is named, and nothing is exported")
  func noVerdicts() throws {
    let program = try Program()
    defer { program.clean() }
    let outcome = try program.run("export", "hosts", try program.file("x.ndjson", "{\"id\":1}\n"))
    #expect(outcome.code == 2 && outcome.output.isEmpty && outcome.errors.contains("x.ndjson:1:"))
    #expect(try program.run("export", "hosts", "missing.ndjson").code == 2)
    #expect(try program.run("export", "hosts", "--allow", "missing.json", input: "").errors.contains("missing.json"))
  }
}
