import Foundation
import PostExports
import Testing

@Suite struct FileSourceTests {
  @Test func aFileIsReadToItsEnd() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "posts-\(UUID()).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("id,text\n1,halo\n2,kak\n".utf8).write(to: URL(filePath: path))
    var reader = try PostReader(path: path)
    #expect(reader.progress.totalBytes == 21)
    #expect(try reader.next()?.count == 2)
    #expect(try reader.next() == nil)
    #expect(reader.progress.bytes == 21)
    #expect(reader.progress.records == 2)
  }

  @Test func aPipeIsReadToItsEnd() throws {
    let pipe = Pipe()
    let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    let writer = Thread {
      for number in 1...20_000 { pipe.fileHandleForWriting.write(Data("baris \(number)\n".utf8)) }
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    var reader = try PostReader(path: path, options: PostReader.Options(format: .text))
    #expect(reader.progress.totalBytes == nil)
    var count = 0
    while let batch = try reader.next() { count += batch.count }
    #expect(count == 20_000)
  }

  @Test func aNamedPipeIsNotOpenedToBeLookedAt() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "pipe-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(mkfifo(path, 0o600) == 0)
    let looked = DispatchSemaphore(value: 0)
    // Opening it waits for a writer, which there is none.
    Thread.detachNewThread {
      _ = PostInputs([path])
      looked.signal()
    }
    #expect(looked.wait(timeout: .now() + 10) == .success)
  }

  @Test func whatCannotBeReadSaysWhy() {
    let missing = #expect(throws: PostExportError.self) { _ = try PostReader(path: "/nowhere/posts.csv").format }
    #expect(missing?.kind == .unreadable)
    #expect(
      missing?.description
        == "/nowhere/posts.csv: No such file or directory; check that the file exists and that you may read it"
    )
    let folder = #expect(throws: PostExportError.self) {
      var reader = try PostReader(path: "/tmp")
      _ = try reader.next()
    }
    #expect(folder?.reason == "Is a directory")
  }
}
