import Foundation
import HarmClassifier
import LocatedYAML

extension LexiconFiles {
  /// Reads the lexicon in `directory`. Files of the same names in `overrides`, later ones first, win over it.
  ///
  /// Throws `LexiconError` with every problem in every file.
  public init(directory: String, overrides: [String] = []) throws(LexiconError) {
    var loader = LexiconLoader(directories: [directory] + overrides)
    self = loader.load()
    guard loader.problems.isEmpty else { throw LexiconError(problems: loader.problems.sorted { $0.place < $1.place }) }
  }
}

extension YAMLProblem {
  fileprivate var place: (String, Int, Int) { (file, location.line, location.column) }
}

/// Reads the files of a lexicon and of its overrides, and collects problems.
struct LexiconLoader {
  /// The shipped directory, then the overrides, last wins.
  let directories: [String]
  private(set) var problems: [YAMLProblem] = []

  init(directories: [String]) { self.directories = directories }

  mutating func load() -> LexiconFiles {
    for directory in directories where !FileManager.default.fileExists(atPath: directory) {
      report(
        "no such directory; name one with --lexicons, RONDA_LEXICONS or `lexicon` in the configuration",
        in: directory
      )
    }
    let shared = read(SharedFile.init, "lexicon.yaml")
    let stance = read(StanceFile.init, "stance.yaml")
    let categories = categoryNames().compactMap { name in
      read({ [siteNames = siteNames(of: name)] in CategoryFile($0, id: name, siteNames: siteNames) }, name + ".yaml")
    }
    var source = shared?.source ?? LexiconSource(version: "")
    source.markers = stance?.markers ?? [:]
    source.negators = stance?.negators ?? []
    source.assurances = stance?.assurances ?? []
    return complete(source, categories)
  }

  /// Adds the model.
  mutating func complete(
    _ shared: LexiconSource,
    _ categories: [CategoryFile],
    tables: ArraySlice<UInt8>? = nil
  ) -> LexiconFiles {
    var source = shared
    source.categories = categories.map(\.source)
    return LexiconFiles(source: source, categories: categories, model: model(), tables: tables)
  }

  /// The model of the last directory that has one.
  private mutating func model() -> NGramModel? {
    let paths = directories.map { $0 + "/" + NGramModelFile.name }
    guard let path = paths.last(where: FileManager.default.fileExists(atPath:)) else { return nil }
    do throws(NGramModelFile.Failure) {
      return try NGramModelFile.load(path)
    } catch {
      report(error.message, in: error.path)
      return nil
    }
  }

  /// Every YAML file but the shared ones describes a category.
  private func categoryNames() -> [String] {
    var names: Set<String> = []
    for directory in directories {
      for file in (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [] where file.hasSuffix(".yaml")
      {
        names.insert(String(file.dropLast(5)))
      }
    }
    return names.subtracting(["lexicon", "stance"]).sorted()
  }

  /// Reads one file through all directories; nil when it could not be read at all.
  private mutating func read<File>(_ parse: (LayeredMap) -> File?, _ name: String) -> File? {
    var documents: [YAMLDocument] = []
    for directory in directories {
      let path = directory + "/" + name
      guard FileManager.default.fileExists(atPath: path) else { continue }
      guard let data = FileManager.default.contents(atPath: path) else {
        report("cannot be read; check its permissions", in: path)
        continue
      }
      documents.append(YAMLDocument(data, file: path))
    }
    guard !documents.isEmpty else {
      // Of a directory that is not there this says nothing new.
      if FileManager.default.fileExists(atPath: directories[0]) {
        report("\(name) is missing from the lexicon", in: directories[0])
      }
      return nil
    }
    let layers = LayeredMap(documents.map(\.root))
    let file = parse(layers)
    layers.rejectUnknownKeys()
    problems += documents.flatMap(\.problems)
    return file
  }

  /// The directory of site names in a lexicon's directory.
  static let siteNames = "site-names"

  /// The names in `site-names/<category>.txt` of all directories: one a line, `#` starts a comment.
  private func siteNames(of category: String) -> [String] {
    directories.flatMap { directory -> [String] in
      let path = "\(directory)/\(Self.siteNames)/\(category).txt"
      guard let data = FileManager.default.contents(atPath: path) else { return [] }
      return Array(data).split(separator: UInt8(ascii: "\n")).compactMap { line in
        let name = line.prefix { $0 != UInt8(ascii: "#") }.drop { $0 <= 0x20 }
        guard let last = name.lastIndex(where: { $0 > 0x20 }) else { return nil }
        return String(decoding: name[...last], as: UTF8.self)
      }
    }
  }

  private mutating func report(_ message: String, in file: String) {
    problems.append(YAMLProblem(file: file, location: YAMLLocation(line: 1, column: 1), message: message))
  }
}

/// The same file in several directories: a key is read from the last one that has it.
struct LayeredMap {
  private let layers: [YAMLMap]

  init(_ layers: [YAMLMap]) { self.layers = layers }

  /// The layer that answers for `key`; the first when none has it.
  func layer(for key: String) -> YAMLMap { layers.last { $0.contains(key) } ?? layers[0] }

  /// Layers that only override: they may add to and take from the lists below them.
  var overrides: ArraySlice<YAMLMap> { layers.dropFirst() }

  func rejectUnknownKeys() {
    for layer in layers { layer.rejectUnknownKeys() }
  }

  /// Lets every layer know a key, whichever answers for it.
  func expect(_ keys: [String]) {
    for layer in layers { layer.expect(keys) }
  }
}
