import Mustache

/// How an alert's notice is put into words: a Mustache template, its first line the title.
///
/// Values come escaped for the channel, whether a template asks with two braces or three: what strangers wrote must not
/// become markup. `NoticeContext.names` are the names it can use.
public struct NoticeTemplate: Sendable {
  /// Switches off the library's own escaping.
  private static let prefix = "{{% CONTENT_TYPE: TEXT }}"

  private let template: MustacheTemplate

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - text: the template.
  ///   - file: where it stands, for errors.
  /// - Throws: `TemplateError` at the first thing wrong: bad syntax, or a name that no notice has.
  public init(_ text: String, file: String) throws(TemplateError) {
    do {
      template = try MustacheTemplate(string: Self.prefix + text)
    } catch let error as MustacheTemplate.ParserError {
      let shift = error.context.lineNumber == 1 ? Self.prefix.count : 0
      throw TemplateError(
        file: file,
        line: error.context.lineNumber,
        column: max(1, error.context.columnNumber - shift),
        message: Self.message(of: error.error)
      )
    } catch {
      throw TemplateError(file: file, line: 1, column: 1, message: "\(error)")
    }
    if let tag = TemplateTag.all(in: text).first(where: { !NoticeContext.names.contains($0.name) }) {
      let known = NoticeContext.names.sorted().joined(separator: ", ")
      let message = "no notice has `\(tag.name)`; use \(known)"
      throw TemplateError(file: file, line: tag.line, column: tag.column, message: message)
    }
  }

  func render(_ context: [String: Any]) -> String { template.render(context) }

  private static func message(of error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "the section that ends here has another name"
    case .expectedSectionEnd: "a section is never ended; write {{/name}}"
    case .unfinishedName: "a tag is not ended; write {{name}}"
    case .invalidSetDelimiter: "the new delimiters can't be used"
    default: "the template can't be read: \(error)"
    }
  }
}

/// What is wrong with a template, and where.
public struct TemplateError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The template's file.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1.
  public var column: Int
  /// What is wrong and what to do.
  public var message: String

  /// `file:line:column: message`.
  public var description: String { "\(file):\(line):\(column): \(message)" }
}

/// A tag that asks for a value, and where it stands.
struct TemplateTag {
  var name: String
  var line: Int
  var column: Int

  /// The tags of a template that are no comments, ends, pragmas or changes of delimiters.
  static func all(in text: String) -> [TemplateTag] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { number, line in
      line.ranges(of: "{{").compactMap { start -> TemplateTag? in
        var tag = line[start.upperBound...]
        guard let end = tag.firstRange(of: "}}") else { return nil }
        tag = tag[..<end.lowerBound]
        guard let first = tag.first, !"!/%=".contains(first) else { return nil }
        let name = tag.drop { "{&#^ ".contains($0) }.prefix { $0 != " " && $0 != "}" }
        let column = line.distance(from: line.startIndex, to: start.lowerBound) + 1
        return name == "." ? nil : TemplateTag(name: String(name), line: number + 1, column: column)
      }
    }
  }
}
