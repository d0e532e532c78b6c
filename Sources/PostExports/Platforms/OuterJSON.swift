/// Walks over a platform's export outside of the arrays that hold its posts.
///
/// Damage there is reported once; then reading goes on at the next array of posts that can be told by its key.
struct OuterJSON: Sendable {
  enum Step {
    case moved
    /// More bytes are needed.
    case incomplete
    /// Behind the opening bracket of an array of posts.
    case posts
    /// Damage, to be reported here.
    case fault(String)
  }

  /// Looking for an array of posts behind damage.
  private(set) var isLost = false
  private var lastString: String?
  /// The key whose value comes next; empty at the outermost place.
  private var key: String? = ""
  private var depth = 0
  private var hasStarted = false
  private var hasDamage = false
  private var hasSeenPosts = false

  /// Longer than any key of an array of posts with what stands around it.
  private static let lookBehind = 128

  /// Damage elsewhere makes it unknown where we are.
  mutating func lose() {
    (isLost, hasDamage, hasStarted) = (true, true, true)
  }

  mutating func leaveArray() {
    key = nil
    lastString = nil
  }

  /// What is wrong with the end of the input here, once.
  mutating func endFault() -> String? {
    defer { hasDamage = true }
    if hasDamage || !hasStarted { return nil }
    if !hasSeenPosts { return "no list of posts was found" }
    return depth > 0 ? "the file ends inside an object: cut off?" : nil
  }

  mutating func step(
    _ bytes: Span<UInt8>,
    _ at: inout Int,
    end: Int,
    isLast: Bool,
    _ platform: PlatformPosts
  ) -> Step {
    if isLost { return find(bytes, &at, isLast: isLast, platform) }
    if !hasStarted { return skipPrefix(bytes, &at, platform) }
    let byte = bytes[at]
    switch byte {
    case Byte.openBracket where platform.isPostArray(key ?? "-"): return enter(&at)
    case Byte.openBrace, Byte.openBracket: depth += 1
    case Byte.closeBrace, Byte.closeBracket: depth -= 1
    case Byte.colon where lastString != nil:
      key = lastString
      lastString = nil
      if let key, !key.isEmpty, platform.isPostArray(key) { hasSeenPosts = true }
      at += 1
      return .moved
    case Byte.comma: break
    default: return skipScalar(bytes, &at, end: end, isLast: isLast)
    }
    if depth < 0 { return damage(&at, at + 1) }
    (key, lastString) = (nil, nil)
    at += 1
    return .moved
  }

  /// What stands before the first bracket, as in X's `window.YTD.tweets.part0 = [`.
  private mutating func skipPrefix(_ bytes: Span<UInt8>, _ at: inout Int, _ platform: PlatformPosts) -> Step {
    at = ByteScan.first(Byte.openBracket, or: Byte.openBrace, bytes, from: at, to: bytes.count)
    if at == bytes.count { return .incomplete }
    hasStarted = true
    // The bracket before the first post may be lost.
    guard bytes[at] == Byte.openBrace, platform.isBareArray else { return .moved }
    hasSeenPosts = true
    return .posts
  }

  private mutating func skipScalar(_ bytes: Span<UInt8>, _ at: inout Int, end: Int, isLast: Bool) -> Step {
    var cursor = JSONCursor(at: at, end: end)
    let isLast = isLast || end < bytes.count
    do throws(JSONFault) {
      let value = try cursor.value(bytes, depth: 0)
      cursor.skipSpace(bytes)
      if cursor.at == end { return isLast ? damage(&at, end) : .incomplete }
      guard [Byte.comma, Byte.colon, Byte.closeBrace, Byte.closeBracket].contains(bytes[cursor.at]) else {
        return damage(&at, cursor.at)
      }
      lastString =
        value.kind == .string ? String(decoding: value.content(bytes).prefix(64), as: UTF8.self) : nil
      key = nil
      at = cursor.at
      return .moved
    } catch {
      if case .cut = error, !isLast { return .incomplete }
      return damage(&at, at + 1)
    }
  }

  private mutating func damage(_ at: inout Int, _ next: Int) -> Step {
    lose()
    // The key of an array may be part of what was misread, so the search begins where the fault was.
    at = min(at + 1, next)
    return .fault("damage outside of the lists of posts")
  }

  /// Moves into the array of posts whose bracket is at `at`.
  @discardableResult
  mutating func enter(_ at: inout Int) -> Step {
    (hasSeenPosts, hasStarted, isLost, key, lastString) = (true, true, false, nil, nil)
    at += 1
    return .posts
  }

  private mutating func find(
    _ bytes: Span<UInt8>,
    _ at: inout Int,
    isLast: Bool,
    _ platform: PlatformPosts
  ) -> Step {
    if let head = Self.arrayOfPosts(bytes, from: at, to: bytes.count, platform) {
      at = head
      return enter(&at)
    }
    at = isLast ? bytes.count : max(at, bytes.count - Self.lookBehind)
    return .incomplete
  }

  /// The bracket of the first array that its key shows to be one of posts.
  static func arrayOfPosts(_ bytes: Span<UInt8>, from: Int, to: Int, _ platform: PlatformPosts) -> Int? {
    var bracket = ByteScan.first(Byte.openBracket, bytes, from: from, to: to)
    while bracket < to {
      if let key = key(bytes, before: bracket, from: from), !key.isEmpty, platform.isPostArray(key) { return bracket }
      bracket = ByteScan.first(Byte.openBracket, bytes, from: bracket + 1, to: to)
    }
    return nil
  }

  /// The key of the value at `place`, read backwards: `"key" :`.
  private static func key(_ bytes: Span<UInt8>, before place: Int, from: Int) -> String? {
    var at = place - 1
    while at >= from, JSONCursor.isSpace(bytes[at]) { at -= 1 }
    guard at >= from, bytes[at] == Byte.colon else { return nil }
    at -= 1
    while at >= from, JSONCursor.isSpace(bytes[at]) { at -= 1 }
    guard at >= from, bytes[at] == Byte.quote else { return nil }
    let end = at
    at -= 1
    while at >= from, end - at < lookBehind, bytes[at] != Byte.quote { at -= 1 }
    guard at >= from, bytes[at] == Byte.quote else { return nil }
    return String(decoding: (at + 1..<end).map { bytes[$0] }, as: UTF8.self)
  }
}
