import Crypto
import Foundation

/// Decides who may ask.
///
/// A service on loopback is reachable from every web page that its owner opens. Three things keep pages out: the name in
/// `Host` must be ours (a name rebound to 127.0.0.1 is not), what changes anything must not come from another origin, and
/// forms carry a token that only our own pages show.
struct Gatekeeper: Sendable {
  /// The names by which we are reached besides `localhost` and addresses.
  let names: Set<String>
  /// What every request must show; nil on loopback unless configured.
  let token: String?
  /// What every form must show.
  let formToken: String

  init(externalURL: String, token: String?) {
    names = Set([URL(string: externalURL)?.host?.lowercased()].compactMap { $0 })
    self.token = token
    formToken = (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
  }

  /// Why the question is not answered; nil when it is.
  func refusal(_ question: Question) -> Refusal? {
    guard let host = question.headers["host"], isOurs(host) else { return .foreignHost }
    if let token, !shows(question, token) { return .noToken }
    if question.method != "GET", question.method != "HEAD", isForeign(question, host) { return .foreignOrigin }
    return nil
  }

  /// Whether a form came from one of our own pages.
  func trusts(form: [String: String]) -> Bool { Self.same(form["form_token"] ?? "", formToken) }

  private func isOurs(_ host: String) -> Bool {
    let name = Self.name(host)
    return name == "localhost" || names.contains(name) || Self.isAddress(name)
  }

  private func isForeign(_ question: Question, _ host: String) -> Bool {
    if let site = question.headers["sec-fetch-site"], site != "same-origin", site != "none" { return true }
    guard let origin = question.headers["origin"] else { return false }
    guard let parts = URLComponents(string: origin), let name = parts.host else { return true }
    let authority = parts.port.map { "\(name):\($0)" } ?? name
    return authority.lowercased() != host.lowercased() && !names.contains(name.lowercased())
  }

  private func shows(_ question: Question, _ token: String) -> Bool {
    let fields = (question.headers["authorization"] ?? "").split(separator: " ", maxSplits: 1)
    guard fields.count == 2 else { return false }
    switch fields[0].lowercased() {
    case "bearer": return Self.same(String(fields[1]), token)
    case "basic":
      guard let data = Data(base64Encoded: String(fields[1])) else { return false }
      let password = String(decoding: data, as: UTF8.self).split(separator: ":", maxSplits: 1).dropFirst().first ?? ""
      return Self.same(String(password), token)
    default: return false
    }
  }

  /// Compares hashes, so that the time taken says nothing about where two texts differ.
  private static func same(_ one: String, _ other: String) -> Bool {
    SHA256.hash(data: Data(one.utf8)) == SHA256.hash(data: Data(other.utf8))
  }

  /// The name without the port.
  private static func name(_ host: String) -> String {
    if host.hasPrefix("[") { return String(host.prefix { $0 != "]" } + "]") }
    return host.prefix { $0 != ":" }.lowercased()
  }

  /// Names can be rebound, addresses can't.
  private static func isAddress(_ name: String) -> Bool {
    name.hasPrefix("[")
      || (name.split(separator: ".").count == 4 && name.split(separator: ".").allSatisfy { UInt8($0) != nil })
  }
}
