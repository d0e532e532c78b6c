import Crypto
import FoundationEssentials

/// A shared secret of Standard Webhooks 1.0. It can sign, it can't be read or printed.
public struct SigningSecret: Sendable, CustomStringConvertible, CustomReflectable {
  /// What every secret begins with.
  public static let prefix = "whsec_"

  private let key: SymmetricKey

  /// Creates a secret from its text, `whsec_` and the base64 of 24 to 64 bytes; nil when it is none.
  public init?(_ text: some StringProtocol) {
    guard text.hasPrefix(Self.prefix), let bytes = Data(base64Encoded: String(text.dropFirst(Self.prefix.count))),
      (24...64).contains(bytes.count)
    else { return nil }
    key = SymmetricKey(data: bytes)
  }

  /// Reads the secrets in the file at `path`, one a line. While a key is rotated there are two: the new and the old.
  public static func load(path: String) throws(SecretError) -> [SigningSecret] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw SecretError(path: path, line: nil, detail: "the file can't be read", remedy: "check its path and rights")
    }
    var secrets: [SigningSecret] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let trimmed = line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
      if trimmed.isEmpty { continue }
      guard let secret = SigningSecret(String(trimmed)) else {
        throw SecretError(path: path, line: index + 1, detail: "this is no secret")
      }
      secrets.append(secret)
    }
    guard !secrets.isEmpty else { throw SecretError(path: path, line: nil, detail: "the file holds no secret") }
    return secrets
  }

  /// The signature of a message, as in the header `webhook-signature`.
  ///
  /// - Parameters:
  ///   - id: the message's id.
  ///   - timestamp: the time of the attempt, in seconds since 1970.
  ///   - body: the exact bytes that are sent.
  public func signature(id: String, timestamp: Int64, body: Data) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Data("\(id).\(timestamp).".utf8) + body, using: key)
    return "v1,\(Data(code).base64EncodedString())"
  }

  /// Never the secret.
  public var description: String { "\(Self.prefix)…" }
  /// Never the secret.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why secrets could not be read. Never holds a secret.
public struct SecretError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// The line, from 1; nil when it is about the whole file.
  public let line: Int?
  /// What is wrong.
  public let detail: String
  /// What to do.
  public let remedy: String

  /// Creates an error; the remedy unless given is that of a signing secret.
  public init(
    path: String,
    line: Int?,
    detail: String,
    remedy: String = "write `whsec_` and the base64 of 24 to 64 random bytes on a line of its own"
  ) {
    self.path = path
    self.line = line
    self.detail = detail
    self.remedy = remedy
  }

  /// What is wrong, where, and what to do.
  public var description: String {
    let place = line.map { "\(path):\($0)" } ?? path
    return "\(place): \(detail); \(remedy)"
  }
}
