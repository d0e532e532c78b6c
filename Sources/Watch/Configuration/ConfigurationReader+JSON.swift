import Feeds
import LocatedYAML

/// Sources of `type: json`: a preset, or an address with pointers to what it answers.
extension ConfigurationReader {
  /// The names that are filled in at each poll.
  private static let pollTime = ["cursor", "page", "key"]

  func jsonInterface(_ map: YAMLMap) -> JSONInterface? {
    let keyFile = map.optionalText("key_file").map { path($0.value) }
    let pages = map.integer("pages", in: 1...50) ?? JSONInterface.usualPages
    let interface: JSONInterface?
    if let name = map.optionalText("preset") {
      interface = preset(name.value, map, pages: pages, keyFile: keyFile)
    } else {
      interface = ownInterface(map, pages: pages, keyFile: keyFile)
    }
    guard let interface else { return nil }
    check(interface, map)
    return interface
  }

  private func preset(_ name: String, _ map: YAMLMap, pages: Int, keyFile: String?) -> JSONInterface? {
    map.expect(["url", "items", "fields", "next", "next_item", "key_header"])
    guard let preset = JSONPreset.all[name] else {
      map.report(JSONPreset.unknown(name), at: "preset")
      return nil
    }
    for key in ["url", "items", "fields", "next", "next_item"] where map.contains(key) {
      map.report("`\(key)` is the preset's own; leave it out, or leave out `preset`", at: key)
    }
    let api = map.optionalText("api")?.value
    if let api { checkAddress(api, map, at: "api") }
    if preset.needsKey, keyFile == nil { map.report("preset `\(name)` needs a `key_file`", at: "preset") }
    let values = values(map)
    let missing = preset.missing(in: values)
    if !missing.isEmpty {
      let names = missing.map { "`\($0)`" }.joined(separator: ", ")
      map.report("preset `\(name)` needs \(names): write `with: {\(missing[0]): …}`", at: "preset")
    }
    return preset.interface(api: api, values: values, pages: pages, keyFile: keyFile)
  }

  private func ownInterface(_ map: YAMLMap, pages: Int, keyFile: String?) -> JSONInterface? {
    map.expect(["api"])
    let values = values(map)
    let mapping = mapping(map)
    let header = keyHeader(map)
    guard let url = map.text("url") else { return nil }
    checkAddress(url.value, map, at: "url")
    guard let mapping else { return nil }
    let template = JSONInterface.placing(values, in: url.value)
    return JSONInterface(template: template, mapping: mapping, pages: pages, keyFile: keyFile, keyHeader: header)
  }

  private func mapping(_ map: YAMLMap) -> JSONMapping? {
    let items = map.contains("items") ? pointer("items", map) : nil
    if !map.contains("items") { map.report("`items` is missing: the JSON pointer to the list, such as /data") }
    let fields = map.map("fields")
    if fields == nil { map.report("`fields` is missing: JSON pointers within an item, such as {id: /id, text: /body}") }
    var mapping = items.map { JSONMapping(items: $0) }
    if let fields {
      mapping?.id = pointer("id", fields)
      mapping?.title = pointer("title", fields)
      mapping?.text = pointer("text", fields)
      mapping?.author = pointer("author", fields)
      mapping?.time = pointer("time", fields)
      mapping?.link = pointer("link", fields)
      mapping?.isMarkup = fields.bool("html") ?? false
      if !fields.contains("text"), !fields.contains("title") {
        fields.report("`fields` names neither `text` nor `title`: there would be nothing to judge")
      }
      fields.rejectUnknownKeys()
    }
    let (next, item) = (pointer("next", map), pointer("next_item", map))
    if next != nil, item != nil {
      map.report("name the next page by `next` or by `next_item`, not both", at: "next_item")
    }
    mapping?.cursor = next.map { .document($0) } ?? item.map { .lastItem($0) }
    return mapping
  }

  private func pointer(_ key: String, _ map: YAMLMap) -> JSONPointer? {
    guard let text = map.optionalText(key) else { return nil }
    let pointer = JSONPointer(text.value)
    if pointer == nil { map.report("`\(key)` must be a JSON pointer such as /data/items, or empty", at: key) }
    return pointer
  }

  private func keyHeader(_ map: YAMLMap) -> JSONInterface.Header? {
    guard let text = map.optionalText("key_header") else { return nil }
    let parts = text.value.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
    guard parts.count == 2, parts[1].contains("{key}") else {
      map.report("`key_header` must be a header field such as `Authorization: Bearer {key}`", at: "key_header")
      return nil
    }
    return JSONInterface.Header(name: String(parts[0]), value: String(parts[1]))
  }

  /// What stands under `with`, by name.
  private func values(_ map: YAMLMap) -> [String: String] {
    guard let with = map.map("with") else { return [:] }
    var values: [String: String] = [:]
    for key in with.keys { values[key.value] = with.optionalText(key.value)?.value }
    return values
  }

  /// Whether all that the template holds can be filled in, and all that is given is used.
  private func check(_ interface: JSONInterface, _ map: YAMLMap) {
    let place = map.contains("url") ? "url" : "preset"
    let template = interface.template
    for name in template.placeholders where !Self.pollTime.contains(name) && place == "url" {
      map.report("`{\(name)}` has no value: write `with: {\(name): …}`", at: place)
    }
    let usesKey = template.contains("{key}") || interface.keyHeader != nil
    if usesKey, interface.keyFile == nil, place == "url" {
      map.report("`{key}` has no value: name the file that holds it as `key_file`", at: place)
    }
    if !usesKey, interface.keyFile != nil {
      map.report("nothing uses the key: put `{key}` into `url` or `key_header`", at: "key_file")
    }
    if template.contains("{cursor}"), interface.mapping.cursor == nil {
      map.report(
        "`{cursor}` has no value: say where an answer names the next page with `next` or `next_item`",
        at: place
      )
    }
  }
}

extension String {
  /// The names in braces.
  fileprivate var placeholders: [String] {
    split(separator: "{").dropFirst().compactMap { piece in
      piece.firstIndex(of: "}").map { String(piece[..<$0]) }
    }
  }
}
