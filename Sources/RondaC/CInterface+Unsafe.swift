#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The functions of include/ronda.h, which says what callers must keep to.
//
// Invariants of the unsafe part: a handle is a retained `SharedClassifier` from `ronda_open` to `ronda_close`. Offsets
// are checked to rise from 0 up before any text is looked at, and nothing behind the last one is read. Memory that is
// given away comes from malloc, is written in full, and is the caller's.

private let ok: CInt = 0
private let badArgument: CInt = 1
private let noMemory: CInt = 2

/// `ronda_open`: reads a lexicon directory; NULL and a message where it can't be read.
@c(ronda_open)
public func rondaOpen(
  _ directory: UnsafePointer<CChar>?,
  _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> OpaquePointer? {
  var problem = "no directory was given"
  if let directory {
    do {
      let classifier = try SharedClassifier(directory: String(cString: directory))
      return OpaquePointer(Unmanaged.passRetained(classifier).toOpaque())
    } catch {
      problem = error.description
    }
  }
  error?.pointee = strdup(problem)
  return nil
}

/// `ronda_close`: ends a classifier.
@c(ronda_close)
public func rondaClose(_ classifier: OpaquePointer?) {
  guard let classifier else { return }
  Unmanaged<SharedClassifier>.fromOpaque(UnsafeRawPointer(classifier)).release()
}

/// `ronda_classify`: judges texts laid out as in Arrow's large_string and gives lines of JSON.
@c(ronda_classify)
public func rondaClassify(
  _ classifier: OpaquePointer?,
  _ bytes: UnsafePointer<UInt8>?,
  _ offsets: UnsafePointer<Int64>?,
  _ ids: UnsafePointer<UInt8>?,
  _ idOffsets: UnsafePointer<Int64>?,
  _ count: Int,
  _ output: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?,
  _ outputSize: UnsafeMutablePointer<Int>?
) -> CInt {
  guard let classifier, let offsets, let output, let outputSize, count >= 0,
    let texts = column(bytes, UnsafeBufferPointer(start: offsets, count: count + 1))
  else { return badArgument }
  let idPlaces = ids == nil ? nil : idOffsets.map { UnsafeBufferPointer(start: $0, count: count + 1) }
  guard let idBytes = idPlaces.map({ column(ids, $0) }) ?? UnsafeBufferPointer(start: nil, count: 0) else {
    return badArgument
  }
  var lines: [UInt8] = []
  Unmanaged<SharedClassifier>.fromOpaque(UnsafeRawPointer(classifier)).takeUnretainedValue().classify(
    texts.span,
    UnsafeBufferPointer(start: offsets, count: count + 1).span,
    ids: idBytes.span,
    idOffsets: idPlaces?.span,
    to: &lines
  )
  guard let memory = malloc(max(1, lines.count)) else { return noMemory }
  lines.withUnsafeBytes { memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count) }
  output.pointee = memory.assumingMemoryBound(to: UInt8.self)
  outputSize.pointee = lines.count
  return ok
}

/// `ronda_free`: frees what the others gave.
@c(ronda_free)
public func rondaFree(_ memory: UnsafeMutableRawPointer?) { free(memory) }

/// The bytes up to the last offset; nil unless the offsets rise from 0 up and the bytes are there.
private func column(
  _ bytes: UnsafePointer<UInt8>?,
  _ offsets: UnsafeBufferPointer<Int64>
) -> UnsafeBufferPointer<UInt8>? {
  guard let first = offsets.first, let last = offsets.last, first >= 0 else { return nil }
  var before = first
  for offset in offsets {
    if offset < before { return nil }
    before = offset
  }
  if bytes == nil && last > 0 { return nil }
  return UnsafeBufferPointer(start: bytes, count: Int(last))
}
