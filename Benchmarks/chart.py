#!/usr/bin/env python3
"""The chart of docs/benchmarks.md: `chart.py FIGURES.json CHART.svg`. Same figures, same bytes."""
import json, sys
from html import escape

WIDTH, LABELS, BAR, STEP = 760, 270, 20, 30
# Readable on white and on black; a viewer's dark mode is asked for by the picture itself.
STYLE = """
  text { font: 13px system-ui, "Noto Sans", "DejaVu Sans", sans-serif; fill: #1c1917 }
  .head { font-weight: 600; font-size: 15px } .soft { fill: #57534e } .value { font-variant-numeric: tabular-nums }
  .ours { fill: #b45309 } .peer { fill: #78716c }
  @media (prefers-color-scheme: dark) {
    text { fill: #f5f5f4 } .soft { fill: #a8a29e } .ours { fill: #f59e0b } .peer { fill: #a8a29e }
  }
"""


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def panel(title, bars, top):
    """Bars of megabytes a second, all from nought and on one scale."""
    lines = [f'<text class="head" x="0" y="{top + 16}">{escape(title)}</text>']
    most = max(bar["mb_per_s"] for bar in bars)
    for row, bar in enumerate(bars):
        y = top + 30 + row * STEP
        length = max(1.0, bar["mb_per_s"] / most * (WIDTH - LABELS - 70))
        kind = "ours" if bar["ours"] else "peer"
        lines += [
            f'<text x="{LABELS - 10}" y="{y + 15}" text-anchor="end">{escape(bar["name"])}</text>',
            f'<rect class="{kind}" x="{LABELS}" y="{y}" width="{length:.1f}" height="{BAR}" rx="2"/>',
            f'<text class="value" x="{LABELS + length + 8:.1f}" y="{y + 15}">{number(bar["mb_per_s"])}</text>',
        ]
    return lines, top + 30 + len(bars) * STEP + 14


def chart(figures):
    stages, y = panel("In one process, MB/s of one core", figures["in_process"], 0)
    programs, y = panel("Whole programs, MB/s of one core, start included", figures["programs"], y)
    note = f'{figures["date"]}, {figures["machine"]}; {figures["corpus"]}'
    body = "\n".join(stages + programs + [f'<text class="soft" x="0" y="{y + 12}">{escape(note)}</text>'])
    names = ", ".join(f'{bar["name"]} {number(bar["mb_per_s"])}' for bar in figures["in_process"] + figures["programs"])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y + 24}" role="img" '
        f'aria-label="{escape("Megabytes a second: " + names)}">\n<style>{STYLE}</style>\n{body}\n</svg>\n'
    )


if __name__ == "__main__":
    with open(sys.argv[1]) as figures, open(sys.argv[2], "w") as out:
        out.write(chart(json.load(figures)))
