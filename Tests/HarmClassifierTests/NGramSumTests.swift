import Testing

@testable import HarmClassifier

@Suite("Sums of n-grams")
struct NGramSumTests {
  @Test(
    "are the same by the kernel, whatever the length",
    .enabled(if: Kernels.areUsable),
    arguments: [3, 4, 5, 10, 11, 12, 63, 130, 131, 132, 300, 1000]
  )
  func kernel(length: Int) {
    var state = UInt64(length)
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    var rows = [NGramRow](repeating: NGramRow(), count: NGramText.slotCount)
    for slot in rows.indices {
      for label in 0..<NGramRow.mostLabels { rows[slot].set(Int8(truncatingIfNeeded: next()), of: label) }
    }
    let text = (0..<length + 16).map { _ in UInt8(truncatingIfNeeded: next()) }
    let sums = text.withUnsafeBufferPointer { text in
      rows.withUnsafeBufferPointer { rows in
        let (text, rows) = (text.baseAddress!, rows.baseAddress!)
        return [
          NGramRow.sum(over: text, count: length, rows), NGramRow.sumByKernel(over: text, count: length, rows),
        ]
      }
    }
    #expect(sums[0] == sums[1])
  }
}
