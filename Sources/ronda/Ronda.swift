import HarmClassifier
import LexiconFiles
@main struct R {
  static func main() throws {
    let a = CommandLine.arguments
    let f = try LexiconFiles(directory: a[1])
    let c = Classifier(lexicon: Lexicon(f.source))
    if a.count > 2 {
      var o: [UInt8] = []; print(c.fold(a[2]));
      c.classify(a[2]).appendJSON(id: nil, versions: .init(lexicon: f.source.version), to: &o);
      print(String(decoding: o, as: UTF8.self)); return
    }
    let r = f.runExamples(c)
    for x in r {
      if let e = x.failure {
        print(
          x.example.category,
          x.example.location.line,
          e,
          "|",
          x.example.text,
          "|",
          x.verdict.categories.map { "\($0.id) \($0.score) \($0.stance)" },
          x.verdict.evidence.map { "\($0.family):\($0.term):\($0.weight)" }
        )
      }
    }
    print(r.count, r.count { $0.failure != nil })
  }
}
