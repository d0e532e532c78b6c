import Foundation
import LexiconFiles
import Testing

@Suite("What is kept of a lexicon")
struct LexiconCacheTests {
  private let work: URL
  private let lexicons: String
  private let cache: LexiconCache

  init() throws {
    work = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-cache-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    lexicons = work.appendingPathComponent("lexicons").path
    try FileManager.default.copyItem(atPath: Shipped.directory, toPath: lexicons)
    cache = LexiconCache(directory: work.appendingPathComponent("cache").path)
    try settle()
  }

  /// Dates every file back, as if nothing had changed for a while.
  private func settle() throws {
    let files = try #require(FileManager.default.enumerator(atPath: work.path))
    for case let file as String in files {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -3600)],
        ofItemAtPath: work.path + "/" + file
      )
    }
  }

  /// Leaves the lexicon one category, which is read faster.
  private func shorten() throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: lexicons)
    where !["lexicon.yaml", "stance.yaml", "gambling.yaml"].contains(file) {
      try FileManager.default.removeItem(atPath: lexicons + "/" + file)
    }
  }

  private func keptFiles() -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: work.appendingPathComponent("cache").path)) ?? []
  }

  private func rename(version: String) throws {
    let path = lexicons + "/lexicon.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("version:") ? "version: \"\(version)\"" : String($0) }
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test("gives the verdicts that the files give")
  func same() throws {
    defer { try? FileManager.default.removeItem(at: work) }
    let read = try LexiconFiles(directory: lexicons)
    _ = try cache.load(directory: lexicons)
    #expect(keptFiles().count == 1)
    let kept = try cache.load(directory: lexicons)
    #expect(kept.versions.lexicon == read.versions.lexicon)
    #expect(kept.categories.map(\.examples) == read.categories.map(\.examples))
    let (fromCache, fromFiles) = (kept.classifier(), read.classifier())
    for example in read.categories.flatMap(\.examples) {
      #expect(fromCache.classify(example.text) == fromFiles.classify(example.text))
    }
  }

  @Test("is read anew once a file changed")
  func changed() throws {
    defer { try? FileManager.default.removeItem(at: work) }
    _ = try cache.load(directory: lexicons)
    try rename(version: "2099.1.1")
    #expect(try cache.load(directory: lexicons).source.version == "2099.1.1")
  }

  @Test("is read anew once a list of site names changed")
  func siteNames() throws {
    defer { try? FileManager.default.removeItem(at: work) }
    try shorten()
    let path = lexicons + "/site-names"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for name in ["pulauwin", "kerabatjitu"] {
      try "\(name)\n".write(toFile: path + "/gambling.txt", atomically: true, encoding: .utf8)
      try settle()
      for _ in 1...2 {
        let verdict = try cache.load(directory: lexicons).classifier().classify("depo di \(name), slot gacor")
        #expect(verdict.evidence.contains { $0.family == .siteName && $0.term == name })
      }
    }
    #expect(keptFiles().count == 1)
  }

  @Test("of two lexicons lie beside each other")
  func two() throws {
    defer { try? FileManager.default.removeItem(at: work) }
    try shorten()
    let other = work.appendingPathComponent("other").path
    try FileManager.default.copyItem(atPath: lexicons, toPath: other)
    try rename(version: "2099.1.3")
    try settle()
    for _ in 1...2 {
      #expect(try cache.load(directory: lexicons).source.version == "2099.1.3")
      #expect(try cache.load(directory: other).source.version != "2099.1.3")
    }
    #expect(keptFiles().count == 2)
  }

  @Test("is done without where nothing can be kept")
  func unwritable() throws {
    defer { try? FileManager.default.removeItem(at: work) }
    try shorten()
    let cache = LexiconCache(directory: lexicons + "/lexicon.yaml/cache")
    for _ in 1...2 {
      #expect(
        try cache.load(directory: lexicons).classifier().classify("slot gacor maxwin, link di bio").decision == .harmful
      )
    }
  }

  @Test("is not kept while a file is fresh")
  func fresh() throws {
    defer { try? FileManager.default.removeItem(at: work) }
    try rename(version: "2099.1.2")
    _ = try cache.load(directory: lexicons)
    #expect(keptFiles().isEmpty)
  }

  @Test("does no harm when damaged")
  func damaged() throws {
    defer { try? FileManager.default.removeItem(at: work) }
    try shorten()
    let version = try cache.load(directory: lexicons).source.version
    let path = try keptPath()
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var changed = whole
    changed[whole.count / 2] ^= 1
    var last = whole
    last[whole.count - 1] ^= 0x80
    let older = Data("ronda lexicon cache 0\n".utf8) + whole.dropFirst(22)
    for damage in [Data(), Data("{}".utf8), whole.prefix(whole.count / 2), whole + [0], changed, last, older] {
      try damage.write(to: URL(fileURLWithPath: path))
      #expect(try cache.load(directory: lexicons).source.version == version)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == whole, "the damaged file was not made anew")
    }
  }

  @Test("does not count when others may write to it, or when it is a link")
  func foreign() throws {
    defer { try? FileManager.default.removeItem(at: work) }
    _ = try cache.load(directory: lexicons)
    let path = try keptPath()
    let number = try #require(fileNumber(path))
    _ = try cache.load(directory: lexicons)
    #expect(fileNumber(path) == number, "a good file was made anew")
    for mode in [0o666, 0o620] {
      let before = fileNumber(path)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      _ = try cache.load(directory: lexicons)
      #expect(fileNumber(path) != before, "\(String(mode, radix: 8)) was trusted")
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }
    try FileManager.default.moveItem(atPath: path, toPath: path + ".moved")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path + ".moved")
    _ = try cache.load(directory: lexicons)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType == .typeRegular)
  }

  @Test("may be made by many at once")
  func concurrent() async throws {
    defer { try? FileManager.default.removeItem(at: work) }
    let (cache, lexicons) = (cache, lexicons)
    let versions = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<4 { group.addTask { try cache.load(directory: lexicons).source.version } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(versions.count == 1)
    #expect(keptFiles().count == 1, "half-written files were left behind")
  }

  private func keptPath() throws -> String {
    try work.appendingPathComponent("cache/" + #require(keptFiles().first)).path
  }

  private func fileNumber(_ path: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber]) as? Int
  }

  @Test("keeps nothing of a lexicon with a mistake")
  func mistaken() throws {
    defer { try? FileManager.default.removeItem(at: work) }
    try "markers: [".write(toFile: lexicons + "/stance.yaml", atomically: true, encoding: .utf8)
    try settle()
    #expect(throws: LexiconError.self) { try cache.load(directory: lexicons) }
    #expect(keptFiles().isEmpty)
  }
}
