/// Feeds as JSON.
extension Feed {
  /// The feed as one JSON object in UTF-8: `title`, `link` and `entries` with `id`, `title`, `link`, `published`, `updated`,
  /// `summary_text`, `content_text` and `authors`, in this order. Absent fields are left out; the same feed always gives the
  /// same bytes. Where the publisher wrote no abstract, `summary_text` repeats the full text, as the common parsers do, so
  /// that a reader of one member misses nothing.
  public func jsonBytes() -> [UInt8] {
    var json = JSONWriter()
    json.open("{")
    json.member("title", title)
    json.member("link", link)
    json.key("entries")
    json.open("[")
    for entry in entries {
      json.separate()
      entry.write(to: &json)
    }
    json.close("]")
    json.close("}")
    return json.output
  }
}

extension Feed.Entry {
  fileprivate func write(to json: inout JSONWriter) {
    json.open("{")
    json.member("id", id)
    json.member("title", title)
    json.member("link", link)
    json.member("published", published?.rfc3339)
    json.member("updated", updated?.rfc3339)
    json.member("summary_text", summaryText ?? contentText)
    json.member("content_text", contentText)
    if !authors.isEmpty { json.member("authors", authors) }
    json.close("}")
  }
}
