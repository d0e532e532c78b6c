import Campaigns
import Foundation
import Localization

/// An alert as the desk works with it.
struct AlertCard {
  let alert: Alert
  let formToken: String
  let layout: Layout

  private var words: DashboardWords { layout.words }

  /// The alert in short, with a link to its page and the forms.
  var card: HTML {
    """
    <article class="card"><h2><a href="/alerts/\(alert.id)">\(title)</a> \(state)</h2>\(summary)\(response)\(forms)</article>
    """
  }

  var title: String {
    let labels = alert.groupLabels.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { label, value in
      switch GroupLabel(rawValue: label) {
      case .category: words.category(value)
      case .wave: LocalizedText(wave: value)[words.language]
      default: value
      }
    }
    return ([alert.campaign] + labels).joined(separator: " · ")
  }

  var state: HTML {
    let tag: HTML =
      switch alert.state {
      case .firing: "<span class=\"tag bad\">\(words[.firing])</span>"
      case .acknowledged: "<span class=\"tag warn\">\(words[.acknowledged])</span>"
      case .resolved: "<span class=\"tag good\">\(words[.resolved])</span>"
      }
    return alert.isShadow ? "\(tag) <span class=\"tag dim\">\(words[.shadow])</span>" : tag
  }

  var summary: HTML {
    let categories = alert.categories.map(words.category).joined(separator: ", ")
    let sources = alert.sources.prefix(5).joined(separator: ", ") + (alert.sources.count > 5 ? " …" : "")
    let charge: HTML =
      alert.acknowledgement.map { charge -> HTML in
        let note: HTML = charge.note.isEmpty ? "" : ": «\(charge.note)»"
        return "<p>\(words[.inCharge]) <b>\(charge.by)</b>\(note)</p>"
      } ?? ""
    let muted: HTML = alert.mutedBy.map { "<p class=\"warn\">\(words[.muted]) \(words.muter($0))</p>" } ?? ""
    return """
      <p><b>\(words.count(alert.posts, .posts))</b> · \(categories) · \(words[.since]) \(layout.time(alert.startsAt)) · \(words[.sources]): \(sources)</p>\(charge)\(muted)
      """
  }

  var response: HTML {
    let deadline: HTML =
      alert.deadline.map { deadline -> HTML in
        let late: HTML =
          deadline < layout.now && alert.state != .resolved ? " <b class=\"bad\">\(words[.late])</b>" : ""
        return "<dt>\(words[.deadline])</dt><dd>\(layout.time(deadline))\(late)</dd>"
      } ?? ""
    let response = alert.response
    return """
      <dl><dt>\(words[.pillar])</dt><dd>\(words.pillar(response.pillar))</dd><dt>\(words.audience)</dt><dd>\(words.phrase(response.audience))</dd>
      <dt>\(words.channels)</dt><dd>\(words.phrase(response.channels.joined(separator: ", ")))</dd>
      <dt>\(words[.message])</dt><dd><blockquote>\(response.message[words.language])</blockquote></dd>
      <dt>\(words.reportTo)</dt><dd>\(words.phrase(response.reportTo))</dd>\(deadline)</dl>
      """
  }

  var forms: HTML {
    guard alert.state != .resolved else { return "" }
    let name: HTML = "<label>\(words[.by])<input name=\"by\" required maxlength=\"80\" autocomplete=\"name\"></label>"
    let note: HTML = "<label>\(words[.note])<input name=\"note\" maxlength=\"400\"></label>"
    let acknowledge = alert.state == .firing ? form("acknowledge", words[.acknowledge], "\(name)\(note)") : ""
    let hours: HTML = """
      <label>\(words[.hours])<input name="hours" type="number" min="1" max="720" value="4" required></label>
      """
    return """
      <details><summary>\(words[.actions])</summary>\(acknowledge)\(form("resolve", words[.resolve], name))\(form("silence", words[.silence], "\(hours)\(name)\(note)"))</details>
      """
  }

  private func form(_ action: String, _ title: String, _ fields: HTML) -> HTML {
    """
    <form method="post" action="/alerts/\(alert.id)/\(action)"><input type="hidden" name="form_token" value="\(formToken)">\(fields)<button>\(title)</button></form>
    """
  }
}
