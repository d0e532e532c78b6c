import Crypto
import Foundation

/// UUIDs made of names (RFC 9562, version 5): the same indicator has the same id in every export.
enum NameBasedUUID {
  /// Ronda's own namespace. STIX reserves its namespace for observables, which these are not.
  private static let namespace: [UInt8] = [
    0x6d, 0x0f, 0x3b, 0x0e, 0x5c, 0x2a, 0x4f, 0x61, 0x9a, 0x57, 0x70, 0x6e, 0x7a, 0x1f, 0x44, 0xd2,
  ]

  static func uuid(_ name: String) -> String {
    var bytes = Array(Insecure.SHA1.hash(data: namespace + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
      .map { $0.joined() }.joined(separator: "-")
  }
}

extension Encodable {
  /// JSON text with sorted keys: the same value gives the same bytes.
  var jsonText: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Strings, numbers and lists of them always encode.
    return ((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
  }
}
