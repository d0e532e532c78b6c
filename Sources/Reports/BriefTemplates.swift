import Mustache

/// How a brief is laid out. The words come from `BriefWords`.
enum BriefTemplates {
  static let markdown = compiled(
    """
    {{% CONTENT_TYPE: TEXT }}# {{title}}

    {{period}}
    {{#has_remarks}}

    ## {{label.remarks}}

    {{#remarks}}
    - {{line}}
    {{/remarks}}
    {{/has_remarks}}

    ## {{label.extent}}

    {{judged}} {{label.judged}}; {{harmful}} {{label.harmful}}{{#harmful_change}}, {{harmful_change}}{{/harmful_change}}; {{review}} {{label.review}}.
    {{#has_categories}}

    | {{label.categories}} | {{label.posts}} | {{label.before}} | {{label.change}} |
    |---|--:|--:|--:|
    {{#categories}}
    | {{name}} | {{posts}} | {{before}} | {{change}} |
    {{/categories}}

    | {{label.pillars}} | {{label.posts}} | {{label.before}} | {{label.change}} |
    |---|--:|--:|--:|
    {{#pillars}}
    | {{name}} | {{posts}} | {{before}} | {{change}} |
    {{/pillars}}
    {{/has_categories}}

    ## {{label.waves}}

    {{#waves}}
    - {{line}}: “{{template}}”{{#variants}} (… = {{variants}}){{/variants}}
    {{/waves}}
    {{^has_waves}}
    {{none}}
    {{/has_waves}}
    {{#is_desk}}

    ## {{label.brands}}

    {{#has_brands}}
    {{#brands}}{{^first()}}, {{/first()}}{{.}}{{/brands}}
    {{/has_brands}}
    {{^has_brands}}
    {{none}}
    {{/has_brands}}
    {{/is_desk}}

    ## {{label.work}}

    {{work}}
    {{#has_open}}

    {{label.open}}:

    {{#open}}
    - {{title}}: {{line}}
    {{/open}}
    {{/has_open}}

    ## {{label.messages}}

    {{#messages}}
    - **{{pillar}}** · {{category}}: {{text}}
    {{#audience}}
      {{label.audience}}: {{audience}}.
    {{/audience}}
    {{#channels}}
      {{label.channels}}: {{channels}}.
    {{/channels}}
    {{/messages}}
    {{^has_messages}}
    {{none}}
    {{/has_messages}}

    ---
    {{label.footer}}

    """
  )

