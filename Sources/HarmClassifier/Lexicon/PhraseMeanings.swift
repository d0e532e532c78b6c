/// What each phrase stands for; most stand for one thing.
struct PhraseMeanings: Sendable {
  private var meanings: [Lexicon.Meaning] = []
  /// The meanings of phrase `n` are `meanings[starts[n]..<starts[n + 1]]`.
  private var starts: [Int] = [0]

  var phraseCount: Int { starts.count - 1 }

  subscript(phrase: Int) -> ArraySlice<Lexicon.Meaning> { meanings[starts[phrase]..<starts[phrase + 1]] }

  mutating func pass(over tape: inout TableTape) {
    var codes = meanings.map(\.code)
    tape.pass(&codes)
    meanings = tape.meanings(of: codes)
    tape.pass(&starts)
  }

  /// Collects meanings, which come in any order of phrases.
  struct Collector {
    private var links: [Link] = []
    /// By phrase, its first link and its last; -1 for none.
    private var ends: [(first: Int, last: Int)] = []

    private struct Link {
      var meaning: Lexicon.Meaning
      var next = -1
    }

    /// Adds a meaning, if the phrase does not have it.
    mutating func add(_ meaning: Lexicon.Meaning, to phrase: Int) {
      while ends.count <= phrase { ends.append((-1, -1)) }
      var link = ends[phrase].first
      while link >= 0 {
        if links[link].meaning == meaning { return }
        link = links[link].next
      }
      if ends[phrase].last >= 0 {
        links[ends[phrase].last].next = links.count
      } else {
        ends[phrase].first = links.count
      }
      ends[phrase].last = links.count
      links.append(Link(meaning: meaning))
    }

    /// All meanings, phrase by phrase.
    func meanings() -> PhraseMeanings {
      var all = PhraseMeanings()
      all.meanings.reserveCapacity(links.count)
      all.starts.reserveCapacity(ends.count + 1)
      for end in ends {
        var link = end.first
        while link >= 0 {
          all.meanings.append(links[link].meaning)
          link = links[link].next
        }
        all.starts.append(all.meanings.count)
      }
      return all
    }
  }
}
