/// The page's only style sheet. Colours keep apart for the colour-blind and hold their contrast in the dark; print drops
/// what paper does not need.
enum PageStyle {
  static let css = """
    :root { color-scheme: light dark; --ink: #1c2430; --soft: #5a6675; --line: #d8dee6; --paper: #fff; --card: #f5f7fa;
      --harmful: #b3261e; --review: #d98e04; --talk: #7b8794; --mark: #ffe08a; --accent: #0b5c7a }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6ebf1; --soft: #a3afbd; --line: #39434f; --paper: #12171d;
      --card: #1b222b; --harmful: #f2736b; --review: #f0b440; --talk: #8793a1; --mark: #6b5200; --accent: #6fc1df } }
    * { box-sizing: border-box }
    body { font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink);
      background: var(--paper); margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 3rem }
    header { border-bottom: 3px solid var(--accent); padding-bottom: 1rem; margin-bottom: 1.5rem }
    header p { margin: .15rem 0 } .brand { color: var(--accent); font-weight: 600; letter-spacing: .02em }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: .2rem 0 .4rem } h2 { font-size: 1.25rem; margin: 2.4rem 0 .4rem }
    h3 { font-size: 1rem; margin: 1.4rem 0 .4rem } .soft, .note { color: var(--soft) } .note { margin: 0 0 .8rem; font-size: .92rem }
    .lead { font-size: 1.12rem } .notice { border-left: 4px solid var(--review); background: var(--card); padding: .5rem .9rem }
    dl.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1rem 0 }
    dl.cards div { background: var(--card); border-top: 4px solid var(--line); border-radius: 4px; padding: .7rem .9rem }
    dl.cards dt { color: var(--soft); font-size: .88rem } dl.cards dd { margin: 0; font-size: 1.6rem; font-weight: 650;
      font-variant-numeric: tabular-nums } dl.cards dd small { font-size: .9rem; font-weight: 400; color: var(--soft) }
    dl.cards .harmful { border-top-color: var(--harmful) } dl.cards .review { border-top-color: var(--review) }
    dl.cards .clean { border-top-color: var(--talk) }
    svg { display: block; width: 100%; height: auto; margin: .3rem 0 } svg text { font-size: 13px; fill: var(--ink) }
    svg .label { text-anchor: end } svg .count { fill: var(--soft); font-variant-numeric: tabular-nums }
    rect.harmful { fill: var(--harmful) } rect.review { fill: var(--review) } rect.talk { fill: var(--talk) }
    rect.name { fill: var(--accent) } .axis { stroke: var(--soft) } .grid { stroke: var(--line) }
    .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: 0; margin: .2rem 0; list-style: none; font-size: .9rem }
    .legend i { display: inline-block; width: .8em; height: .8em; border-radius: 2px; margin-right: .4em }
    i.harmful { background: var(--harmful) } i.review { background: var(--review) } i.talk { background: var(--talk) }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; margin: .5rem 0 } caption { text-align: left;
      color: var(--soft); padding-bottom: .3rem } th, td { text-align: left; padding: .35rem .7rem .35rem 0; vertical-align: top;
      border-bottom: 1px solid var(--line) } tbody th { overflow-wrap: anywhere } td { min-width: 4.5rem } thead th { border-bottom: 2px solid var(--line) }
    tbody th { font-weight: 500 } .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
    summary { cursor: pointer; color: var(--accent); font-size: .92rem } summary:focus-visible { outline: 2px solid var(--accent) }
    blockquote { margin: .5rem 0; padding: .6rem .9rem; background: var(--card); border-left: 4px solid var(--line);
      overflow-wrap: anywhere } blockquote.harmful { border-left-color: var(--harmful) }
    blockquote.review { border-left-color: var(--review) } blockquote p { margin: 0 } blockquote footer { color: var(--soft);
      font-size: .85rem; margin-top: .3rem } mark { background: var(--mark); color: inherit; border-radius: 2px; padding: 0 .1em }
    body > footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .8rem; color: var(--soft); font-size: .88rem }
    @media print { body { max-width: none; padding: 0; font-size: 11pt } details:not([open]) { display: none }
      section, blockquote, svg { break-inside: avoid } * { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
    """
}
