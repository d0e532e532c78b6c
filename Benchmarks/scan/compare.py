#!/usr/bin/env python3
"""`ronda scan` beside what an analyst would write today: orjson, pandas, character n-grams and logistic regression of
scikit-learn. Same posts, same machine, one core each, alternating runs.

    pip install orjson pandas scikit-learn
    Benchmarks/scan/compare.py --ronda .build/release/ronda data/*/*.ndjson.gz

Prints CPU seconds and posts a second of CPU time, which a busy machine disturbs less than wall-clock time, and on the last
line the same as JSON. Fairness: the baseline's training, start and imports are not counted, ronda's start is. The baseline
gets fewer posts, since it is slow; its speed does not depend on their number. Both read the same NDJSON and write a verdict a
post; the baseline answers with a label and a score, ronda also with evidence.
"""
import argparse, gzip, json, os, random, resource, statistics, subprocess, sys, tempfile

import orjson
import pandas
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression


def read(paths):
    """All posts of the data, shuffled, so that both see the same mix."""
    posts = []
    for path in sorted(paths):
        opened = gzip.open(path, "rb") if path.endswith(".gz") else open(path, "rb")
        with opened as lines:
            posts += [record for record in map(orjson.loads, lines) if record.get("text")]
    random.Random(1).shuffle(posts)
    return posts


def write(posts, path):
    with open(path, "wb") as out:
        for number, post in enumerate(posts):
            out.write(orjson.dumps({"id": number, "text": post["text"]}) + b"\n")


def train(posts):
    labelled = [post for post in posts if "label" in post][:40_000]
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), max_features=200_000, sublinear_tf=True)
    features = vectorizer.fit_transform([post["text"] for post in labelled])
    return vectorizer, LogisticRegression(max_iter=200).fit(features, [str(post["label"]) for post in labelled])


def baseline(path, vectorizer, model):
    """What is timed: read, judge in blocks, write."""
    with open(path, "rb") as lines, open(os.devnull, "wb") as out:
        frame = pandas.DataFrame(map(orjson.loads, lines))
        for start in range(0, len(frame), 10_000):
            block = frame.iloc[start : start + 10_000].copy()
            probabilities = model.predict_proba(vectorizer.transform(block["text"]))
            block["label"], block["score"] = model.classes_[probabilities.argmax(axis=1)], probabilities.max(axis=1)
            out.write(block[["id", "label", "score"]].to_json(orient="records", lines=True).encode())
    return len(frame)


def cpu(who):
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def timed_baseline(*arguments):
    before = cpu(resource.RUSAGE_SELF)
    posts = baseline(*arguments)
    return posts, cpu(resource.RUSAGE_SELF) - before


def timed_ronda(ronda, path, output):
    before = cpu(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [ronda, "scan", path, "--format", "ndjson", "--jobs", "1", "--output", output],
        check=True, stdout=subprocess.DEVNULL,
    )
    return cpu(resource.RUSAGE_CHILDREN) - before


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--ronda", default=".build/release/ronda")
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--baseline-posts", type=int, default=20_000)
    arguments.add_argument("--output", default="ndjson", help="ronda's --output")
    arguments.add_argument("data", nargs="+")
    options = arguments.parse_args()
    posts = read(options.data)
    vectorizer, model = train(posts)
    speeds = {"baseline": [], "ronda": []}
    with tempfile.TemporaryDirectory() as folder:
        few, all_posts, one = (os.path.join(folder, name) for name in ("few.ndjson", "all.ndjson", "one.ndjson"))
        write(posts[: options.baseline_posts], few)
        write(posts, all_posts)
        write(posts[:1], one)
        start = min(timed_ronda(options.ronda, one, options.output) for _ in range(3))
        for run in range(options.runs):
            count, seconds = timed_baseline(few, vectorizer, model)
            speeds["baseline"].append(count / seconds)
            ronda_seconds = timed_ronda(options.ronda, all_posts, options.output)
            speeds["ronda"].append(len(posts) / ronda_seconds)
            print(
                f"run {run + 1}: baseline {count} posts in {seconds:.2f} s CPU, "
                f"ronda {len(posts)} posts in {ronda_seconds:.2f} s CPU ({start:.2f} s of it to start)", flush=True
            )
    medians = {name: statistics.median(values) for name, values in speeds.items()}
    ratio = medians["ronda"] / medians["baseline"]
    print(f"baseline {medians['baseline']:,.0f} posts/s, ronda {medians['ronda']:,.0f} posts/s of CPU: {ratio:.0f} times as fast")
    megabytes = sum(len(post["text"].encode()) for post in posts) / len(posts) / 1e6
    speeds = {f"{name}_mb_per_s": round(value * megabytes, 2) for name, value in medians.items()}
    print(json.dumps({"posts": len(posts), "ratio": round(ratio, 1), **speeds}))


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main()
