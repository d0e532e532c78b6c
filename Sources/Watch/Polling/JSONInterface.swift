import Feeds
import Foundation
import Transfers

/// A JSON interface that is polled: how to ask, where the answer holds what, and how far to page.
public struct JSONInterface: Sendable, Hashable {
  /// The address, with `{cursor}`, `{page}` and `{key}` where those belong.
  public var template: String
  /// Where the answers hold what.
  public var mapping: JSONMapping
  /// So many pages are read in one poll at most.
  public var pages: Int
  /// The file with the key that the interface asks for.
  public var keyFile: String?
  /// A header field with `{key}` in its value.
  public var keyHeader: Header?
  /// A feed with the same posts, for programs that know only feeds; nil when there is none.
  public var feedURL: String?

  static let usualPages = 3

  /// A header field.
  public struct Header: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its value.
    public var value: String
  }

  func items(in response: TransferResponse) throws(FeedError) -> JSONItems {
    try JSONItems.parse(
      response.body,
      mapping: mapping,
      contentType: response.headers["Content-Type"],
      baseURL: response.finalURL
    )
  }

  func firstRequest(key: String?) -> TransferRequest {
    request(Self.filled(template, cursor: nil, page: 1, key: key), key)
  }

  /// The request for the page that `cursor` names, or for page `number`; nil when the interface says there is none.
  func request(after cursor: String?, number: Int, from current: String, key: String?) -> TransferRequest? {
    if template.contains("{page}") { return request(Self.filled(template, cursor: nil, page: number, key: key), key) }
    guard let cursor else { return nil }
    if template.contains("{cursor}") {
      return request(Self.filled(template, cursor: cursor, page: number, key: key), key)
    }
    // The next page is named by its address. It gets the key, so it must be the same place.
    guard let base = URL(string: current), let next = URL(string: cursor, relativeTo: base),
      (next.scheme, next.host(), next.port) == (base.scheme, base.host(), base.port)
    else { return nil }
    return request(next.absoluteString, key)
  }

  private func request(_ url: String, _ key: String?) -> TransferRequest {
    var request = TransferRequest(url: url, headers: ["Accept": "application/json"], hidesPath: key != nil)
    if let keyHeader, let key { request.headers[keyHeader.name] = keyHeader.value.replacing("{key}", with: key) }
    return request
  }

  /// A template with the values that the configuration gives.
  static func placing(_ values: [String: String], in template: String) -> String {
    values.reduce(template) { $0.replacing("{\($1.key)}", with: $1.value.escapedForQuery) }
  }

  /// Fills in a template. Without a cursor the query's parameter that holds it is left out.
  static func filled(_ template: String, cursor: String?, page: Int, key: String?) -> String {
    var text = template
    if cursor == nil, let mark = text.firstIndex(of: "?") {
      let kept = text[text.index(after: mark)...].split(separator: "&").filter { !$0.contains("{cursor}") }
      text = text[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
    }
    return text.replacing("{cursor}", with: (cursor ?? "").escapedForQuery).replacing("{page}", with: String(page))
      .replacing("{key}", with: (key ?? "").escapedForQuery)
  }
}

extension String {
  /// As a value in an address: everything but letters, digits and `-._~` escaped.
  var escapedForQuery: String {
    let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }
}
