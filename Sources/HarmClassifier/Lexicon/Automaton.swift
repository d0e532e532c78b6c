/// Finds every phrase of a set in one walk over folded text (Aho and Corasick 1975, as a full automaton).
///
/// Phrases are matched as words: a run of anything between words counts as one blank, each phrase begins with a blank, and
/// the caller checks that the word ends where the phrase does. Since nothing begins inside a word, the walk rests in the
/// root for most of a text.
///
/// Memory: bytes that no phrase holds share a class, so a row has about 40 cells of four bytes. State numbers are
/// premultiplied by the row's width. States in which a phrase ends come last, so one comparison tells them.
struct Automaton: Sendable {
  private var classes = [UInt8](repeating: Automaton.other, count: 256)
  private var width: UInt32 = 2
  /// `next[state + class]`, both row-multiplied.
  private var next: [UInt32] = [0, 0]
  private var firstAccepting: UInt32 = .max
  /// The state in which a word may begin.
  private var start: UInt32 = 0
  /// For accepting state `k`, its phrases are `outputs[outputStarts[k]..<outputStarts[k + 1]]`.
  private var outputStarts: [UInt32] = [0]
  private var outputs: [UInt32] = []
  private var lengths: [Int] = []

  /// The class of bytes between words.
  private static let blank: UInt8 = 0
  /// The class of word bytes that no phrase holds.
  private static let other: UInt8 = 1

  /// A phrase found: its number, and its place in the folded text.
  struct Match: Sendable, Hashable {
    var phrase: Int
    var start: Int
    var end: Int
  }

  /// Whether the automaton holds no phrase.
  var isEmpty: Bool { lengths.isEmpty }

  /// Builds the automaton of `phrases`: folded words with single blanks between them, none empty. A phrase's number is its
  /// index.
  init(_ phrases: [[UInt8]]) {
    lengths = phrases.map(\.count)
    assignClasses(phrases)
    var trie = Trie(width: Int(width))
    for (number, phrase) in phrases.enumerated() {
      trie.insert([Self.blank] + phrase.map { classes[Int($0)] }, number: number)
    }
    trie.link()
    store(trie)
  }

  private mutating func assignClasses(_ phrases: [[UInt8]]) {
    for byte in UInt8.min...UInt8.max where !byte.isWordByte { classes[Int(byte)] = Self.blank }
    for phrase in phrases {
      for byte in phrase where byte.isWordByte && classes[Int(byte)] == Self.other {
        classes[Int(byte)] = UInt8(width)
        width += 1
      }
    }
  }

  /// Renumbers the trie's states so that accepting ones come last and flattens it.
  private mutating func store(_ trie: Trie) {
    let order = trie.order.filter { trie.outputs[$0].isEmpty } + trie.order.filter { !trie.outputs[$0].isEmpty }
    var numbers = [UInt32](repeating: 0, count: order.count)
    for (number, state) in order.enumerated() { numbers[state] = UInt32(number) * width }
    next = order.flatMap { state in
      trie.rows[state * Int(width)..<(state + 1) * Int(width)].map { numbers[Int($0)] }
    }
    let accepting = order.drop { trie.outputs[$0].isEmpty }
    firstAccepting = UInt32(accepting.startIndex) * width
    for state in accepting {
      outputs += trie.outputs[state].map(UInt32.init)
      outputStarts.append(UInt32(outputs.count))
    }
    start = next[Int(Self.blank)]
  }

  /// Appends every place where a phrase's words stand in `text`; the last word may go on (`slotnya`).
  func find(in text: borrowing FoldedText, into matches: inout [Match]) {
    guard !isEmpty else { return }
    var state = start
    var afterBlank = true
    for index in 0..<text.count {
      let byteClass = classes[Int(text.bytes[index])]
      if byteClass == Self.blank {
        if afterBlank { continue }
        afterBlank = true
      } else {
        afterBlank = false
      }
      state = next[Int(state + UInt32(byteClass))]
      if state >= firstAccepting { report(state, endingAt: index + 1, of: text, into: &matches) }
    }
  }

  /// Where a text begins: the state after a blank that follows nothing.
  var rest: UInt32 { start }

  /// Walks from `state` over a piece of text between blanks and over the blank after it, and calls `found` with the number
  /// of every phrase in which it ends and the end's place in `text`.
  func walk(_ text: Span<UInt8>, from state: inout UInt32, _ found: (_ phrase: Int, _ end: Int) -> Void) {
    guard !isEmpty else { return }
    // Spans, because arrays would be retained and released at every byte.
    let (classes, next) = (classes.span, next.span)
    var afterBlank = true
    for index in 0...text.count {
      let byteClass = index < text.count ? classes[Int(text[index])] : Self.blank
      if byteClass == Self.blank, afterBlank { continue }
      afterBlank = byteClass == Self.blank
      state = next[Int(state + UInt32(byteClass))]
      guard state >= firstAccepting else { continue }
      let number = Int((state - firstAccepting) / width)
      for output in outputs[Int(outputStarts[number])..<Int(outputStarts[number + 1])] { found(Int(output), index + 1) }
    }
  }

  private func report(_ state: UInt32, endingAt end: Int, of text: borrowing FoldedText, into matches: inout [Match]) {
    let number = Int((state - firstAccepting) / width)
    for output in outputs[Int(outputStarts[number])..<Int(outputStarts[number + 1])] {
      let phrase = Int(output)
      matches.append(Match(phrase: phrase, start: startOfMatch(lengths[phrase], endingAt: end, in: text), end: end))
    }
  }

  /// Walks back over `length` phrase bytes, counting each run between words as one.
  private func startOfMatch(_ length: Int, endingAt end: Int, in text: borrowing FoldedText) -> Int {
    var index = end
    for _ in 0..<length {
      index -= 1
      guard !text.bytes[index].isWordByte else { continue }
      while index > 0, !text.bytes[index - 1].isWordByte { index -= 1 }
    }
    return index
  }
}

/// The automaton while it grows: rows by state, without renumbering.
private struct Trie {
  let width: Int
  /// `rows[state * width + class]`; -1 where no phrase goes on.
  var rows: [Int32]
  var outputs: [[Int]] = [[]]
  /// States by depth, root first; filled by `link`.
  var order: [Int] = []

  init(width: Int) {
    self.width = width
    rows = Array(repeating: -1, count: width)
  }

  mutating func insert(_ phrase: [UInt8], number: Int) {
    var state = 0
    for byteClass in phrase {
      let cell = state * width + Int(byteClass)
      if rows[cell] < 0 {
        rows[cell] = Int32(outputs.count)
        rows.append(contentsOf: repeatElement(-1, count: width))
        outputs.append([])
      }
      state = Int(rows[cell])
    }
    outputs[state].append(number)
  }

  /// Fills every empty cell with where the longest proper suffix goes on, and gives each state its suffixes' outputs.
  mutating func link() {
    var suffix = [Int](repeating: 0, count: outputs.count)
    order = [0]
    var head = 0
    while head < order.count {
      let state = order[head]
      head += 1
      for byteClass in 0..<width {
        let cell = state * width + byteClass
        let fallback = state == 0 ? 0 : Int(rows[suffix[state] * width + byteClass])
        guard rows[cell] >= 0 else {
          rows[cell] = Int32(fallback)
          continue
        }
        let child = Int(rows[cell])
        suffix[child] = fallback
        outputs[child] += outputs[fallback]
        order.append(child)
      }
    }
  }
}
