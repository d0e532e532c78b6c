extension ExplanationWords {
  static var english: ExplanationWords {
    var words = ExplanationWords()
    words.verdict = "Verdict"
    words.stance = "stance"
    words.bias = "starting value"
    words.score = "score"
    words.indicators = "Indicators"
    words.nothing = "Nothing was found."
    words.decisions = [.harmful: "harmful", .review: "for a person to look at", .clean: "clean"]
    words.stances = [
      .promo: "promotion", .mimicry: "posing as a warning", .counter: "warning against it", .news: "news",
      .factcheck: "fact check", .policyAcademic: "policy or study", .helpSeeking: "seeking help",
      .victimReport: "report of a victim", .crisis: "crisis", .mention: "just a mention",
    ]
    words.families = [
      .lexicon: "term", .ngram: "letter pattern", .siteName: "site name", .callToAction: "call to action",
      .testimonial: "testimonial", .priceBait: "price bait", .indicator: "link or contact", .obfuscation: "disguise",
    ]
    return words
  }
}
