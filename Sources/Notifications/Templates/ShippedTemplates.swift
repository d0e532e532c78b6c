/// The templates that receivers use unless configured otherwise. Their words are those of the receiver's language.
extension NoticeTemplate {
  /// For chats that take plain text, and for the text part of mail.
  static let plain = shipped(
    """
    {{title}}
    {{extent}}
    {{#waves}}
    {{line}}
    {{/waves}}
    {{#acknowledged_by}}
    {{label.in_charge}}: {{acknowledged_by}}
    {{/acknowledged_by}}
    {{#firing}}
    {{#message}}
    {{label.message}}: {{message}}
    {{/message}}
    {{#audience}}
    {{label.audience}}: {{audience}}
    {{/audience}}
    {{#channels}}
    {{label.channels}}: {{channels}}
    {{/channels}}
    {{#report_to}}
    {{label.report}}: {{report_to}}{{#deadline}} ({{label.until}} {{deadline}}){{/deadline}}
    {{/report_to}}
    {{/firing}}
    {{link}}
    """
  )

  /// For Telegram, which knows a few tags.
  static let telegram = shipped(
    """
    <b>{{title}}</b>
    {{extent}}
    {{#waves}}
    {{line}}
    {{/waves}}
    {{#acknowledged_by}}
    <b>{{label.in_charge}}:</b> {{acknowledged_by}}
    {{/acknowledged_by}}
    {{#firing}}
    {{#message}}
    <b>{{label.message}}:</b> {{message}}
    {{/message}}
    {{#audience}}
    <b>{{label.audience}}:</b> {{audience}}
    {{/audience}}
    {{#channels}}
    <b>{{label.channels}}:</b> {{channels}}
    {{/channels}}
    {{#report_to}}
    <b>{{label.report}}:</b> {{report_to}}{{#deadline}} ({{label.until}} {{deadline}}){{/deadline}}
    {{/report_to}}
    {{/firing}}
    {{link}}
    """
  )

  /// For the HTML part of mail and for feeds.
  static let html = shipped(
    """
    <div style="font-family:sans-serif;line-height:1.45;max-width:40em">
    <h2 style="margin:0 0 .4em">{{title}}</h2>
    <p>{{extent}}</p>
    {{#waves}}
    <blockquote style="margin:.4em 0;padding-left:.8em;border-left:3px solid #b45309">{{line}}</blockquote>
    {{/waves}}
    <table cellpadding="4" style="border-collapse:collapse">
    {{#acknowledged_by}}
    <tr><th align="left" valign="top">{{label.in_charge}}</th><td>{{acknowledged_by}}</td></tr>
    {{/acknowledged_by}}
    {{#firing}}
    {{#message}}
    <tr><th align="left" valign="top">{{label.message}}</th><td><strong>{{message}}</strong></td></tr>
    {{/message}}
    {{#audience}}
    <tr><th align="left" valign="top">{{label.audience}}</th><td>{{audience}}</td></tr>
    {{/audience}}
    {{#channels}}
    <tr><th align="left" valign="top">{{label.channels}}</th><td>{{channels}}</td></tr>
    {{/channels}}
    {{#report_to}}
    <tr><th align="left" valign="top">{{label.report}}</th>
    <td>{{report_to}}{{#deadline}} ({{label.until}} {{deadline}}){{/deadline}}</td></tr>
    {{/report_to}}
    {{/firing}}
    </table>
    {{#has_evidence}}
    <p><strong>{{label.evidence}}</strong></p>
    <ul>
    {{#evidence}}
    <li>“{{text}}” — {{source}}</li>
    {{/evidence}}
    </ul>
    {{/has_evidence}}
    {{#has_indicators}}
    <p><strong>{{label.indicators}}</strong></p>
    <ul>
    {{#indicators}}
    <li>{{type}}: <code>{{value}}</code></li>
    {{/indicators}}
    </ul>
    {{/has_indicators}}
    <p><a href="{{link}}">{{label.details}}</a></p>
    </div>
    """
  )

  private static func shipped(_ text: String) -> NoticeTemplate {
    do throws(TemplateError) {
      return try NoticeTemplate(text, file: "shipped")
    } catch {
      // Every shipped template is rendered by the tests.
      preconditionFailure("\(error)")
    }
  }
}
