import Foundation
import LoopbackServer

/// Serves the files of a directory with an `ETag`, so that the daemon's conditional requests are answered with 304.
struct SampleFeeds: Sendable {
  let directory: String

  /// The files, by name.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted()
  }

  func answer(_ request: Request) -> Response {
    let name = request.path.split(separator: "/").last.map(String.init) ?? ""
    guard names.contains(name), let body = FileManager.default.contents(atPath: directory + "/" + name) else {
      return Response(status: 404, text: "no such feed\n")
    }
    let etag = "\"\(name)-\(body.count)\""
    if request.headers["if-none-match"] == etag { return Response(status: 304, headers: [.init("ETag", etag)]) }
    let type =
      name.hasSuffix(".json")
      ? "application/feed+json" : name.hasSuffix(".atom") ? "application/atom+xml" : "application/rss+xml"
    return Response(headers: [.init("Content-Type", type), .init("ETag", etag)], body: Array(body))
  }
}
