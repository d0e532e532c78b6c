import Foundation
import Testing

@Suite("ronda explain, feed, lexicon and config")
struct OtherCommandTests {
  @Test("suggest tells of records that it can't read, such as verdicts in place of posts")
  func suggestUnreadable() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file(
      "putusan.ndjson",
      "{\"id\":\"1\",\"verdict\":\"clean\"}\n{\"id\":\"2\",\"text\":\"halo\"}\n"
    )
    let outcome = try program.run("lexicon", "suggest", file)
    #expect(outcome.code == 0 && outcome.errors.contains("putusan.ndjson:1: no text field"))
    #expect(outcome.errors.contains("1 of 2 records can't be read"), "\(outcome)")
  }

  @Test("explain shows the verdict in both languages, plain where nobody looks at a terminal")
  func explain() throws {
    let program = try Program()
    defer { program.clean() }
    let post = "makasih 𝐏𝐔𝐋𝐀𝐔𝐖𝐈𝐍𝟕𝟕 gacor parah, link di bio"
    let english = try program.run("explain", post)
    #expect(english.output.hasPrefix("Verdict: harmful\n"))
    #expect(english.output.contains("«𝐏𝐔𝐋𝐀𝐔𝐖𝐈𝐍𝟕𝟕»"))
    #expect(
      try program.run("explain", "-", "--lang", "id", input: post + "\n").output.hasPrefix("Putusan: berbahaya\n")
    )
    #expect(!english.output.contains("\u{1B}"))
    let news = "… tidak ingin masyarakat hanya memanfaatkan teknologi 5G untuk hal-hal negatif seperti judi online …"
    #expect(try program.run("explain", news, "--json").objects.first?["verdict"] as? String == "clean")
  }

  @Test("versions of program, lexicon and model")
  func version() throws {
    let program = try Program()
    defer { program.clean() }
    #expect(try program.run("--version").lines.map { $0.split(separator: " ")[0] } == ["ronda", "lexicon", "model"])
  }

  @Test("feed parse writes JSON; what is no feed leaves standard output empty and exits with 2")
  func feedParse() throws {
    let program = try Program()
    defer { program.clean() }
    let feed = try program.file(
      "f.json",
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"1\",\"content_text\":\"halo\"}]}"
    )
    let parsed = try program.run("feed", "parse", feed)
    #expect(
      parsed.output
        == "{\"title\":\"T\",\"entries\":[{\"id\":\"1\",\"summary_text\":\"halo\",\"content_text\":\"halo\"}]}\n"
    )
    let page = try program.run("feed", "parse", "-", input: "<!DOCTYPE html><html><body>halo</body></html>")
    #expect(page.code == 2 && page.output.isEmpty && page.errors.contains("page"))
    #expect(try program.run("feed", "parse", "missing.xml").code == 2)
  }

  @Test("lexicon check, test and diff")
  func lexicon() throws {
    let program = try Program()
    defer { program.clean() }
    let shipped = Program.root.appending(path: "lexicons").path
    #expect(try program.run("lexicon", "check", shipped).output.contains("17 categories"))
    #expect(try program.run("lexicon", "test", shipped).output.contains(", 0 failed"))
    #expect(try program.run("lexicon", "diff", shipped, shipped).code == 0)
    let other = program.folder.appending(path: "other")
    try FileManager.default.copyItem(at: URL(fileURLWithPath: shipped), to: other)
    let file = other.appending(path: "gambling.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacing("strong: [\n", with: "strong: [gacir mantap,\n", maxReplacements: 1).write(
      to: file,
      atomically: true,
      encoding: .utf8
    )
    let diff = try program.run("lexicon", "diff", shipped, other.path)
    #expect(diff.code == 1 && diff.output == "+ gambling: gacir mantap (strong)\n")
    try text.replacing("severity:", with: "severty:").write(to: file, atomically: true, encoding: .utf8)
    let check = try program.run("lexicon", "check", other.path)
    #expect(check.code == 2 && check.output.isEmpty)
    #expect(check.errors.contains("gambling.yaml:") && check.errors.contains("did you mean `severity`"))
  }

  @Test("config check lists every problem and exits with 78, and so does watch")
  func config() throws {
    let program = try Program()
    defer { program.clean() }
    let bad = try program.file(
      "bad.yaml",
      "contact: x\nsources:\n  - {id: a, url: https://a.example, intervall: 5m}\n  - {id: a, url: b}\n"
    )
    for command in [["config", "check", bad], ["watch", "--config", bad]] {
      let outcome = try command.count == 3 ? program.run(command[0], command[1], command[2]) : program.run(command[0])
      #expect(outcome.code == 78 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("bad.yaml:3:") && outcome.errors.contains("bad.yaml:4:"))
    }
    let secretless = try program.file(
      "w.yaml",
      """
      contact: x
      sources: [{id: a, url: "https://a.example"}]
      receivers: [{name: r, type: webhook, url: "https://r.example", secret_file: missing.secret}]
      """
    )
    let outcome = try program.run("watch", "--config", secretless)
    #expect(outcome.code == 78 && outcome.errors.contains("missing.secret"))
    let check = try program.run("config", "check", secretless)
    #expect(check.code == 0 && check.output.contains("no problems") && check.errors.contains("missing.secret"))
  }
}
