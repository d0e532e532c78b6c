/// One post with what people said of it.
public struct LabelledPost: Sendable {
  /// The text as it was published, in UTF-8.
  public var text: [UInt8]
  /// The category it belongs to; nil for a harmless post.
  public var category: String?
  /// The collection it comes from: what it shares with its neighbours and with nobody else.
  public var source: String
  /// A part of the source to report apart, such as a language.
  public var group: String?

  /// Creates a labelled post.
  public init(text: [UInt8], category: String?, source: String, group: String? = nil) {
    self.text = text
    self.category = category
    self.source = source
    self.group = group
  }
}
