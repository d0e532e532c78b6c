import Testing

@testable import HarmClassifier

@Suite("Numbers held to be lucky")
struct LuckyNumberTests {
  /// The features by which the numbers of two names differ.
  private func difference(_ name: String, _ other: String) -> Set<Int> {
    func slots(_ name: String) -> Set<Int> {
      var slots: Set<Int> = []
      NGramText(reading: name).forEachFeature { slot, _ in slots.insert(slot) }
      return slots
    }
    return slots(name).symmetricDifference(slots(other))
  }

  @Test(
    "names that end in them look alike, whatever the number",
    arguments: [("raja77", "raja88"), ("raja138", "raja777"), ("raja303", "raja999")]
  )
  func alike(name: String, other: String) {
    #expect(difference(name, other).isEmpty)
  }

  @Test(
    "other numbers look otherwise",
    arguments: [("raja77", "raja76"), ("raja138", "raja139"), ("raja77", "raja00"), ("raja888", "raja000")]
  )
  func otherwise(name: String, other: String) { #expect(!difference(name, other).isEmpty) }

  @Test("a lucky number inside a word is none of a name's", arguments: ["77raja", "ra777ja"])
  func inside(name: String) {
    #expect(difference(name, name.replacing("777", with: "123").replacing("77", with: "12")).isEmpty)
  }
}
