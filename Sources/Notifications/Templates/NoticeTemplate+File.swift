import Foundation

extension NoticeTemplate {
  /// Reads the template in a file.
  public init(path: String) throws(TemplateError) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      let message = "the template can't be read; check its path, its rights, and that it is UTF-8"
      throw TemplateError(file: path, line: 1, column: 1, message: message)
    }
    try self.init(text, file: path)
  }
}
