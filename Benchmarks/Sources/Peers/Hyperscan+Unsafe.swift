#if canImport(CHyperscan)
  import CHyperscan
  import Synchronization

  /// Hyperscan looking for every literal of a list, whatever its case, in one post at a time: what a C programmer would pick
  /// to *find* terms. It neither folds nor judges.
  ///
  /// Invariants: `database` and `scratch` come from Hyperscan, are used under the lock only and freed once, in `deinit`. A
  /// post's bytes are borrowed for the call, and the counter that `onMatch` adds to outlives the call.
  public final class Hyperscan: Sendable {
    // Hyperscan's handles belong to no thread; two threads must not use one scratch at once, which the lock sees to.
    private struct Engine: @unchecked Sendable {
      let database: OpaquePointer
      let scratch: OpaquePointer
    }

    private let engine: Mutex<Engine>
    /// Hyperscan's version and date.
    public static var version: String { String(cString: hs_version()) }

    /// Compiles `literals`; nil when Hyperscan refuses.
    public init?(_ literals: [[UInt8]]) {
      var database: OpaquePointer?
      var scratch: OpaquePointer?
      // Hyperscan insists on a place for its complaint.
      var complaint: UnsafeMutablePointer<hs_compile_error_t>?
      defer { hs_free_compile_error(complaint) }
      let texts = literals.map { literal in
        let text = UnsafeMutableBufferPointer<CChar>.allocate(capacity: literal.count)
        _ = text.initialize(from: literal.map(CChar.init(bitPattern:)))
        return text
      }
      defer { texts.forEach { $0.deallocate() } }
      let failure = hs_compile_lit_multi(
        texts.map { UnsafePointer($0.baseAddress) },
        literals.map { _ in UInt32(HS_FLAG_CASELESS) },
        literals.indices.map(UInt32.init),
        literals.map(\.count),
        UInt32(literals.count),
        UInt32(HS_MODE_BLOCK),
        nil,
        &database,
        &complaint
      )
      guard failure == HS_SUCCESS, let database, hs_alloc_scratch(database, &scratch) == HS_SUCCESS, let scratch else {
        return nil
      }
      engine = Mutex(Engine(database: database, scratch: scratch))
    }

    deinit {
      engine.withLock {
        hs_free_scratch($0.scratch)
        hs_free_database($0.database)
      }
    }

    /// How many literals end in the posts, each post on its own.
    public func matchCount(in posts: [[UInt8]]) -> Int {
      var count = 0
      engine.withLock { engine in
        for post in posts {
          post.withUnsafeBytes { bytes in
            let text = bytes.assumingMemoryBound(to: CChar.self).baseAddress
            hs_scan(engine.database, text, UInt32(bytes.count), 0, engine.scratch, Self.onMatch, &count)
          }
        }
      }
      return count
    }

    private static let onMatch: match_event_handler = { _, _, _, _, count in
      count?.assumingMemoryBound(to: Int.self).pointee += 1
      return 0
    }
  }
#else
  /// Hyperscan is not installed (`apt-get install libhyperscan-dev`), so it can't be measured.
  public final class Hyperscan: Sendable {
    /// Hyperscan's version; here none.
    public static let version = "not installed"

    /// Always nil.
    public init?(_ literals: [[UInt8]]) { return nil }

    /// Never called.
    public func matchCount(in posts: [[UInt8]]) -> Int { 0 }
  }
#endif
