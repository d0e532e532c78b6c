extension Classifier {
  /// Judges many posts at once: the verdicts of `classify(_:)` one by one, in order, with one scratch for all.
  ///
  /// ```swift
  /// let verdicts = classifier.classify(comments.map(\.text))
  /// ```
  public func classify(_ texts: some Sequence<String>) -> [Verdict] {
    var scratch = Scratch()
    var bytes: [UInt8] = []
    return texts.map { text in
      bytes.removeAll(keepingCapacity: true)
      bytes += text.utf8
      return classify(bytes.span, scratch: &scratch)
    }
  }

  /// Judges posts that lie in one run of bytes, each where a range of `posts` says, and gives `take` their verdicts in
  /// order: nothing is allocated for a clean post.
  ///
  /// - Parameters:
  ///   - storage: UTF-8; ill-formed bytes read as U+FFFD.
  ///   - posts: Where the posts lie in `storage`. Offsets in a verdict count from the start of its post.
  ///   - scratch: Memory that is reused from batch to batch.
  ///   - take: Takes each post's place in `posts`, from 0, and its verdict.
  public func classify(
    _ storage: Span<UInt8>,
    posts: some Sequence<Range<Int>>,
    scratch: inout Scratch,
    take: (_ index: Int, _ verdict: Verdict) -> Void
  ) {
    for (index, range) in posts.enumerated() {
      take(index, classify(storage.extracting(range), scratch: &scratch))
    }
  }
}
