import Yams

/// A mapping in a document. Every key asked for counts as known; `rejectUnknownKeys` reports the rest.
public final class YAMLMap {
  /// Where the mapping begins.
  public let location: YAMLLocation
  let document: YAMLDocument
  private let mapping: Node.Mapping
  private var known: [String] = []

  init(_ mapping: Node.Mapping, location: YAMLLocation, in document: YAMLDocument) {
    self.mapping = mapping
    self.location = location
    self.document = document
  }

  /// The keys, in the file's order.
  public var keys: [YAMLText] { mapping.map { YAMLText($0.key, in: document) } }

  /// Whether the mapping has a value for `key`.
  public func contains(_ key: String) -> Bool { found(key) != nil }

  /// A text; reports when it is missing or no text.
  public func text(_ key: String) -> YAMLText? {
    required(key).flatMap { optionalText(key, $0) }
  }

  /// A text that may be missing.
  public func optionalText(_ key: String) -> YAMLText? {
    value(key).flatMap { optionalText(key, $0) }
  }

  /// A list of texts that may be missing; a single text counts as a list of one.
  public func texts(_ key: String) -> [YAMLText] {
    guard let node = value(key) else { return [] }
    switch node {
    case .sequence(let sequence): return sequence.compactMap { optionalText(key, $0) }
    case .scalar: return optionalText(key, node).map { [$0] } ?? []
    default:
      wrongType(key, node, "a list of texts")
      return []
    }
  }

  /// A number that may be missing.
  public func number(_ key: String) -> Double? {
    guard let node = value(key) else { return nil }
    guard case .scalar = node, let number = node.float ?? node.int.map(Double.init), number.isFinite else {
      wrongType(key, node, "a number")
      return nil
    }
    return number
  }

  /// A whole number that may be missing; reports one outside `range`.
  public func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let node = value(key) else { return nil }
    guard case .scalar = node, let number = node.int, range.contains(number) else {
      wrongType(key, node, "a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// Yes or no; may be missing.
  public func bool(_ key: String) -> Bool? {
    guard let node = value(key) else { return nil }
    guard case .scalar = node, let bool = node.bool else {
      wrongType(key, node, "true or false")
      return nil
    }
    return bool
  }

  /// A mapping; may be missing.
  public func map(_ key: String) -> YAMLMap? {
    guard let node = value(key) else { return nil }
    guard case .mapping(let inner) = node else {
      wrongType(key, node, "`key: value` lines")
      return nil
    }
    return YAMLMap(inner, location: document.location(of: node), in: document)
  }

  /// A list of mappings; may be missing.
  public func maps(_ key: String) -> [YAMLMap] {
    guard let node = value(key) else { return [] }
    guard case .sequence(let sequence) = node else {
      wrongType(key, node, "a list")
      return []
    }
    return sequence.compactMap { item in
      guard case .mapping(let inner) = item else {
        wrongType(key, item, "`key: value` lines in each list entry")
        return nil
      }
      return YAMLMap(inner, location: document.location(of: item), in: document)
    }
  }

  /// A list of texts and mappings that may be missing.
  public func items(_ key: String) -> [YAMLItem] {
    guard let node = value(key) else { return [] }
    guard case .sequence(let sequence) = node else {
      wrongType(key, node, "a list")
      return []
    }
    return sequence.compactMap { item in
      guard case .mapping(let inner) = item else { return optionalText(key, item).map(YAMLItem.text) }
      return .map(YAMLMap(inner, location: document.location(of: item), in: document))
    }
  }

  /// Notes a problem at the value of `key`, or at the mapping when it has none.
  public func report(_ message: String, at key: String? = nil) {
    let node = key.flatMap { found($0) }
    document.report(message, at: node.map { document.location(of: $0) } ?? location)
  }

  /// Notes a problem at a place in the same file.
  public func report(_ message: String, at location: YAMLLocation) { document.report(message, at: location) }

  /// Lets keys count as known without reading them.
  public func expect(_ keys: [String]) { known += keys.filter { !known.contains($0) } }

  /// The path of the file the mapping stands in.
  public var file: String { document.file }

  /// Reports every key that nobody asked for, with the nearest known one.
  public func rejectUnknownKeys() {
    for key in keys where !known.contains(key.value) {
      let nearest = known.map { (name: $0, distance: key.value.editDistance(to: $0)) }.min { $0.distance < $1.distance }
      // Of a short key something must be left.
      let likely = nearest.flatMap { $0.distance <= min(3, key.value.count - 1) ? $0.name : nil }
      let hint = likely.map { "; did you mean `\($0)`?" }
      let expected = known.sorted().joined(separator: ", ")
      document.report("unknown key `\(key.value)`" + (hint ?? "; known here: \(expected)"), at: key.location)
    }
  }

  private func found(_ key: String) -> Node? {
    for (name, value) in mapping where name.string == key { return value }
    return nil
  }

  private func value(_ key: String) -> Node? {
    if !known.contains(key) { known.append(key) }
    guard let node = found(key), node.null == nil || node.scalar?.style != .plain else { return nil }
    return node
  }

  private func required(_ key: String) -> Node? {
    let node = value(key)
    if node == nil { document.report("`\(key)` is missing", at: location) }
    return node
  }

  private func optionalText(_ key: String, _ node: Node) -> YAMLText? {
    guard case .scalar = node else {
      wrongType(key, node, "a text")
      return nil
    }
    return YAMLText(node, in: document)
  }

  private func wrongType(_ key: String, _ node: Node, _ expected: String) {
    document.report("`\(key)` must be \(expected)", at: document.location(of: node))
  }
}

/// One item of a list that may hold either.
public enum YAMLItem {
  /// A text.
  case text(YAMLText)
  /// A mapping.
  case map(YAMLMap)
}

/// A text and where it stands.
public struct YAMLText: Sendable, Hashable {
  /// The text.
  public let value: String
  /// Where it begins.
  public let location: YAMLLocation

  init(_ node: Node, in document: YAMLDocument) {
    value = node.string ?? ""
    location = document.location(of: node)
  }
}

extension String {
  /// The fewest insertions, deletions and replacements of characters that turn this text into `other` (Levenshtein 1965).
  func editDistance(to other: String) -> Int {
    let target = Array(other)
    var row = Array(0...target.count)
    for (index, character) in enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in target.indices {
        let replaced = diagonal + (character == target[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = Swift.min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[target.count]
  }
}
