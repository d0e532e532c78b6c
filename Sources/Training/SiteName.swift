/// A name from a list of gambling sites, if it looks like one: block lists also hold honest hosts that were hijacked.
struct SiteName {
  var text: String

  /// Takes the longest label of a host (`www.slot88.vip` gives *slot88*), or a name as it is.
  init?(line: String) {
    let labels = line.lowercased().split(separator: ".")
    let candidates = labels.count > 1 ? labels.dropLast() : labels[...]
    guard let name = candidates.max(by: { $0.count < $1.count }), name.count(where: \.isLetter) >= 4,
      !name.hasPrefix("xn--"), Self.parts.contains(where: name.contains)
    else { return nil }
    text = String(name)
  }

  /// What such names hold: words of the trade, and the numbers that are held to be lucky.
  private static let parts = [
    "slot", "togel", "toto", "bet", "win", "hoki", "jp", "judi", "poker", "casino", "gacor", "4d", "77", "88", "99",
    "138", "303", "365",
  ]
}
