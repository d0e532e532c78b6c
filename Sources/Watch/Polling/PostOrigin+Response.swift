import Foundation
import Storage
import Transfers

extension PostOrigin {
  /// What tells about the answer, its age and the machine behind it. Cookies and the like do not.
  private static let kept = [
    "Age", "Cache-Control", "CF-Ray", "Content-Encoding", "Content-Language", "Content-Type", "Date", "ETag", "Expires",
    "Last-Modified", "Server", "Via", "X-Generator", "X-Powered-By",
  ]
  private static let longestValue = 300
  private static let longestAddress = 2000

  /// How `response` came.
  ///
  /// - Parameters:
  ///   - key: the key of an interface; it is left out wherever an address holds it.
  ///   - digest: that of the body.
  init(_ response: TransferResponse, key: String?, digest: String, now: Date) {
    func shown(_ address: String) -> String {
      String(Self.withoutSecrets(address, key: key).prefix(Self.longestAddress))
    }
    self.init(
      fetched: now,
      url: shown(response.finalURL),
      address: response.remoteAddress,
      status: response.status,
      headers: response.headers.fields.filter { field in Self.kept.contains(where: field.hasName) }.map { field in
        Header(name: field.name, value: String(field.value.prefix(Self.longestValue)))
      },
      redirects: response.redirects.map { Redirect(from: shown($0.from), status: $0.status, to: shown($0.to)) },
      digest: digest
    )
  }

  private static func withoutSecrets(_ address: String, key: String?) -> String {
    var text = address
    if let key, !key.isEmpty { text = text.replacing(key.escapedForQuery, with: "{key}").replacing(key, with: "{key}") }
    // User and password stand between the scheme and the last "@" before the path.
    guard let scheme = text.range(of: "://") else { return text }
    let site = text[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
    guard let at = site.lastIndex(of: "@") else { return text }
    text.removeSubrange(scheme.upperBound...at)
    return text
  }
}
