import HarmClassifier
import Testing

@testable import IndicatorExports

@Suite("What is held back") struct GuardTests {
  private func reasons(_ guards: ExportGuards) -> [String: IndicatorRecord.Reason] {
    Dictionary(
      uniqueKeysWithValues: collection(guards).records().compactMap { record in
        record.heldBack.map { (record.value, $0) }
      }
    )
  }

  @Test("shared and trusted hosts, suffixes and addresses, and nothing else")
  func shipped() throws {
    #expect(
      try reasons(shippedGuards()) == [
        "t.me": .sharedHost, "bit.ly": .sharedHost, "web.facebook.com": .sharedHost, "samarinda.go.id": .trustedHost,
        "https://samarinda.go.id/slot": .trustedHost, "co.id": .publicSuffix, "103.23.1.5": .noHostName,
      ]
    )
  }

  @Test(
    "what an allow-list names, by each of MISP's kinds of list",
    arguments: [
      ("hostname", #"[".pulauwin77.EXAMPLE"]"#, ["pulauwin77.example", "pulauwin77.example/daftar"]),
      ("string", #"["pulauwin77.example"]"#, ["pulauwin77.example", "pulauwin77.example/daftar"]),
      ("string", #"["@gacor77"]"#, ["@gacor77"]), ("substring", #"["blogspot"]"#, ["slot.blogspot.com"]),
      ("regex", #"["/^GACOR\\.co\\./"]"#, ["gacor.co.id"]), ("cidr", #"["103.0.0.0/8"]"#, []),
    ]
  )
  func allowed(type: String, list: String, held: [String]) throws {
    let folder = try Folder()
    defer { folder.clean() }
    var guards = ExportGuards()
    let file = try folder.file("list.json", #"{"name": "x", "version": 1, "type": "\#(type)", "list": \#(list)}"#)
    guards.allowed = [try AllowList(path: file)]
    #expect(reasons(guards).filter { $0.value == .allowed }.keys.sorted() == held.sorted())
  }

  @Test("lists that cannot be used say where and what")
  func problems() throws {
    let folder = try Folder()
    defer { folder.clean() }
    let lists = [#"{"list": []}"#, #"{"type": "ja3", "list": []}"#, #"{"type": "regex", "list": ["("]}"#, "["]
    for (number, list) in lists.enumerated() {
      let path = try folder.file("\(number).json", list)
      let problem = #expect(throws: AllowList.Problem.self) { try AllowList(path: path) }
      #expect(problem?.description.hasPrefix(path) == true)
    }
    let hosts = try folder.file("hosts.txt", "# ok\nslot.example\n  http://slot.example # no\n")
    var list = HostList()
    let problem = #expect(throws: HostList.Problem.self) { try list.read(hosts) }
    #expect(problem?.description.hasPrefix("\(hosts):3:") == true)
  }
}
