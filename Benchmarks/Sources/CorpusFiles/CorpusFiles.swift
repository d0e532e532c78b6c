import Corpus
import Foundation

/// `CorpusFiles DIRECTORY POSTS`: writes `posts.txt`, one invented post a line, and `terms.txt`, the lexicon's terms, for
/// peers that are programs of their own.
@main
enum CorpusFiles {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let count = Int(arguments[2]) else {
      FileHandle.standardError.write(Data("usage: CorpusFiles DIRECTORY POSTS\n".utf8))
      exit(2)
    }
    let directory = URL(fileURLWithPath: arguments[1], isDirectory: true)
    try write(Corpus(count: count).posts, to: directory.appendingPathComponent("posts.txt"))
    try write(Engine.literals(), to: directory.appendingPathComponent("terms.txt"))
  }

  private static func write(_ lines: [[UInt8]], to file: URL) throws {
    try Data(lines.joined(separator: [0x0A]) + [0x0A]).write(to: file)
  }
}
