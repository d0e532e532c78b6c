import Foundation
import HarmClassifier
import Testing

@testable import IndicatorExports

/// The exports, read by the programs they are made for. A program that is not installed skips its test.
@Suite("Consumers of exports") struct ConsumerTests {
  private static let python = ProcessInfo.processInfo.environment["RONDA_TEST_PYTHON"] ?? "python3"

  /// Runs a program; gives its exit code (127 when there is none) and what it printed.
  private static func run(_ arguments: [String]) -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    guard (try? process.run()) != nil else { return (127, "") }
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  private static func has(_ module: String) -> Bool { run([python, "-c", "import \(module)"]).code == 0 }

  private func export(_ format: ExportFormat, in folder: Folder) throws -> String {
    let context = ExportContext(asOf: Date(timeIntervalSince1970: 1_795_000_000))
    return try folder.file("export", format.text(try collection(shippedGuards()).records(), context))
  }

  @Test("BIND loads the policy zone", .enabled(if: run(["named-checkzone", "-v"]).code == 0, "needs named-checkzone"))
  func bind() throws {
    let folder = try Folder()
    defer { folder.clean() }
    let outcome = Self.run(["named-checkzone", "rpz.ronda", try export(.rpz, in: folder)])
    #expect(outcome.code == 0 && outcome.output.contains("loaded serial 1795000000"), "\(outcome.output)")
    #expect(!outcome.output.contains("ignor"))
  }

  @Test("Unbound loads the policy zone", .enabled(if: run(["unbound-checkconf", "-h"]).code != 127, "needs unbound"))
  func unbound() throws {
    let folder = try Folder()
    defer { folder.clean() }
    let zone = try export(.rpz, in: folder)
    let place = folder.url.path
    let settings = try folder.file(
      "unbound.conf",
      """
      server:
        directory: "\(place)"
        chroot: ""
        username: ""
        pidfile: ""
        module-config: "respip validator iterator"
      rpz:
        name: rpz.ronda
        zonefile: "\(zone)"

      """
    )
    let outcome = Self.run(["unbound-checkconf", settings])
    #expect(outcome.code == 0, "\(outcome.output)")
  }

  @Test("stix2 reads the bundle and its patterns", .enabled(if: has("stix2"), "needs the Python package stix2"))
  func stix() throws {
    let folder = try Folder()
    defer { folder.clean() }
    let script = """
      import stix2, sys
      bundle = stix2.parse(open(sys.argv[1]).read())
      found = [o for o in bundle.objects if o.type == 'indicator']
      for o in found: stix2.pattern_visitor.create_pattern_object(o.pattern, version='2.1')
      print(bundle.type, len(found), sorted(o.pattern for o in found)[0])
      """
    let outcome = Self.run([Self.python, "-c", script, try export(.stix, in: folder)])
    #expect(outcome.code == 0 && outcome.output.hasPrefix("bundle 9 [domain-name:value = "), "\(outcome.output)")
  }

  @Test("PyMISP reads the event", .enabled(if: has("pymisp"), "needs the Python package pymisp"))
  func misp() throws {
    let folder = try Folder()
    defer { folder.clean() }
    let script = """
      import sys, warnings
      from pymisp import MISPEvent
      warnings.simplefilter('error')
      event = MISPEvent()
      event.load_file(sys.argv[1], validate=False)
      bad = [a.type for a in event.attributes if a.type not in event.describe_types['category_type_mappings'][a.category]]
      print(len(event.attributes), bad, sum(a.to_ids for a in event.attributes), sum(a.disable_correlation for a in event.attributes))
      """
    let outcome = Self.run([Self.python, "-c", script, try export(.misp, in: folder)])
    #expect(outcome.code == 0 && outcome.output == "16 [] 9 5\n", "\(outcome.output)")
  }
}
