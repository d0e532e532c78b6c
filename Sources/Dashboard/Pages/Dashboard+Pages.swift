import Campaigns
import Foundation
import HarmClassifier
import LexiconFiles
import Localization
import Storage

extension Dashboard {
  private static let week = 7 * 86_400.0
  private static let listLength = 100
  private static let postsShown = 20

  /// A page; when the store fails, one that says so.
  func page(_ question: Question) async -> Answer {
    let layout = layout(of: question, path: question.path)
    do {
      return try await page(question, layout)
    } catch {
      let words = layout.words
      return layout.page(
        words[.storeFails],
        status: 503,
        "<p role=\"alert\" class=\"warn\">\(words[.storeAdvice])</p><p lang=\"en\"><code>\("\(error)")</code></p>"
      )
    }
  }

  /// The frame in the reader's language. A path that begins with two slashes would be a link to another host.
  func layout(of question: Question, path: String) -> Layout {
    Layout(
      words: DashboardWords(language: language(question), lexicon: subject().lexicon.words),
      path: "/" + path.drop { $0 == "/" },
      now: now()
    )
  }

  private func page(_ question: Question, _ layout: Layout) async throws -> Answer {
    let words = layout.words
    let parts = question.path.split(separator: "/").map(String.init)
    switch parts.first {
    case nil: return layout.page(words[.overview], try await overview(layout))
    case "alerts" where parts.count == 1:
      return layout.page(words[.alerts], try await alertList(layout))
    case "alerts" where parts.count == 2:
      guard let alert = try await store.alert(parts[1]) else { break }
      let card = AlertCard(alert: alert, formToken: gatekeeper.formToken, layout: layout)
      return layout.page(card.title, try await details(card, isDone: question.query["done"] != nil))
    case "sources" where parts.count == 1: return layout.page(words[.sources], try await sourceList(layout))
    case "indicators" where parts.count == 1: return layout.page(words[.indicators], try await indicatorList(layout))
    case "categories" where parts.count == 1: return layout.page(words[.categories], categoryList(layout))
    default: break
    }
    return layout.page(words[.missing], status: 404, "<p><a href=\"/\">\(words[.overview])</a></p>")
  }

  /// The asked one, else that of the visit before, else Indonesian.
  private func language(_ question: Question) -> Language {
    let cookies = (question.headers["cookie"] ?? "").split(separator: ";").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let earlier = cookies.first { $0.hasPrefix("lang=") }.map { String($0.dropFirst("lang=".count)) }
    return [question.query["lang"], earlier].compactMap { $0 }.compactMap(Language.init(rawValue:)).first ?? .id
  }

  private func overview(_ layout: Layout) async throws -> HTML {
    let words = layout.words
    let counts = try await store.dayCounts(since: DayChart.start(layout.now))
    let week = counts.filter { $0.day > layout.now - Self.week }
    func posts(_ decision: Verdict.Decision?) -> Int {
      week.filter { decision == nil || $0.decision == decision }.reduce(0) { $0 + $1.posts }
    }
    let open = try await openAlerts()
    let blind = try await sights().count { $0.isBlind }
    let cards = open.map {
      AlertCard(alert: $0, formToken: gatekeeper.formToken, layout: layout).card
    }
    let none: HTML = open.isEmpty ? "<p>\(words[.noAlerts])</p>" : ""
    let warning: HTML =
      blind == 0
      ? "" : "<p class=\"warn\"><a href=\"/sources\">\(words.count(blind, .blind))</a>. \(words[.blindWarning])</p>"
    return """
      <ul class="tiles"><li><b>\(open.count)</b>\(words[.open])</li><li><b>\(posts(.harmful))</b>\(words[.harmfulWeek])</li>
      <li><b>\(posts(.review))</b>\(words[.reviewWeek])</li><li><b>\(posts(nil))</b>\(words[.postsWeek])</li>
      <li><b>\(blind)</b>\(words[.blind])</li></ul>\(warning)
      <section><h2>\(words[.circulates])</h2>\(DayChart(counts, layout: layout).html)</section>
      <h2>\(words[.open])</h2>\(none)\(cards)
      """
  }

  private func openAlerts() async throws -> [Alert] {
    let firing = try await store.alerts(state: .firing, offset: 0, limit: Self.listLength)
    return firing + (try await store.alerts(state: .acknowledged, offset: 0, limit: Self.listLength))
  }

  private func alertList(_ layout: Layout) async throws -> HTML {
    let words = layout.words
    let alerts = try await store.alerts(state: nil, offset: 0, limit: Self.listLength)
    guard !alerts.isEmpty else { return "<p>\(words[.noAlertsEver])</p>" }
    let rows = alerts.map { alert -> [HTML] in
      let card = AlertCard(alert: alert, formToken: gatekeeper.formToken, layout: layout)
      return [
        layout.time(alert.startsAt), "<a href=\"/alerts/\(alert.id)\">\(card.title)</a>", card.state, "\(alert.posts)",
      ]
    }
    return
      "<section>\(layout.table(words[.alerts], [words[.began], words[.alerts], words[.state], words[.inPosts]], numeric: [3], rows))</section>"
  }

