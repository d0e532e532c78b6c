import Foundation
import Testing

@Suite("Stopping ronda scan") struct ScanStoppingTests {
  private func posts(_ range: Range<Int>) -> String {
    range.map { "{\"id\":\($0),\"text\":\"situs slot gacor, daftar sekarang nomor \($0)\"}\n" }.joined()
  }

  /// A scan of standard input to `out.ndjson` that has judged the posts given in turn, and waits for more.
  private func waitingScan(_ program: Program, _ batches: [Range<Int>]) throws -> Process {
    let process = program.process(["scan", "-", "--format", "ndjson", "--to", "out.ndjson"])
    let (input, errors) = (Pipe(), Pipe())
    (process.standardInput, process.standardError) = (input, errors)
    try process.run()
    for batch in batches {
      try input.fileHandleForWriting.write(contentsOf: Data(posts(batch).utf8))
      try waitForLines(batch.upperBound, in: program)
      // Time for a note.
      Thread.sleep(forTimeInterval: 0.6)
    }
    return process
  }

  private func waitForLines(_ count: Int, in program: Program) throws {
    let path = program.folder.appending(path: "out.ndjson").path
    for _ in 0..<1000 {
      let data = FileManager.default.contents(atPath: path) ?? Data()
      if data.count(where: { $0 == 0x0A }) >= count { return }
      Thread.sleep(forTimeInterval: 0.02)
    }
    Issue.record("the scan wrote no \(count) lines")
  }

  private func output(_ program: Program) throws -> String {
    try String(contentsOf: program.folder.appending(path: "out.ndjson"), encoding: .utf8)
  }

  @Test("a signal leaves whole lines, the counts and the note; --resume brings the rest", arguments: [SIGINT, SIGTERM])
  func signal(number: Int32) throws {
    let program = try Program()
    defer { program.clean() }
    let process = try waitingScan(program, [0..<40])
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 128 + number)
    let errors = (process.standardError as? Pipe)?.fileHandleForReading.readDataToEndOfFile() ?? Data()
    #expect(String(decoding: errors, as: UTF8.self).contains("harmful                 40"))
    #expect(try output(program).split(separator: "\n").count == 40 && output(program).hasSuffix("\n"))
    try resume(program)
  }

  @Test("after kill -9 in the middle, --resume leaves every record once")
  func killed() throws {
    let program = try Program()
    defer { program.clean() }
    let process = try waitingScan(program, [0..<20, 20..<30, 30..<45])
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    // Half a line that was under way.
    let file = try FileHandle(forWritingTo: program.folder.appending(path: "out.ndjson"))
    try file.seekToEnd()
    try file.write(contentsOf: Data("{\"id\":\"45\",\"ver".utf8))
    #expect(try program.run("scan", "-", "--format", "ndjson", "--to", "out.ndjson").errors.contains("--resume"))
    try resume(program)
  }

  private func resume(_ program: Program) throws {
    let arguments = ["scan", "-", "--format", "ndjson"]
    let all = posts(0..<100)
    let rest = try program.run(arguments + ["--to", "out.ndjson", "--resume", "--fail-on", "harmful"], input: all)
    #expect(rest.code == 1 && rest.output.isEmpty && rest.errors.isEmpty)
    #expect(try output(program) == program.run(arguments, input: all).output)
    #expect(try program.run(arguments + ["--to", "out.ndjson", "--resume"], input: all).code == 2)
  }
}
