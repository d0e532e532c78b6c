#!/usr/bin/env python3
"""What `ronda scan` keeps of its speed from format to format, with a second worker, and over a long input.

    Benchmarks/scan/throughput.py --ronda .build/release/ronda --posts posts.txt     # one post a line
    Benchmarks/scan/throughput.py --posts posts.txt --stream 10G                     # the long run, too

The same posts as text, NDJSON and CSV, alternating runs, one worker; then one and two workers. CPU seconds of the whole
process, start included, and for the workers also wall-clock time, which means something on a quiet machine only (as
root, `chrt -f 10` before the command keeps others away). The medians of the runs are compared.

`--stream SIZE` feeds the posts over and over through a pipe, so that no file of that size is needed, to two workers, and
prints the resident memory and the speed of each tenth.
"""
import argparse, csv, json, os, resource, statistics, subprocess, sys, tempfile, time


def scan(options, arguments, **streams):
    command = [options.ronda, "scan", *arguments, *options.scan]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, **streams)


def timed(options, arguments):
    """CPU and wall-clock seconds."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    if scan(options, arguments).wait() != 0:
        sys.exit("the scan failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.monotonic() - start


def formats(posts, folder):
    """The posts in each format, with the bytes of text in them."""
    paths = {name: os.path.join(folder, "posts." + name) for name in ("text", "ndjson", "csv")}
    with open(paths["text"], "w") as text, open(paths["ndjson"], "w") as ndjson, open(paths["csv"], "w") as table:
        rows = csv.writer(table)
        rows.writerow(["id", "text"])
        for number, post in enumerate(posts, 1):
            text.write(post + "\n")
            ndjson.write(json.dumps({"id": number, "text": post}, ensure_ascii=False) + "\n")
            rows.writerow([number, post])
    return paths


def compare_formats(options, paths, size):
    seconds = {name: [] for name in paths}
    for _ in range(options.runs):
        for name, path in paths.items():
            seconds[name].append(timed(options, [path, "--format", name, "--jobs", "1"])[0])
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    for name, median in medians.items():
        print(f"{name:7} {size / median / 1e6:6.1f} MB of text a second of CPU, {medians['text'] / median:.2f} of text")


def compare_workers(options, path):
    used = {jobs: [] for jobs in (1, 2)}
    for _ in range(options.runs):
        for jobs in used:
            used[jobs].append(timed(options, [path, "--format", "text", "--jobs", str(jobs)]))
    cpu, wall = ({jobs: statistics.median(run[kind] for run in runs) for jobs, runs in used.items()} for kind in (0, 1))
    print(f"2 workers: {wall[1] / wall[2]:.2f} x the speed of one, {cpu[2] / cpu[1]:.2f} x its CPU time")


def resident(process):
    with open(f"/proc/{process.pid}/status") as status:
        fields = dict(line.split(":", 1) for line in status)
    return int(fields["VmRSS"].split()[0]) // 1024, int(fields["VmHWM"].split()[0]) // 1024


def stream(options, path, size):
    """Pipes the file over and over into a scan until `size` bytes are written."""
    with open(path, "rb") as file:
        block = file.read()
    process = scan(options, ["-", "--format", "text", "--jobs", "2"], stdin=subprocess.PIPE)
    written, tenth, since = 0, 1, time.monotonic()
    while written < size:
        process.stdin.write(block)
        written += len(block)
        if written >= size * tenth / 10:
            now, (rss, peak) = time.monotonic(), resident(process)
            print(f"{tenth * 10:3} %: {rss} MiB resident, {peak} at most, {size / 10 / (now - since) / 1e6:.1f} MB/s", flush=True)
            tenth, since = int(written * 10 / size) + 1, now
    process.stdin.close()
    if process.wait() != 0:
        sys.exit("the scan failed")


def bytes_of(size):
    units = {"K": 10**3, "M": 10**6, "G": 10**9}
    return int(float(size[:-1]) * units[size[-1]]) if size[-1] in units else int(size)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--ronda", default=".build/release/ronda")
    arguments.add_argument("--posts", required=True, help="one post a line")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--output", default="ndjson", help="ronda's --output")
    arguments.add_argument("--lexicons", help="ronda's --lexicons")
    arguments.add_argument("--stream", type=bytes_of, metavar="SIZE", help="bytes of the long run, such as 10G")
    options = arguments.parse_args()
    options.scan = ["--output", options.output] + (["--lexicons", options.lexicons] if options.lexicons else [])
    with open(options.posts, encoding="utf-8", errors="replace", newline="\n") as lines:
        posts = [line.rstrip("\r\n") for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        paths = formats(posts, folder)
        if options.runs > 0:
            compare_formats(options, paths, os.path.getsize(paths["text"]))
            compare_workers(options, paths["text"])
        if options.stream:
            stream(options, paths["text"], options.stream)


if __name__ == "__main__":
    main()
