extension Verdict {
  /// What produced a verdict; written beside it so that results can be compared.
  public struct Versions: Sendable, Hashable {
    /// The lexicon's version.
    public var lexicon: String
    /// The n-gram model's version, where one was used.
    public var model: String?

    /// Creates the versions.
    public init(lexicon: String, model: String? = nil) {
      self.lexicon = lexicon
      self.model = model
    }
  }

  /// Appends the verdict as one JSON object, without a line end. Keys come in a fixed order, and numbers are rounded to
  /// six places, so that equal verdicts give equal bytes.
  public func appendJSON(id: String?, versions: Versions, to output: inout [UInt8]) {
    var json = JSONWriter(output: [])
    swap(&json.output, &output)
    defer { swap(&json.output, &output) }
    json.object {
      if let id { $0.field("id", id) }
      $0.field("verdict", decision.rawValue)
      $0.field("score", score)
      $0.array("categories", categories) { $1.write(to: &$0) }
      $0.array("evidence", evidence) { $1.write(to: &$0) }
      $0.array("indicators", indicators) { $1.write(to: &$0) }
      if let language { $0.field("language", language) }
      $0.field("lexicon", versions.lexicon)
      if let model = versions.model { $0.field("model", model) }
    }
  }
}

extension CategoryVerdict {
  fileprivate func write(to json: inout JSONWriter) {
    json.object {
      $0.field("id", id)
      $0.field("score", score)
      $0.field("bias", bias)
      $0.field("stance", stance.rawValue)
      $0.array("pillars", pillars) { $0.value($1) }
    }
  }
}

extension Evidence {
  fileprivate func write(to json: inout JSONWriter) {
    json.object {
      $0.field("start", start)
      $0.field("end", end)
      $0.field("text", text)
      $0.field("folded", folded)
      $0.field("family", family.rawValue)
      $0.field("category", category)
      $0.field("term", term)
      $0.field("weight", weight)
    }
  }
}

extension Indicator {
  fileprivate func write(to json: inout JSONWriter) {
    json.object {
      $0.field("type", kind.rawValue)
      $0.field("value", value)
      $0.field("start", start)
      $0.field("end", end)
    }
  }
}

/// Writes JSON text (RFC 8259) into bytes.
///
/// Text is taken over as whole runs, and numbers are written digit by digit: no string is made on the way.
struct JSONWriter {
  fileprivate(set) var output: [UInt8]
  /// Whether the next field or element follows another.
  private var needsComma = false

  init(output: consuming [UInt8]) { self.output = output }

  mutating func object(_ fields: (inout JSONWriter) -> Void) {
    open("{", close: "}", fields)
  }

  mutating func array<Element>(
    _ key: StaticString,
    _ elements: [Element],
    _ write: (inout JSONWriter, borrowing Element) -> Void
  ) {
    self.key(key)
    open("[", close: "]") { json in
      for element in elements { write(&json, element) }
    }
  }

  mutating func field(_ key: StaticString, _ text: String) {
    self.key(key)
    value(text)
  }

  mutating func field(_ key: StaticString, _ number: Int) {
    self.key(key)
    append(number)
    needsComma = true
  }

  /// Writes a number with at most six places.
  mutating func field(_ key: StaticString, _ number: Double) {
    self.key(key)
    let millionths = (number * 1e6).rounded()
    // Within these bounds the shortest decimal that reads as the rounded number is that of its millionths.
    if millionths == 0 || 100 <= millionths.magnitude && millionths.magnitude < 1e15 {
      append(millionths: Int(millionths))
    } else {
      let rounded = millionths / 1e6
      output += (Int(exactly: rounded).map(String.init) ?? rounded.description).utf8
    }
    needsComma = true
  }

  mutating func value(_ text: String) {
    separate()
    output.append(UInt8(ascii: "\""))
    if text.utf8.withContiguousStorageIfAvailable({ append(escaping: $0) }) == nil { append(escaping: text.utf8) }
    output.append(UInt8(ascii: "\""))
    needsComma = true
  }

  private mutating func append(escaping bytes: some Collection<UInt8>) {
    var rest = bytes[...]
    while let stop = rest.firstIndex(where: Self.needsEscape) {
      output.append(contentsOf: rest[..<stop])
      append(escapeOf: rest[stop])
      rest = rest[rest.index(after: stop)...]
    }
    output.append(contentsOf: rest)
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private mutating func append(escapeOf byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): output += "\\n".utf8
    case UInt8(ascii: "\r"): output += "\\r".utf8
    case UInt8(ascii: "\t"): output += "\\t".utf8
    default: output += ((byte < 16 ? "\\u000" : "\\u00") + String(byte, radix: 16)).utf8
    }
  }

  private mutating func append(_ number: Int) {
    if number < 0 { output.append(UInt8(ascii: "-")) }
    append(digits: number.magnitude, from: 1)
  }

  /// Appends the digits of `number` from that of the place `place` (1, 10, 100, …) on, or from its first if that is higher.
  private mutating func append(digits number: UInt, from place: UInt) {
    var place = place
    while number / place >= 10 { place *= 10 }
    while place > 0 {
      output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / place % 10))
      place /= 10
    }
  }

  private mutating func append(millionths number: Int) {
    if number < 0 { output.append(UInt8(ascii: "-")) }
    let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    append(digits: whole, from: 1)
    guard rest > 0 else { return }
    output.append(UInt8(ascii: "."))
    var (place, part): (UInt, UInt) = (100_000, rest)
    while part.isMultiple(of: 10) { (place, part) = (place / 10, part / 10) }
    append(digits: part, from: place)
  }

  private mutating func key(_ key: StaticString) {
    separate()
    output.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { output.append(contentsOf: $0) }
    output.append(UInt8(ascii: "\""))
    output.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func open(_ opening: Unicode.Scalar, close: Unicode.Scalar, _ write: (inout JSONWriter) -> Void) {
    separate()
    output.append(UInt8(ascii: opening))
    needsComma = false
    write(&self)
    output.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { output.append(UInt8(ascii: ",")) }
  }
}
