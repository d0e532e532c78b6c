import Foundation

/// Unicode normalisation form C, skipped for text that is in it beyond doubt.
enum Normalization {
  /// The UTF-8 in `range` of `bytes` as text in form C.
  static func composed(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    switch CharacterCheck.of(bytes, range) {
    case .ascii: String(checked: bytes, range, isASCII: true)
    case .composed: String(checked: bytes, range, isASCII: false)
    case .mixed where bytes.passesQuickCheck(range): String(checked: bytes, range, isASCII: false)
    case .mixed, .broken: bytes.string(range).precomposedStringWithCanonicalMapping
    }
  }
}
