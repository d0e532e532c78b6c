import Foundation
import LocatedYAML
import Reports

extension ConfigurationReader {
  func readBriefs(_ receivers: [ReceiverConfiguration]) -> [BriefConfiguration] {
    var seen: [String: Int] = [:]
    return root.maps("briefs").compactMap { map in
      defer { map.rejectUnknownKeys() }
      guard let name = map.text("name") else { return nil }
      if let line = seen.updateValue(name.location.line, forKey: name.value) {
        map.report("brief `\(name.value)` is already on line \(line); give each its own name", at: "name")
      }
      return BriefConfiguration(
        name: name.value,
        audience: choice(map, "audience") ?? .desk,
        language: language(map),
        schedule: schedule(map),
        receivers: readers(map, receivers)
      )
    }
  }

  private func readers(_ map: YAMLMap, _ receivers: [ReceiverConfiguration]) -> [String] {
    let names = map.texts("receivers")
    if names.isEmpty { map.report("`receivers` is missing: name who gets the brief", at: "receivers") }
    for name in names {
      switch receivers.first(where: { $0.name == name.value })?.kind {
      case .alertmanager: map.report("`\(name.value)` is an Alertmanager, which takes no briefs", at: name.location)
      case nil: map.report("no receiver `\(name.value)`", at: name.location)
      default: break
      }
    }
    return names.map(\.value)
  }

  private func schedule(_ map: YAMLMap) -> WeeklySchedule {
    let clock = map.optionalText("at").map { $0.value.split(separator: ":").compactMap { Int($0) } } ?? [7, 0]
    if clock.count != 2 || !(0...23).contains(clock[0]) || !(0...59).contains(clock[1]) {
      map.report("`at` must be a time of day such as \"07:00\"", at: "at")
    }
    var zone = TimeZone.current
    if let text = map.optionalText("time_zone") {
      if let named = TimeZone(identifier: text.value) {
        zone = named
      } else {
        map.report("no time zone `\(text.value)`; write Asia/Jakarta, Asia/Makassar or Asia/Jayapura", at: "time_zone")
      }
    }
    return WeeklySchedule(
      weekday: choice(map, "weekday") ?? .monday,
      hour: clock.first ?? 7,
      minute: clock.last ?? 0,
      timeZone: zone
    )
  }
}