  private func details(_ card: AlertCard, isDone: Bool) async throws -> HTML {
    let (alert, layout) = (card.alert, card.layout)
    let words = layout.words
    let done: HTML = isDone ? "<p role=\"status\" class=\"good\"><b>\(words[.taken])</b></p>" : ""
    let evidence = alert.evidence.map { reason -> [HTML] in
      ["«\(reason.text)»", "\(reason.term)", "\(reason.source)", layout.link(reason.link, words[.view])]
    }
    let waves = alert.tellingWaves.map { wave -> HTML in
      "<h3>\(words.count(wave.posts, .posts)), \(words[.since]) \(layout.time(wave.since))</h3><blockquote>\(wave.template)</blockquote><p class=\"dim\">… = \(wave.variants.joined(separator: ", "))</p>"
    }
    let waveSection: HTML = waves.isEmpty ? "" : "<section><h2>\(words[.waves])</h2>\(waves)</section>"
    let indicators = alert.indicators.map {
      ["\(words.indicator($0.kind.rawValue))", "<code>\($0.value)</code>"] as [HTML]
    }
    let indicatorSection: HTML =
      indicators.isEmpty
      ? ""
      : "<section><h2>\(words[.indicators])</h2>\(layout.table(words[.indicators], [words[.kind], words[.value]], indicators))</section>"
    let posts = try await store.posts(PostFilter(alert: alert.id), limit: Self.postsShown)
    let postSection: HTML =
      posts.isEmpty
      ? "" : "<section><h2>\(words[.postsOfAlert])</h2>\(PostTable(posts: posts, layout: layout).html)</section>"
    let history = try await store.history(of: alert.id).reversed().map { event -> [HTML] in
      [layout.time(event.at), "\(words.event(event.event))", "\(words.detail(event.detail, of: event.event))"]
    }
    return """
      \(done)<section><p>\(card.state) \(words[.severity]): \(words.severity(alert.severity.rawValue))</p>\(card.summary)\(card.response)\(card.forms)</section>\(waveSection)
      <section><h2>\(words.evidence)</h2><p class="dim">\(words[.masked])</p>\(layout.table(words.evidence, [words[.text], words[.term], words[.source], words[.link]], evidence))</section>
      \(postSection)\(indicatorSection)<section><h2>\(words[.history])</h2>\(layout.table(words[.history], [words[.time], words[.event], words[.detail]], history))</section>
      """
  }

  private func sourceList(_ layout: Layout) async throws -> HTML {
    let words = layout.words
    let rows = try await sights().map { sight -> [HTML] in
      let state: HTML =
        if sight.isBlind {
          "<span class=\"tag bad\">\(words[.isBlind])</span>"
        } else if sight.state?.lastSuccess == nil {
          "<span class=\"tag dim\">\(words[.waiting])</span>"
        } else {
          "<span class=\"tag good\">\(words[.sees])</span>"
        }
      let place = [words.role(sight.source.role), sight.source.region].filter { !$0.isEmpty }.joined(separator: ", ")
      return [
        "\(sight.source.id)", state, why(sight, words), "\(place)",
        sight.state?.lastSuccess.map(layout.time) ?? "\(words[.never])",
        sight.state?.nextPoll.map(layout.time) ?? "",
      ]
    }
    let heads = [words[.source], words[.state], words[.why], words[.role], words[.lastSeen], words[.next]]
    return
      "<section><p class=\"dim\">\(words[.blindWarning])</p>\(layout.table(words[.sources], heads, rows))</section>"
  }

  /// Why a source is blind, in the reader's words, then as the log has it.
  private func why(_ sight: Sight, _ words: DashboardWords) -> HTML {
    guard sight.isBlind, let state = sight.state else { return "" }
    let logged: HTML = "<span lang=\"en\">\(state.reason ?? "")</span>"
    let failures: HTML = "(\(words.count(state.consecutiveFailures, .failures)))"
    guard let reason = state.notes.blindness.flatMap(LocalizedText.init(blindness:)) else {
      return "\(logged) \(failures)"
    }
    return """
      \(reason[words.language]) \(failures)<details><summary>\(words[.logged])</summary>\(logged)</details>
      """
  }

  private func indicatorList(_ layout: Layout) async throws -> HTML {
    let words = layout.words
    let found = try await store.indicators(since: layout.now - Self.week, limit: Self.listLength)
    guard !found.isEmpty else { return "<p>\(words[.noIndicators])</p>" }
    let rows = found.map { item -> [HTML] in
      [
        "\(words.indicator(item.type))", "<code>\(item.value)</code>", "\(item.posts)", "\(item.sources)",
        layout.time(item.last),
      ]
    }
    let heads = [words[.kind], words[.value], words[.inPosts], words[.sources], words[.lastSeen]]
    return
      "<section><p class=\"dim\">\(words[.indicatorNote])</p>\(layout.table(words[.indicators], heads, numeric: [2, 3], rows))</section>"
  }

  private func categoryList(_ layout: Layout) -> HTML {
    let words = layout.words
    let language = words.language
    let sections = subject().lexicon.categories.map { category -> HTML in
      let response = category.response
      let deadline: HTML =
        category.reportWithinHours.map { "<dt>\(words[.deadline])</dt><dd>\($0) \(words.text("jam", "hours"))</dd>" }
        ?? ""
      return """
        <section id="\(category.source.id)"><h2>\(category.name[language])</h2><p>\(category.definition[language])</p>
        <dl><dt>\(words[.severity])</dt><dd>\(words.severity(category.severity))</dd>
        <dt>\(words[.message])</dt><dd><blockquote>\(response.message[language])</blockquote></dd>
        <dt>\(words.audience)</dt><dd>\(response.audience[language])</dd><dt>\(words.channels)</dt><dd>\(response.channels[language])</dd>
        <dt>\(words.reportTo)</dt><dd>\(response.reportTo[language])</dd>\(deadline)<dt>\(words[.angle])</dt><dd>\(response.angle[language])</dd>
        <dt>\(words[.law])</dt><dd>\(category.legalBasis.joined(separator: "; "))</dd>
        <dt>\(words[.notInIt])</dt><dd>\(category.notInIt.map { $0[language] }.joined(separator: "; "))</dd></dl></section>
        """
    }
    return HTML(joining: sections)
  }
}
