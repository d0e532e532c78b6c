/// The elements of a document as a flat array, built in one pass over the tokens.
///
/// The tree holds no text: each element knows the byte range of its content, and the formats scan that range again when
/// they want it. End tags are matched liberally: one that fits no open element is ignored, one that fits an outer element
/// closes all inner ones. An `item` or `entry` inside an open one of the same name closes that first, so that a lost end
/// tag merges nothing. Elements deeper or more numerous than the limits stay part of their parent's content.
struct ElementTree {
  struct Element {
    var name: ElementName
    var namespace: Namespace
    /// The name as written, with its prefix.
    var qualifiedName: Range<Int>
    var attributes: Range<Int>
    /// What stands between start and end tag.
    var content: Range<Int>
    /// Position of its start tag.
    var start: Int
    var firstChild: Int?
    var nextSibling: Int?
    /// The position in `bases` that holds for its content.
    var base: Int
  }

  let bytes: [UInt8]
  private(set) var elements: [Element] = []
  /// The base URLs that `xml:base` set, already resolved against each other; the first is that of the document.
  private(set) var bases: [URLReference]

  static let maximumDepth = 128
  static let maximumElements = 4_000_000

  /// The elements without their end tag yet, each with its last child so far.
  private var open: [(index: Int, lastChild: Int?)] = []
  /// The last element outside all others; broken documents have several.
  private var topLevelTail: Int?
  private var namespaces: [(prefix: Range<Int>, namespace: Namespace, depth: Int)] = []

  init(_ bytes: [UInt8], base: URLReference) {
    self.bytes = bytes
    bases = [base]
    var scanner = MarkupScanner(bytes, in: 0..<bytes.count)
    while let token = scanner.next() {
      switch token {
      case .startTag(let tag): start(tag, contentStart: scanner.position)
      case .endTag(let name, let position): end(name, at: position)
      case .text, .cdata, .declaration: continue
      }
    }
    while !open.isEmpty { close(at: bytes.count) }
  }

  subscript(index: Int) -> Element { elements[index] }

  /// The first element of the document.
  var root: Int? { elements.isEmpty ? nil : 0 }

  /// The elements outside all others; a sound document has one.
  var topLevel: Siblings { Siblings(elements: elements, upcoming: root) }

  /// The children of an element in document order.
  func children(of index: Int) -> Siblings { Siblings(elements: elements, upcoming: elements[index].firstChild) }

  struct Siblings: Sequence, IteratorProtocol {
    fileprivate let elements: [ElementTree.Element]
    fileprivate var upcoming: Int?

    mutating func next() -> Int? {
      guard let index = upcoming else { return nil }
      upcoming = elements[index].nextSibling
      return index
    }
  }

  /// The first child with that name, in any namespace that the formats know.
  func child(_ name: ElementName, of index: Int) -> Int? {
    children(of: index).first { elements[$0].name == name && elements[$0].namespace != .unknown }
  }

  /// The decoded value of an attribute; `name` is in lower case and as written, with its prefix.
  func attribute(_ name: StaticString, of index: Int) -> String? {
    let range = elements[index].attributes
    return range.isEmpty ? nil : Attributes(bytes, in: range).value(of: name)
  }

  private mutating func start(_ tag: MarkupScanner.Tag, contentStart: Int) {
    guard open.count < Self.maximumDepth, elements.count < Self.maximumElements else { return }
    var element = Element(
      name: .other,
      namespace: .plain,
      qualifiedName: tag.name,
      attributes: tag.attributes,
      content: contentStart..<contentStart,
      start: tag.start,
      base: open.last.map { elements[$0.index].base } ?? 0
    )
    readScope(of: &element, depth: open.count + 1)
    resolveName(of: &element)
    if element.name == .item || element.name == .entry { closeRepeated(element) }
    append(element)
    if tag.isSelfClosing { close(at: contentStart) }
  }

  private mutating func append(_ element: Element) {
    let index = elements.count
    elements.append(element)
    let level = open.count - 1
    if level < 0 {
      if let previous = topLevelTail { elements[previous].nextSibling = index }
      topLevelTail = index
    } else {
      if let previous = open[level].lastChild {
        elements[previous].nextSibling = index
      } else {
        elements[open[level].index].firstChild = index
      }
      open[level].lastChild = index
    }
    open.append((index, nil))
  }

  private mutating func closeRepeated(_ element: Element) {
    guard let level = open.lastIndex(where: { elements[$0.index].name == element.name }),
      elements[open[level].index].namespace == element.namespace,
      bytes.sameIgnoringCase(elements[open[level].index].qualifiedName, element.qualifiedName)
    else { return }
    while open.count > level { close(at: element.start) }
  }

  private mutating func end(_ name: Range<Int>, at position: Int) {
    guard let level = open.lastIndex(where: { bytes.sameIgnoringCase(elements[$0.index].qualifiedName, name) }) else {
      return
    }
    while open.count > level { close(at: position) }
  }

  private mutating func close(at position: Int) {
    let index = open.removeLast().index
    elements[index].content = elements[index].content.lowerBound..<max(elements[index].content.lowerBound, position)
    while let last = namespaces.last, last.depth > open.count { namespaces.removeLast() }
  }

  /// Reads `xmlns`, `xmlns:*` and `xml:base`.
  private mutating func readScope(of element: inout Element, depth: Int) {
    guard bytes.holdsScope(element.attributes) else { return }
    for (name, value) in Attributes(bytes, in: element.attributes)
    where bytes.hasPrefix("xml", at: name.lowerBound, end: name.upperBound) {
      if bytes.matches("xml:base", in: name) {
        let reference = String(decoding: CharacterReferences.decoded(bytes, bytes.trimmed(value)), as: UTF8.self)
        bases.append(bases[element.base].resolving(reference))
        element.base = bases.count - 1
      } else if bytes.hasPrefix("xmlns", at: name.lowerBound, end: name.upperBound) {
        let prefix = min(name.lowerBound + 6, name.upperBound)..<name.upperBound
        let usual = prefix.isEmpty ? Namespace.plain : Namespace.conventional(bytes, prefix)
        namespaces.append((prefix, Namespace.named(bytes, value) ?? usual, depth))
      }
    }
  }

  private func resolveName(of element: inout Element) {
    let name = element.qualifiedName
    let colon = bytes.position(of: .colon, in: name)
    let prefix = colon.map { name.lowerBound..<$0 } ?? name.lowerBound..<name.lowerBound
    element.name = ElementName(bytes, (colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound)
    let binding = namespaces.last { bytes.sameIgnoringCase($0.prefix, prefix) }
    element.namespace = binding?.namespace ?? (prefix.isEmpty ? .plain : Namespace.conventional(bytes, prefix))
  }
}

extension [UInt8] {
  /// Whether the attributes in `range` could declare a namespace or a base: most do not.
  fileprivate func holdsScope(_ range: Range<Int>) -> Bool {
    !range.isEmpty && (position(of: "xml", in: range) != nil || position(of: UInt8(ascii: "X"), in: range) != nil)
  }
}
