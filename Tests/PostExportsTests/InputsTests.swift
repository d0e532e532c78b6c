import Foundation
import Testing

@testable import PostExports

/// Directories, patterns and ZIP archives as inputs.
@Suite("Inputs")
struct InputsTests {
  /// A fresh directory that goes with the test.
  private static func withDirectory(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "inputs-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path + "/b/.git", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private static func write(_ path: String, _ bytes: some Sequence<UInt8>) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  private func texts(_ input: PostInput) throws -> [String] {
    var reader = try input.reader()
    var texts: [String] = []
    while let batch = try reader.next() {
      for case .post(let post) in batch { texts.append(post.text) }
    }
    return texts
  }

  @Test("a directory is walked in the order of its paths; what holds no posts is counted")
  func directory() throws {
    try Self.withDirectory { path in
      for name in ["z.txt", "b/a.csv", "b/foto.JPG", "b/.git/x.txt", "a.ndjson", "b/lain.json", "b/tabel.csv"] {
        let content =
          name.hasSuffix("csv") ? "id,text\n1,\(name)\n" : name.hasSuffix("txt") ? name : "{\"text\":\"\(name)\"}"
        try Self.write("\(path)/\(name)", content.utf8)
      }
      try Self.write(path + "/b/lain.json", #"{"iklan":[1]}"#.utf8)
      try Self.write(path + "/b/tabel.csv", "id,username\n1,b\n".utf8)
      let inputs = PostInputs([path])
      let names = ["a.ndjson", "b/a.csv", "b/lain.json", "b/tabel.csv", "z.txt"]
      #expect(inputs.files.map(\.name) == names.map { "\(path)/\($0)" })
      #expect(inputs.skipped.map(\.counts) == [["jpg": 1]])
      #expect(try texts(inputs.files[1]) == ["b/a.csv"])
      for place in [2, 3] {
        let error = #expect(throws: PostExportError.self) { try texts(inputs.files[place]) }
        #expect(error?.kind == .noPosts)
      }
      #expect(
        PostInputs([path + "/*.txt", path + "/b/[a-b]*.csv"]).files.map(\.name) == [path + "/z.txt", path + "/b/a.csv"]
      )
      #expect(PostInputs([path + "/tiada*"]).files.map(\.name) == [path + "/tiada*"])
    }
  }

  private static let message = #"{"messages":[{"id":1,"type":"message","text":"halo","text_entities":[]}]}"#

  @Test("an archive gives its exports", arguments: [false, true], [false, true])
  func archive(isZip64: Bool, isDeflated: Bool) throws {
    try Self.withDirectory { path in
      var zip = ZipWriter(isZip64: isZip64)
      zip.add("foto/1.jpg", Array("x".utf8))
      zip.add("b.json", Array(Self.message.utf8))
      zip.add("a.txt", Array("satu\ndua\n".utf8), deflated: isDeflated ? ZipWriter.deflated : nil)
      zip.add("__MACOSX/a.txt", Array("x".utf8))
      try Self.write(path + "/e.zip", zip.finished())
      let inputs = PostInputs([path + "/e.zip"])
      #expect(inputs.problems.isEmpty)
      #expect(inputs.files.map(\.name) == [path + "/e.zip/a.txt", path + "/e.zip/b.json"])
      #expect(inputs.skipped.first?.description == "\(path)/e.zip: 2 files skipped that hold no posts (jpg 1, txt 1)")
      #expect(try inputs.files.map(texts) == [["satu", "dua"], ["halo"]])
    }
  }

  @Test("every damaged archive is reported; none crashes or gives what was not packed")
  func damage() throws {
    var zip = ZipWriter(isZip64: false)
    zip.add("a.txt", Array("satu\ndua\n".utf8), deflated: ZipWriter.deflated)
    zip.add("b.txt", Array("tiga\n".utf8))
    let whole = zip.finished()
    var random = SeededRandom(state: 8)
    try Self.withDirectory { path in
      for round in 0..<400 {
        var bytes = whole
        if round % 4 == 0 {
          bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
        } else {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
        }
        try Self.write(path + "/e.zip", bytes)
        for file in PostInputs([path + "/e.zip"]).files where file.isFound {
          guard let found = try? texts(file) else { continue }
          #expect(found == ["satu", "dua"] || found == ["tiga"], "round \(round)")
        }
      }
    }
  }

