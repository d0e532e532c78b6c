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
    var json = JSONWriter()
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
    json.copy(to: &output)
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
