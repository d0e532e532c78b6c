import HarmClassifier
import PostExports

/// Labelled posts read from exports with the fields `text` and `label`.
public struct LabelledPosts: Sendable {
  /// What could not be used, and why.
  public struct Skipped: Sendable, Hashable {
    /// Records that could not be read.
    public var unreadable = 0
    /// Records by a label that names no category.
    public var labels: [String: Int] = [:]
  }

  /// The posts, in the order of the input.
  public private(set) var posts: [LabelledPost] = []
  /// What was left out.
  public private(set) var skipped = Skipped()

  /// Longer texts are cut: the rest of a long page teaches nothing new.
  private static let longestText = 8192

  /// Reads every file. `labels` says which category a label of the data stands for; `benign` is none. A post's source is
  /// the value of `sourceField`, else the file's name; without a `sourceField` its group is the value of `groupField`.
  /// Throws when a file can't be read.
  public init(
    paths: [String],
    labels: [String: String],
    categories: Set<String>,
    sourceField: String? = nil,
    groupField: String? = nil
  ) throws(PostExportError) {
    for path in paths { try read(path, labels, categories, sourceField, groupField) }
  }

  private mutating func read(
    _ path: String,
    _ labels: [String: String],
    _ categories: Set<String>,
    _ sourceField: String?,
    _ groupField: String?
  ) throws(PostExportError) {
    // The label travels as the record's id, the source or group as its time: the reader knows no other fields.
    let fields = PostFields(text: "text", id: "label", time: sourceField ?? groupField)
    var reader = try PostReader(path: path, options: PostReader.Options(fields: fields))
    while let batch = try reader.next() {
      for record in batch {
        switch record {
        case .bad: skipped.unreadable += 1
        case .post(let post):
          let category = labels[post.id] ?? post.id
          guard category == Self.benign || categories.contains(category) else {
            skipped.labels[category, default: 0] += 1
            continue
          }
          posts.append(
            LabelledPost(
              text: post.withText { text in (0..<min(text.count, Self.longestText)).map { text[$0] } },
              category: category == Self.benign ? nil : category,
              source: sourceField == nil ? Self.name(of: path) : post.time ?? Self.name(of: path),
              group: sourceField == nil ? post.time : nil
            )
          )
        }
      }
    }
  }

  /// Adds names of sites, one host or name a line, as posts of `category`: a bare name is promotion too, and a model
  /// learns from many of them how such names are built. Lines that are no such name are passed over; of a long list an
  /// even selection is taken. Throws when the file can't be read.
  public mutating func addNames(path: String, category: String) throws(PostExportError) {
    var names: [[UInt8]] = []
    var reader = try PostReader(path: path, options: PostReader.Options(format: .text))
    while let batch = try reader.next() {
      for case .post(let post) in batch {
        if let name = SiteName(line: post.text) { names.append(Array(name.text.utf8)) }
      }
    }
    let kept = min(names.count, Self.mostNames)
    for index in 0..<kept {
      posts.append(LabelledPost(text: names[index * names.count / kept], category: category, source: Self.names))
    }
  }

  /// More names than this teach nothing new.
  private static let mostNames = 2000
  /// The source of added names.
  public static let names = "names"

  /// The label of harmless posts.
  public static let benign = "benign"

  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.prefix { $0 != "." })
  }
}
