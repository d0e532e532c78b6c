import Foundation
import Localization

/// Why a question is not answered at all.
enum Refusal: CaseIterable {
  /// It names another host than ours.
  case foreignHost
  /// It does not show the token.
  case noToken
  /// A page of another origin asks for a change.
  case foreignOrigin

  private var status: Int {
    switch self {
    case .foreignHost: 421
    case .noToken: 401
    case .foreignOrigin: 403
    }
  }

  /// For a person.
  private var reason: LocalizedText {
    switch self {
    case .foreignHost:
      LocalizedText(
        id:
          "Alamat ini bukan alamat Ronda. Buka alamat yang tercantum di peringatan, atau minta pengelola mengisi external_url.",
        en:
          "This address is none of Ronda's. Open the one that stands in alerts, or ask your administrator to set external_url."
      )
    case .noToken:
      LocalizedText(
        id:
          "Perlu token. Muat ulang halaman ini, lalu isikan token dari pengelola sebagai kata sandi; nama pengguna bebas.",
        en:
          "A token is needed. Reload this page and give your administrator's token as the password, with any user name."
      )
    case .foreignOrigin:
      LocalizedText(
        id: "Permintaan ini datang dari halaman situs lain. Buka halaman Ronda, lalu lakukan dari sana.",
        en: "A page of another site asks for this. Open Ronda's own page and do it there."
      )
    }
  }

  /// For a program.
  private var problem: String {
    switch self {
    case .foreignHost: "the Host header names another service; use the configured address or external_url"
    case .noToken: "a token is needed: `Authorization: Bearer …`, or as the password in a browser"
    case .foreignOrigin: "a page of another origin may not ask this"
    }
  }

  /// A page for a person's browser, which nobody knows yet, so in both languages and without anything of ours to load;
  /// a problem for programs.
  func answer(to question: Question) -> Answer {
    var answer =
      question.wantsPage ? Answer(status, type: "text/html; charset=utf-8", page) : Answer(status, problem: problem)
    if self == .noToken { answer.headers["WWW-Authenticate"] = "Basic realm=\"ronda\", charset=\"UTF-8\"" }
    return answer
  }

  private var page: Data {
    let document: HTML = """
      <!DOCTYPE html>
      <html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Ronda</title></head><body><main><h1>Ronda: \(status)</h1><p>\(reason.id)</p><p lang="en">\(reason.en)</p></main></body></html>

      """
    return Data(document.text.utf8)
  }
}
