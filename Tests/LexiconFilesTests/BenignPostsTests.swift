import Foundation
import LexiconFiles
import Testing

@testable import HarmClassifier

/// Ordinary posts, where this checkout has them beside it.
@Suite("Ordinary posts", .enabled(if: Shipped.outside("data/benign") != nil, "the data sets are not here"))
struct BenignPostsTests {
  /// Every fourth post of a gzipped NDJSON file.
  private func posts(_ file: URL) throws -> [String] {
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gzip.arguments = ["-dc", file.path]
    let pipe = Pipe()
    gzip.standardOutput = pipe
    try gzip.run()
    let lines = (try pipe.fileHandleForReading.readToEnd() ?? Data()).split(separator: UInt8(ascii: "\n"))
    return lines.enumerated().filter { $0.offset % 4 == 0 }.compactMap { line in
      (try? JSONSerialization.jsonObject(with: line.element) as? [String: Any])?["text"] as? String
    }
  }

  /// Stretched words (`tolollll`) are ordinary emphasis and read as what they are, so they are taken out before.
  @Test("folding finds fewer than one term in 2,000 posts that lower case without accents would not")
  func folding() throws {
    let lexicon = Lexicon(try Shipped.files.get().source)
    let classifier = Classifier(lexicon: lexicon)
    let folder = try #require(Shipped.outside("data/benign"))
    var read = 0
    var new: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where name.hasPrefix("benign-") {
      for post in try posts(folder.appending(path: name)).map({
        $0.replacing(/(?<letter>[A-Za-z])\k<letter>+/) { $0.output.letter }
      }) {
        read += 1
        let plain = terms(FoldedText(plain: post, lexicon.knownWords), lexicon)
        var scratch = Classifier.Scratch()
        classifier.fold(Array(post.utf8).span, scratch: &scratch)
        for term in terms(scratch.post.text, lexicon).subtracting(plain) {
          new.append("\(lexicon.terms[term].text): \(post.prefix(80))")
        }
      }
    }
    #expect(read > 10_000)
    #expect(new.count * 2000 < read, "\(new.count) new in \(read): \(new.prefix(12))")
  }

  private func terms(_ text: FoldedText, _ lexicon: Lexicon) -> Set<Int> {
    var matches: [PhraseAutomaton.Match] = []
    lexicon.automaton.find(in: text, into: &matches)
    return Set(Hits(matches, in: text, lexicon: lexicon).terms.map(\.term))
  }
}

extension FoldedText {
  /// The text in lower case without accents, and nothing else: Betawi and Javanese are often written with them.
  fileprivate init(plain text: String, _ known: KnownWords) {
    self.init()
    for (index, byte) in text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).utf8.enumerated()
    { append(byte, from: index, to: index + 1) }
    findWords(known)
  }
}
