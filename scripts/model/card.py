#!/usr/bin/env python3
"""Prints the tables of lexicons/MODEL_CARD.md from two evaluations.

    scripts/model/run evaluate DATA --split leave-one-source-out --json > left-out.json
    scripts/model/run evaluate DATA --split two-fold --json > two-fold.json
    card.py left-out.json two-fold.json
"""
import json
import sys

AVERAGED = ["x-cahyadi"] + ["yt-" + name for name in
            "gbennnn judionline muzazr hfcomments hfwords rawdata diashitenas sglkc aparipip".split()]


def percent(share, places=1):
    return f"{100 * share:.{places}f}"


def ranged(figure):
    return f"{percent(figure['value'])} ({percent(figure['low'])}–{percent(figure['high'])})"


def bars(source):
    """The most harmful and reviewed posts allowed: two-fold harmful, left out harmful, review; per cent."""
    return (1, 3, 10) if source.startswith("hardneg") else (0.1, 0.5, 2)


def main():
    left, two = (json.load(open(path)) for path in sys.argv[1:3])
    baselines = {row["source"]: row["f1"] for row in left["baselines"]}
    below, over = [], []
    print(f"Mean F1 of the ten: **{percent(left['macro_f1']['gambling']['harmful'])}** "
          f"(any flag {percent(left['macro_f1']['gambling']['flagged'])})\n")
    print("| source | harmful / harmless | F1 | precision | recall | average precision | recall at 99 % precision | TF-IDF + LR, F1 |")
    print("|---|---|---|---|---|---|---|---|")
    for row in left["sources"]:
        if row["category"] != "gambling":
            continue
        star = " *" if row["source"][4:] in AVERAGED else ""
        harmful, baseline = row["harmful"], baselines.get(row["source"])
        if baseline and baseline > harmful["f1"]["value"]:
            below.append(row["source"])
        print(f"| {row['source']}{star} | {row['positives']:,} / {row['negatives']:,} | {ranged(harmful['f1'])} | "
              f"{percent(harmful['precision']['value'])} | {percent(harmful['recall']['value'])} | "
              f"{percent(row['average_precision']['value'])} | {percent(row['recall_at_99'])} | "
              f"{percent(baseline) if baseline else ''} |")
    print(f"\nBelow the baseline: {', '.join(below) or 'none'}.")
    print(f"\nExpected calibration error {percent(left['expected_calibration_error'])} %, Brier score {left['brier']:.3f}.\n")
    print("| source | posts | harmful, two-fold | review | harmful, source left out | review |\n|---|---|---|---|---|---|")
    others = {row["source"]: row for row in left["quiet"]}
    for row in two["quiet"]:
        source, other = row["source"], others[row["source"]]
        if source.startswith(("gam-", "announcements", "talk")):
            continue
        shares = [100 * figure["value"] for figure in (row["harmful"], row["review"], other["harmful"], other["review"])]
        print(f"| {source} | {row['posts']:,} | " + " | ".join(f"{share:.2f}" for share in shares) + " |")
        limits = (bars(source)[0], bars(source)[2], bars(source)[1], bars(source)[2])
        if " " not in source and any(round(share, 2) > limit for share, limit in zip(shares, limits)):
            over.append(source)
    print(f"\nOver the bars: {', '.join(over) or 'none'}.\n")
    print("| source | F1 of harmful | precision | recall | F1 of any flag |\n|---|---|---|---|---|")
    for name, evaluation in (("two-fold", two), ("left out whole", left)):
        for row in evaluation["sources"]:
            if row["category"] != "gambling":
                harmful, flagged = row["harmful"], row["flagged"]
                alone = row["negatives"] == 0
                print(f"| {row['source']}, {name} | {'recall only' if alone else ranged(harmful['f1'])} | "
                      f"{'' if alone else percent(harmful['precision']['value'])} | {percent(harmful['recall']['value'])} | "
                      f"{'recall ' + percent(flagged['recall']['value']) if alone else ranged(flagged['f1'])} |")


main()
