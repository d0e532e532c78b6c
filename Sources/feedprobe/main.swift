import Feeds
import Foundation

var contentType: String?
var base: String?
var words: [String] = []
for argument in CommandLine.arguments.dropFirst() {
  if argument.hasPrefix("--content-type=") {
    contentType = String(argument.dropFirst(15))
  } else if argument.hasPrefix("--base=") {
    base = String(argument.dropFirst(7))
  } else {
    words.append(argument)
  }
}
let bytes = [UInt8](FileManager.default.contents(atPath: words[1]) ?? Data())
do {
  switch words[0] {
  case "parse":
    FileHandle.standardOutput.write(Data(try FeedParser.parse(bytes, contentType: contentType, baseURL: base).jsonBytes()))
  default: exit(64)
  }
} catch {
  FileHandle.standardError.write(Data("feedprobe: \(error)\n".utf8))
  exit(2)
}
