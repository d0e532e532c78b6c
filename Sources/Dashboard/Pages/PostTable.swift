import Foundation
import Storage

/// Judged posts with how their answers came: what shows later that they were there.
struct PostTable {
  let posts: [StoredPost]
  let layout: Layout

  private var words: DashboardWords { layout.words }

  var html: HTML {
    let rows = posts.map { post -> [HTML] in
      [
        layout.time(post.seen), "\(post.source)", "\(post.excerpt.map { "«\($0)»" } ?? "")",
        layout.link(post.link, words[.view]), origin(of: post),
      ]
    }
    return layout.table(
      words[.postsOfAlert],
      [words[.time], words[.source], words[.text], words[.link], words[.origin]],
      rows
    )
  }

  private func origin(of post: StoredPost) -> HTML {
    guard let origin = post.origin else { return "" }
    let hops = origin.redirects.map { hop -> HTML in "<li>\(hop.status): \(hop.from) → \(hop.to)</li>" }
    let headers = origin.headers.map { header -> HTML in "<li>\(header.name): \(header.value)</li>" }
    return """
      <details><summary>\(layout.time(origin.fetched))</summary><ul><li>\(words[.address]): <code>\(origin.address)</code></li>
      <li>HTTP \(origin.status): <code>\(origin.url)</code></li>\(hops)\(headers)
      <li>SHA-256: <code>\(origin.digest)</code>, \(words[.version]): <code>\(post.version)</code></li></ul></details>
      """
  }
}
