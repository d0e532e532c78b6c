import Foundation
import HarmClassifier

@testable import IndicatorExports

/// A folder of files for one test.
struct Folder {
  let url = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  func clean() { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String, _ content: String) throws -> String {
    let path = url.appending(path: name).path
    try content.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }
}

/// The lists that ship with the lexicon.
func shippedGuards() throws -> ExportGuards {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  var guards = ExportGuards()
  try guards.shared.read(root.appending(path: "lexicons/shared-hosts.txt").path)
  try guards.trusted.read(root.appending(path: "lexicons/trusted-hosts.txt").path)
  return guards
}

/// Indicators of all kinds, the innocent among them.
func collection(_ guards: ExportGuards) -> IndicatorCollection {
  var collection = IndicatorCollection(guards: guards)
  let found: [(Indicator.Kind, String)] = [
    (.domain, "pulauwin77.example"), (.domain, "www.pulauwin77.example"), (.domain, "gacor.co.id"),
    (.domain, "slot.blogspot.com"), (.domain, "bücher-slot.example"), (.domain, "t.me"), (.domain, "bit.ly"),
    (.domain, "samarinda.go.id"), (.domain, "co.id"), (.domain, "web.facebook.com"), (.domain, "103.23.1.5"),
    (.domain, String(repeating: "panjang.", count: 29) + "example"),
    (.url, "https://bit.ly/gacor'77\\x"), (.url, "https://samarinda.go.id/slot"), (.url, "pulauwin77.example/daftar"),
    (.telegram, "t.me/gacorhariini"), (.telegram, "@gacorhariini"), (.whatsapp, "chat.whatsapp.com/AbC123"),
    (.whatsapp, "+6281234567890"), (.phone, "+6281234567891"), (.bankAccount, "1234567890"),
    (.eWallet, "+6281234567892"),
    (.qrisMerchant, "ID1020304050607"), (.handle, "@gacor77"),
  ]
  for (kind, value) in found { collection.add(kind: kind, value: value, score: 0.97, categories: ["gambling"]) }
  return collection
}
