import ArgumentParser
import Explanations
import Foundation
import HarmClassifier
import Localization

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Judge one post and show why.",
    discussion: """
      Marks the evidence in the post and adds up what each piece contributes.

      Examples:
        ronda explain "makasih 𝐏𝐔𝐋𝐀𝐔𝐖𝐈𝐍𝟕𝟕 gacor parah, link di bio"
        pbpaste | ronda explain - --json
      """
  )

  @Argument(help: "The post; - or nothing reads standard input.")
  var text: String = "-"

  @Flag(help: "Print the verdict as JSON.")
  var json = false

  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let lexicon = try lexicon.load()
    let post = text == "-" ? try standardInput() : text
    let verdict = lexicon.classifier().classify(post)
    if json {
      var bytes: [UInt8] = []
      verdict.appendJSON(id: nil, versions: lexicon.versions, to: &bytes)
      try StandardOutput.write(bytes + "\n".utf8)
      return
    }
    let explanation = Explanation(
      post,
      verdict,
      categories: lexicon.categories,
      language: language.language,
      style: StandardOutput.wantsColour ? .coloured : .plain
    )
    try StandardOutput.write(Array(explanation.text.utf8))
  }

  private func standardInput() throws -> String {
    let bytes = try InputFile.read("-")
    guard !bytes.isEmpty else { throw Failure("no text: give it as an argument or on standard input") }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
