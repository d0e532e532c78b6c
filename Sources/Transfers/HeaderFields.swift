/// The header fields of a request or response in their order. Names compare without regard to ASCII case.
public struct HeaderFields: Sendable, Hashable {
  /// One field.
  public struct Field: Sendable, Hashable {
    /// The name as it was written.
    public var name: String
    /// The value without surrounding white space.
    public var value: String

    /// Creates a field.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// All fields, repeated ones included.
  public private(set) var fields: [Field]

  /// Creates a list of fields.
  public init(_ fields: [Field] = []) {
    self.fields = fields
  }

  /// The first value of that name; setting it replaces all of that name, nil removes them.
  public subscript(name: String) -> String? {
    get { fields.first { $0.hasName(name) }?.value }
    set {
      fields.removeAll { $0.hasName(name) }
      if let newValue { append(name: name, value: newValue) }
    }
  }

  /// All values of that name in their order.
  public func values(of name: String) -> [String] {
    fields.filter { $0.hasName(name) }.map(\.value)
  }

  /// Adds a field, also when the name is there already.
  public mutating func append(name: String, value: String) {
    fields.append(Field(name: name, value: value))
  }

  /// Continues the last value: an old way of breaking long lines (RFC 9112, 5.2).
  mutating func extendLast(with text: String) {
    guard !fields.isEmpty else { return }
    fields[fields.count - 1].value += " " + text
  }
}

extension HeaderFields: ExpressibleByDictionaryLiteral {
  /// Creates a list from `["Accept": "text/html"]`.
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(elements.map { Field(name: $0.0, value: $0.1) })
  }
}

extension HeaderFields.Field {
  /// Whether that is its name, without regard to ASCII case.
  public func hasName(_ other: String) -> Bool {
    name.utf8.count == other.utf8.count
      && zip(name.utf8, other.utf8).allSatisfy { $0 == $1 || $0.asciiLowercased == $1.asciiLowercased }
  }

  /// Whether the field can be sent without changing its neighbours: a token as name, no line break or NUL in the value
  /// (RFC 9110, 5.5 and 5.6.2).
  var isWellFormed: Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0.isTokenCharacter }
      && value.utf8.allSatisfy { $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }
  }
}

extension UInt8 {
  fileprivate var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

  fileprivate var isTokenCharacter: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(self)
    }
  }
}
