/// Why bytes are not JSON.
enum JSONFault: Error {
  /// They end in the middle of a value.
  case cut
  /// A byte that can't stand at this place, an offset into the window.
  case unexpected(at: Int, wanted: String)
  /// A value nested more deeply than `JSONCursor.depthLimit`.
  case tooDeep
  /// A whole value, but no object.
  case notObject

  /// The reason for people; offsets count from the start of the record.
  func reason(recordStart: Int) -> String {
    switch self {
    case .cut: "JSON that ends inside the record: cut off?"
    case .unexpected(let at, let wanted): "not JSON: \(wanted) expected at byte \(at - recordStart) of the record"
    case .tooDeep: "JSON nested more than \(JSONCursor.depthLimit) levels deep"
    case .notObject: "a JSON value that is no object"
    }
  }
}