  static let html = compiled(
    """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}}, {{period}}</title>
    <style>
    :root { --ink: #1c1917; --soft: #57534e; --line: #d6d3d1; --bar: #b45309; --past: #d6d3d1; --note: #fef3c7; }
    * { box-sizing: border-box; }
    body { font: 15px/1.5 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; color: var(--ink); background: #fff;
      max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem; }
    h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; }
    h2 { font-size: 1.05rem; margin: 1.8rem 0 .5rem; padding-bottom: .2rem; border-bottom: 2px solid var(--ink); }
    p { margin: .4rem 0; }
    .period, .soft, footer { color: var(--soft); }
    .figures { display: flex; flex-wrap: wrap; gap: .75rem; margin: .8rem 0; }
    .figure { flex: 1 1 9rem; border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; }
    .figure b { display: block; font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
    .remarks { background: var(--note); border-left: 4px solid var(--bar); padding: .5rem .9rem; margin: 1.2rem 0; }
    .remarks ul, .list { margin: .2rem 0; padding-left: 1.1rem; }
    table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: .6rem 0 1.2rem; }
    th, td { text-align: left; padding: .35rem .5rem; border-bottom: 1px solid var(--line); vertical-align: middle; }
    th { font-weight: 600; color: var(--soft); font-size: .85rem; }
    .n { width: 6.5rem; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .bars { width: 26%; }
    .bars i { display: block; height: .5rem; background: var(--bar); border-radius: 2px; margin: 1px 0; }
    .bars i.past { background: var(--past); }
    .wave { border-left: 3px solid var(--bar); padding-left: .8rem; margin: .7rem 0; overflow-wrap: anywhere; }
    .names span { display: inline-block; border: 1px solid var(--line); border-radius: 4px; padding: 0 .45rem;
      margin: .15rem .2rem .15rem 0; }
    .message { border: 1px solid var(--line); border-radius: 6px; padding: .6rem .9rem; margin: .6rem 0; }
    .message q { font-weight: 600; quotes: none; }
    footer { margin-top: 2rem; padding-top: .6rem; border-top: 1px solid var(--line); font-size: .85rem; }
    @media print {
      @page { size: A4; margin: 16mm; }
      body { font-size: 11pt; max-width: none; padding: 0; }
      .message, .wave, .figure, tr { break-inside: avoid; }
      h2 { break-after: avoid; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    </style>
    </head>
    <body>
    <h1>{{title}}</h1>
    <p class="period">{{period}}</p>
    {{#has_remarks}}
    <div class="remarks"><strong>{{label.remarks}}</strong>
    <ul>
    {{#remarks}}
    <li>{{line}}</li>
    {{/remarks}}
    </ul></div>
    {{/has_remarks}}
    <h2>{{label.extent}}</h2>
    <div class="figures">
    <div class="figure"><b>{{harmful}}</b>{{label.harmful}} <span class="soft">{{harmful_change}}</span></div>
    <div class="figure"><b>{{review}}</b>{{label.review}}</div>
    <div class="figure"><b>{{judged}}</b>{{label.judged}}</div>
    </div>
    {{#has_categories}}
    <table>
    <tr><th>{{label.categories}}</th><th class="bars"></th><th class="n">{{label.posts}}</th>
    <th class="n">{{label.before}}</th><th class="n">{{label.change}}</th></tr>
    {{#categories}}
    <tr><td>{{name}}</td>
    <td class="bars"><i style="width:{{share}}%"></i><i class="past" style="width:{{share_before}}%"></i></td>
    <td class="n">{{posts}}</td><td class="n">{{before}}</td><td class="n">{{change}}</td></tr>
    {{/categories}}
    </table>
    <table>
    <tr><th>{{label.pillars}}</th><th class="bars"></th><th class="n">{{label.posts}}</th>
    <th class="n">{{label.before}}</th><th class="n">{{label.change}}</th></tr>
    {{#pillars}}
    <tr><td>{{name}}</td>
    <td class="bars"><i style="width:{{share}}%"></i><i class="past" style="width:{{share_before}}%"></i></td>
    <td class="n">{{posts}}</td><td class="n">{{before}}</td><td class="n">{{change}}</td></tr>
    {{/pillars}}
    </table>
    {{/has_categories}}
    <h2>{{label.waves}}</h2>
    {{#waves}}
    <div class="wave"><span class="soft">{{line}}</span><br>“{{template}}”
    {{#variants}}
    <br><span class="soft">… = {{variants}}</span>
    {{/variants}}
    </div>
    {{/waves}}
    {{^has_waves}}
    <p class="soft">{{none}}</p>
    {{/has_waves}}
    {{#is_desk}}
    <h2>{{label.brands}}</h2>
    {{#has_brands}}
    <p class="names">
    {{#brands}}
    <span>{{.}}</span>
    {{/brands}}
    </p>
    {{/has_brands}}
    {{^has_brands}}
    <p class="soft">{{none}}</p>
    {{/has_brands}}
    {{/is_desk}}
    <h2>{{label.work}}</h2>
    <p>{{work}}</p>
    {{#has_open}}
    <p><strong>{{label.open}}</strong></p>
    <ul class="list">
    {{#open}}
    <li>{{title}} <span class="soft">— {{line}}</span></li>
    {{/open}}
    </ul>
    {{/has_open}}
    <h2>{{label.messages}}</h2>
    {{#messages}}
    <div class="message"><span class="soft">{{pillar}} · {{category}}</span><br><q>{{text}}</q>
    {{#audience}}
    <br><span class="soft">{{label.audience}}:</span> {{audience}}
    {{/audience}}
    {{#channels}}
    <br><span class="soft">{{label.channels}}:</span> {{channels}}
    {{/channels}}
    </div>
    {{/messages}}
    {{^has_messages}}
    <p class="soft">{{none}}</p>
    {{/has_messages}}
    <footer>{{label.footer}}</footer>
    </body>
    </html>

    """
  )

  private static func compiled(_ text: String) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: text)
    } catch {
      // Both are rendered by the tests.
      preconditionFailure("\(error)")
    }
  }
}
