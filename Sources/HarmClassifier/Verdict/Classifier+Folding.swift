/// How a text reads once its disguises are off.
extension Classifier {
  /// Calls `body` with the folded bytes of `text`, which is UTF-8; nothing is allocated in steady state.
  package func withFolded<Result>(
    _ text: Span<UInt8>,
    scratch: inout Scratch,
    _ body: (Span<UInt8>) -> Result
  ) -> Result {
    fold(text, scratch: &scratch)
    return body(scratch.post.text.bytes.span)
  }
}