  @Test("what would grow beyond all measure, is encrypted or overlaps is refused")
  func bombs() throws {
    try Self.withDirectory { path in
      var zip = ZipWriter(isZip64: false)
      zip.add("a.txt", Array("satu\ndua\n".utf8), deflated: ZipWriter.deflated, claimedBytes: 1 << 30)
      zip.add("b.txt", Array("rahasia".utf8), flags: 1)
      try Self.write(path + "/e.zip", zip.finished())
      for file in PostInputs([path + "/e.zip"]).files {
        let error = #expect(throws: PostExportError.self) { try texts(file) }
        #expect(error?.kind == .unsupported)
      }
      var overlap = ZipWriter(isZip64: false)
      overlap.add("a.txt", Array(repeating: 0x61, count: 1000))
      overlap.repeatDirectory(20)
      try Self.write(path + "/o.zip", overlap.finished())
      #expect(PostInputs([path + "/o.zip"]).problems.map(\.reason) == ["the ZIP archive is damaged: its files overlap"])
    }
  }
}

/// Writes small ZIP archives.
private struct ZipWriter {
  /// `satu\ndua\n` as zlib deflates it.
  static let deflated: [UInt8] = [0x2B, 0x4E, 0x2C, 0x29, 0xE5, 0x4A, 0x29, 0x4D, 0xE4, 0x02, 0x00]
  let isZip64: Bool
  private var bytes: [UInt8] = []
  private var entries: [[UInt8]] = []

  init(isZip64: Bool) { self.isZip64 = isZip64 }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  mutating func add(
    _ name: String,
    _ content: [UInt8],
    deflated: [UInt8]? = nil,
    claimedBytes: Int? = nil,
    flags: Int = 0
  ) {
    var checksum = Checksum()
    checksum.add(content.span)
    let (packed, size) = (deflated ?? content, claimedBytes ?? content.count)
    let middle =
      Self.little(flags, 2) + Self.little(deflated == nil ? 0 : 8, 2) + Self.little(0, 4)
      + Self.little(Int(checksum.value), 4)
    let offset = bytes.count
    bytes += Self.little(0x0403_4B50, 4) + Self.little(20, 2) + middle + Self.little(packed.count, 4)
    bytes += Self.little(size, 4) + Self.little(name.utf8.count, 2) + Self.little(0, 2) + Array(name.utf8) + packed
    let extra = Self.little(1, 2) + Self.little(24, 2) + [size, packed.count, offset].flatMap { Self.little($0, 8) }
    let small = isZip64 ? Array(repeating: 0xFFFF_FFFF, count: 3) : [packed.count, size, offset]
    var entry = Self.little(0x0201_4B50, 4) + Self.little(20, 2) + Self.little(20, 2) + middle
    entry += Self.little(small[0], 4) + Self.little(small[1], 4) + Self.little(name.utf8.count, 2)
    entry += Self.little(isZip64 ? extra.count : 0, 2) + Self.little(0, 10) + Self.little(small[2], 4)
    entries.append(entry + Array(name.utf8) + (isZip64 ? extra : []))
  }

  /// Lists every file so many times.
  mutating func repeatDirectory(_ times: Int) {
    entries = Array(repeating: entries, count: times).flatMap { $0 }
  }

  func finished() -> [UInt8] {
    let (count, directory) = (entries.count, entries.flatMap { $0 })
    var tail: [UInt8] = []
    if isZip64 {
      tail += Self.little(0x0606_4B50, 4) + Self.little(44, 8) + Self.little(0, 12) + Self.little(count, 8)
      tail += Self.little(count, 8) + Self.little(directory.count, 8) + Self.little(bytes.count, 8)
      tail += Self.little(0x0706_4B50, 4) + Self.little(0, 4) + Self.little(bytes.count + directory.count, 8)
      tail += Self.little(1, 4)
    }
    tail += Self.little(0x0605_4B50, 4) + Self.little(0, 4) + Self.little(isZip64 ? 0xFFFF : count, 2)
    tail += Self.little(isZip64 ? 0xFFFF : count, 2) + Self.little(isZip64 ? 0xFFFF_FFFF : directory.count, 4)
    tail += Self.little(isZip64 ? 0xFFFF_FFFF : bytes.count, 4) + Self.little(0, 2)
    return bytes + directory + tail
  }
}
