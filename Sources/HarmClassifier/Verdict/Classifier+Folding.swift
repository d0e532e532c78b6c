/// How a text reads once its disguises are off.
extension Classifier {
  /// Calls `body` with the folded bytes of a post's beginning, of at most `length` bytes. The post must be the one that was
  /// judged last with `scratch`, and not clean: where it was judged in one go, what was folded then still lies there.
  package func withFoldedBeginning<Result>(
    ofJudged text: Span<UInt8>,
    _ length: Int,
    scratch: inout Scratch,
    _ body: (Span<UInt8>) -> Result
  ) -> Result {
    if text.count > min(length, Self.partLength) {
      fold(text.extracting(0..<min(length, text.count)), scratch: &scratch)
    }
    return body(scratch.post.text.bytes.span)
  }
}
