import HarmClassifier
import LocatedYAML

/// `lexicon.yaml`: version, weights, lines, shared evidence phrases and exemptions.
struct SharedFile {
  var source: LexiconSource

  init?(_ file: LayeredMap) {
    file.expect([
      "version", "weights", "caps", "bias", "review_at", "harmful_at", "evidence", "site_name_exempt", "vocabulary",
      "official_hosts",
    ])
    source = LexiconSource(version: file.layer(for: "version").text("version")?.value ?? "")
    source.scoring = Self.scoring(file)
    source.siteNameExempt = file.layer(for: "site_name_exempt").texts("site_name_exempt").map(\.value)
    source.vocabulary = file.layer(for: "vocabulary").texts("vocabulary").map(\.value)
    source.officialHosts = file.layer(for: "official_hosts").texts("official_hosts").map(\.value)
    if let evidence = file.layer(for: "evidence").map("evidence") {
      for family in [Evidence.Family.callToAction, .testimonial, .priceBait] {
        source.evidence[family] = evidence.phrases(family.rawValue)
      }
      evidence.rejectUnknownKeys()
    }
  }

  private static func scoring(_ file: LayeredMap) -> Scoring {
    var scoring = Scoring()
    scoring.bias = file.layer(for: "bias").number("bias") ?? scoring.bias
    scoring.reviewAt = file.layer(for: "review_at").number("review_at") ?? scoring.reviewAt
    scoring.harmfulAt = file.layer(for: "harmful_at").number("harmful_at") ?? scoring.harmfulAt
    if let weights = file.layer(for: "weights").map("weights") {
      for weight in TermWeight.allCases where weight != .context {
        if let value = weights.number(weight.rawValue) { scoring.terms[weight] = value }
      }
      for family in scoring.families.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
        if let value = weights.number(family.rawValue) { scoring.families[family] = value }
      }
      weights.rejectUnknownKeys()
    }
    if let caps = file.layer(for: "caps").map("caps") {
      for weight in TermWeight.allCases {
        if let value = caps.number(weight.rawValue) { scoring.caps[weight] = value }
      }
      caps.rejectUnknownKeys()
    }
    return scoring
  }
}

/// `stance.yaml`: markers, negators and assurances.
struct StanceFile {
  var markers: [Stance: [String]] = [:]
  var negators: [String] = []
  var assurances: [String] = []

  init?(_ file: LayeredMap) {
    file.expect(["markers", "negators", "assurances"])
    negators = file.layer(for: "negators").phrases("negators")
    assurances = file.layer(for: "assurances").phrases("assurances")
    guard let map = file.layer(for: "markers").map("markers") else { return }
    for stance in Stance.allCases where ![.promo, .mimicry, .mention].contains(stance) {
      markers[stance] = map.phrases(stance.rawValue)
    }
    map.rejectUnknownKeys()
  }
}
