import Foundation
import Testing

/// What the shell does with the program's streams and output files.
@Suite("Streams and output files of the commands")
struct StandardStreamsTests {
  /// Runs a line of shell in the program's folder, `ronda` being `$R`.
  private func shell(_ program: Program, _ line: String) throws -> Program.Outcome {
    let ronda = program.process([])
    let binary = ronda.executableURL?.path ?? ""
    let process = program.process(["-c", line], environment: ["R": binary, "PATH": "/usr/bin:/bin"])
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let texts = [output, errors].map {
      String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    process.waitUntilExit()
    return Program.Outcome(code: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  @Test("closed and full streams: no crash, no wait, and 2 where something was to be written or read")
  func closedStreams() throws {
    let program = try Program()
    defer { program.clean() }
    try program.file("a.txt", "slot gacor\nselamat pagi\n")
    // Warnings that nobody can get cost no verdict, and stand in no file.
    for closed in ["2>&-", "2>/dev/full"] {
      let line = "timeout 20 \"$R\" scan none.txt a.txt --to out \(closed); echo $?; cat out"
      let lines = try shell(program, line).lines
      #expect(lines.count == 3 && lines[0] == "2" && lines.dropFirst().allSatisfy { $0.hasPrefix("{\"id\"") })
    }
    for line in ["scan <&-", "explain <&-", "explain halo >&-", "--version >/dev/full", "lexicon test >/dev/full"] {
      let outcome = try shell(program, "timeout 20 \"$R\" \(line)")
      #expect(outcome.code == 2, "\(line)")
      #expect(!outcome.errors.isEmpty && !outcome.errors.contains("Cocoa"), "\(line)")
    }
    let feed = "<rss><channel><title>T</title></channel></rss>"
    try program.file("f.xml", feed)
    #expect(try shell(program, "\"$R\" feed parse f.xml >/dev/full").code == 2)
  }

  @Test("a reader that goes away ends a command in silence")
  func goneReader() throws {
    let program = try Program()
    defer { program.clean() }
    for line in ["explain halo", "scan -", "lexicon check"] {
      let outcome = try shell(program, "yes halo | head -9 | \"$R\" \(line) | true; echo ${PIPESTATUS[2]}")
      #expect(outcome.output == "0\n" && outcome.errors.isEmpty, "\(line)")
    }
  }

  @Test("a file is not read and written in one scan, under whatever name", arguments: ["ndjson", "summary"])
  func ownInput(output: String) throws {
    let program = try Program()
    defer { program.clean() }
    try program.file("a.txt", "slot gacor\n")
    for line in ["a.txt --to ./a.txt", "a.txt --to link", "- --to a.txt <a.txt", "a.txt >>a.txt"] {
      let outcome = try shell(
        program,
        "ln -sf a.txt link; \"$R\" scan --output \(output) \(line); code=$?; cat a.txt; exit $code"
      )
      #expect(outcome.code == 2 && outcome.output == "slot gacor\n", "\(line)")
      #expect(outcome.errors.contains("is read and written in one scan"), "\(line)")
    }
  }

  @Test("an output in a directory of inputs is no input")
  func outputAmongInputs() throws {
    let program = try Program()
    defer { program.clean() }
    for to in ["--to in/x.csv", ">in/x.csv"] {
      for _ in 0..<2 {
        let line = "mkdir -p in; echo halo >in/a.txt; \"$R\" scan in --output csv \(to); echo $?; cat in/x.csv"
        let outcome = try shell(program, line)
        let rows = outcome.output.split(whereSeparator: \.isNewline).map { $0.prefix(8) }
        #expect(rows == ["0", "id,verdi", "1,clean,"])
        #expect(outcome.errors.isEmpty)
      }
    }
  }

  @Test("pipes and devices are written to as they are, a link stays a link", arguments: ["ndjson", "summary"])
  func specialFiles(output: String) throws {
    let program = try Program()
    defer { program.clean() }
    try program.file("a.txt", "slot gacor\n")
    let scan = "timeout 20 \"$R\" scan a.txt --output \(output) --to"
    #expect(try shell(program, "\(scan) /dev/null && test -c /dev/null").code == 0)
    #expect(try shell(program, "\(scan) >(cat >copy; echo done >>copy); sleep 0.5; tail -1 copy").output == "done\n")
    #expect(try shell(program, "ln -s real link; \(scan) link && test -L link && test -s real").code == 0)
    let full = try shell(program, "\(scan) /dev/full")
    #expect(full.code == 2 && full.errors.contains("No space left on device"))
    #expect(try shell(program, "mkdir d; \(scan) d").errors.contains("Is a directory"))
  }

  @Test(
    "examples of the help fit into 80 columns: a line that is folded can't be copied",
    arguments: [
      "scan", "explain", "watch", "feed parse", "feed fetch", "feed discover", "feed opml", "feed import",
      "feed export",
      "feed health", "lexicon check", "lexicon test", "lexicon diff", "lexicon suggest", "model train",
      "model evaluate",
      "model info", "config check", "alerts", "alerts list", "alerts show", "alerts ack", "alerts resolve",
      "alerts history",
      "alerts silence", "alerts silences", "alerts unsilence", "report", "export", "backup", "privacy purge",
      "privacy key rotate",
    ]
  )
  func examples(command: String) throws {
    let program = try Program()
    defer { program.clean() }
    let arguments = command.split(separator: " ").map(String.init) + ["--help"]
    let (narrow, wide) = (
      try program.run(arguments, environment: ["COLUMNS": "80"]),
      try program.run(arguments, environment: ["COLUMNS": "999"])
    )
    let examples = wide.lines.filter { $0.contains(#/^ +(ronda|curl|pbpaste) /#) }
    #expect(!examples.isEmpty)
    for example in examples { #expect(narrow.lines.contains(example)) }
  }

  @Test("help names the whole command")
  func help() throws {
    let program = try Program()
    defer { program.clean() }
    #expect(try program.run("scan", "--help").output.contains("USAGE: ronda scan "))
    #expect(try program.run("alerts", "list", "-h").output.contains("USAGE: ronda alerts list"))
    #expect(try program.run("explain", "help", "--json").objects.count == 1)
  }

  @Test("a directory in a directory that may not be read is told of")
  func closedDirectory() throws {
    let program = try Program()
    defer { program.clean() }
    // Root may read everything.
    let user = geteuid() == 0 ? "setpriv --reuid 65534 --clear-groups --bounding-set=-all" : ""
    let line = "mkdir -p in/b; echo halo >in/a.txt; chmod 700 in/b; \(geteuid() == 0 ? "" : "chmod 0 in/b;")"
    let outcome = try shell(program, "\(line) \(user) \"$R\" scan in; code=$?; chmod 700 in/b; exit $code")
    #expect(outcome.code == 2 && outcome.lines.count == 1)
    #expect(outcome.errors.hasPrefix("in/b: the directory can't be read"))
  }

  @Test("a file in a directory whose name is no UTF-8 is told of")
  func brokenName() throws {
    let program = try Program()
    defer { program.clean() }
    let outcome = try shell(
      program,
      "mkdir in; touch in/$'\\xff'.txt in/$'\\xff'.jpg; echo halo >in/a.txt; \"$R\" scan in"
    )
    #expect(outcome.code == 2 && outcome.lines.count == 1 && outcome.errors.contains("not UTF-8"))
    #expect(!outcome.errors.contains("jpg"), "no picture is missed")
  }
}
