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
    var json = JSONWriter(output: output)
    output = []
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
    output = json.output
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
struct JSONWriter {
  private(set) var output: [UInt8]
  /// Whether the next field or element follows another.
  private var needsComma = false

  init(output: [UInt8]) { self.output = output }

  mutating func object(_ fields: (inout JSONWriter) -> Void) {
    open("{", close: "}", fields)
  }

  mutating func array<Element>(_ key: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void) {
    self.key(key)
    open("[", close: "]") { json in
      for element in elements { write(&json, element) }
    }
  }

  mutating func field(_ key: String, _ text: String) {
    self.key(key)
    value(text)
  }

  mutating func field(_ key: String, _ number: Int) {
    self.key(key)
    output += String(number).utf8
    needsComma = true
  }

  mutating func field(_ key: String, _ number: Double) {
    self.key(key)
    let rounded = (number * 1e6).rounded() / 1e6
    output += (rounded == rounded.rounded() ? String(Int(rounded)) : rounded.description).utf8
    needsComma = true
  }

  mutating func value(_ text: String) {
    separate()
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 { append(escaping: byte) }
    output.append(UInt8(ascii: "\""))
    needsComma = true
  }

  private mutating func append(escaping byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): output += "\\n".utf8
    case UInt8(ascii: "\r"): output += "\\r".utf8
    case UInt8(ascii: "\t"): output += "\\t".utf8
    case 0..<0x20, 0x7F: output += ((byte < 16 ? "\\u000" : "\\u00") + String(byte, radix: 16)).utf8
    default: output.append(byte)
    }
  }

  private mutating func key(_ key: String) {
    value(key)
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
