/// Whether markup hides an element from visitors: by the means seen in injected pages.
enum HiddenElement {
  static func isHidden(_ attributes: Attributes, name: Range<Int>) -> Bool {
    let bytes = attributes.bytes
    if bytes.matches("template", in: name) { return true }
    for attribute in attributes where bytes.matches("hidden", in: attribute.name) { return true }
    if let style = attributes.value(of: "style"), hides(style) { return true }
    return isWithoutSize(attributes) && (bytes.matches("marquee", in: name) || bytes.matches("iframe", in: name))
  }

  /// Whether one of the declarations of an inline style takes the element out of sight.
  static func hides(_ style: String) -> Bool {
    style.lowercased().split(separator: ";").contains { declaration in
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return false }
      let value = parts[1].replacing("!important", with: "").filter { !$0.isWhitespace }
      return hides(property: parts[0].filter { !$0.isWhitespace }, value: value)
    }
  }

  private static func hides(property: String, value: String) -> Bool {
    switch property {
    case "display": value == "none"
    case "visibility": value == "hidden" || value == "collapse"
    case "opacity": Double(value) == 0
    case "font-size", "max-height", "max-width", "height", "width": length(value) == 0
    case "left", "top", "right", "bottom", "text-indent", "margin-left", "margin-top": (length(value) ?? 0) <= -500
    case "clip": value == "rect(0,0,0,0)" || value == "rect(0px,0px,0px,0px)"
    case "transform": value == "scale(0)"
    default: false
    }
  }

  /// The number of a length, whatever its unit.
  private static func length(_ value: String) -> Double? {
    Double(value.prefix { $0.isNumber || $0 == "-" || $0 == "." })
  }

  private static func isWithoutSize(_ attributes: Attributes) -> Bool {
    [attributes.value(of: "width"), attributes.value(of: "height")].contains { $0.flatMap(length) == 0 }
  }
}
