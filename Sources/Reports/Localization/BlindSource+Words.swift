import Localization

extension BlindSource {
  /// Why it can't be read, in the reader's words; as the log has it when its code is unknown.
  func reason(in language: Language) -> String { code.flatMap(LocalizedText.init(blindness:))?[language] ?? reason }
}
