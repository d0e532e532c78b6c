/// A text for people, in Indonesian and English.
public struct LocalizedText: Sendable, Hashable, Codable {
  /// The Indonesian text.
  public var id: String
  /// The English text.
  public var en: String

  /// Creates a text.
  public init(id: String, en: String) {
    self.id = id
    self.en = en
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .id: id
    case .en: en
    }
  }
}
