/// The style sheet of all pages. Colours keep a contrast of 4.5 to 1 and more, in daylight and in the dark.
enum Style {
  static let sheet = """
    :root { color-scheme: light dark; --ink: #1b2430; --dim: #55606e; --paper: #f6f7f9; --card: #fff; --line: #d5dae1;
      --accent: #0b5d8a; --bad: #a3231f; --warn: #8a5300; --good: #1c6b3a;
      --c0: #0b5d8a; --c1: #b4541a; --c2: #5b7f24; --c3: #7a3f91; --c4: #a12a5e; --c5: #767f8b; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e7ebf0; --dim: #aab4c0; --paper: #12171d; --card: #1b222b;
      --line: #36404c; --accent: #7cc4ee; --bad: #ff9a94; --warn: #f2bd6b; --good: #86d6a3;
      --c0: #4fa3d1; --c1: #e08a4f; --c2: #9fc15e; --c3: #bd8ad2; --c4: #e07fa9; --c5: #98a2ae; } }
    * { box-sizing: border-box; }
    body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: break-word; }
    a { color: var(--accent); } a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible
      { outline: 3px solid var(--accent); outline-offset: 2px; }
    .skip { position: absolute; left: -99em; } .skip:focus { left: 1em; top: 1em; background: var(--card); padding: .5em; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    header { background: var(--card); border-bottom: 1px solid var(--line); }
    header > div, main, footer { max-width: 66rem; margin: 0 auto; padding: .75rem 1rem; }
    header > div { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline; }
    header strong { font-size: 1.2rem; } nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; flex: 1; }
    nav a { text-decoration: none; padding: .2rem 0; } nav a[aria-current] { border-bottom: 3px solid var(--accent); font-weight: 600; }
    h1 { font-size: 1.5rem; line-height: 1.25; margin: .75rem 0; } h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
    h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
    section, .card { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 0 0 1rem; }
    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin-bottom: 1rem; padding: 0; }
    .tiles li { list-style: none; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .9rem; }
    .tiles b { display: block; font-size: 1.7rem; line-height: 1.2; } .dim { color: var(--dim); }
    table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
    th { font-weight: 600; color: var(--dim); overflow-wrap: normal; } time, .out { white-space: nowrap; } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; } .scroll { overflow-x: auto; }
    dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .3rem 1rem; margin: 0; } dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; }
    .tag { display: inline-block; white-space: nowrap; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .6rem; font-size: .85rem; font-weight: 600; }
    .bad { color: var(--bad); } .warn { color: var(--warn); } .good { color: var(--good); }
    blockquote { margin: .25rem 0; padding: .5rem .9rem; border-left: 4px solid var(--accent); background: var(--paper); }
    form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: .5rem 0; } label { display: flex; flex-direction: column; font-size: .85rem; color: var(--dim); }
    input, button, select { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--dim); border-radius: .35rem; padding: .35rem .6rem; min-height: 2.5rem; }
    button { background: var(--accent); color: var(--card); border-color: var(--accent); font-weight: 600; cursor: pointer; }
    svg { width: 100%; height: auto; display: block; } svg text { fill: var(--dim); font-size: 12px; }
    .k0 { fill: var(--c0); } .k1 { fill: var(--c1); } .k2 { fill: var(--c2); } .k3 { fill: var(--c3); } .k4 { fill: var(--c4); } .k5 { fill: var(--c5); }
    .axis { stroke: var(--line); } .legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; margin: .5rem 0; list-style: none; }
    .legend svg { width: 14px; height: 14px; display: inline-block; vertical-align: -2px; margin-right: .35rem; }
    details { margin-top: .75rem; } td details { margin: 0; } td summary { white-space: nowrap; } section > :first-child, .card > :first-child { margin-top: 0; }
    code { font-size: .9em; overflow-wrap: anywhere; } summary { cursor: pointer; color: var(--accent); }
    @media (max-width: 40rem) { thead { display: none; } table, tbody, tr, td { display: block; } tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
      td, td.n { border: 0; padding: .1rem 0; text-align: left; } td:empty { display: none; }
      td:not([data-head=""])::before { content: attr(data-head) ": "; color: var(--dim); }
      dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } label, label input, button { width: 100%; } }
    """
}
