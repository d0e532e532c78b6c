"""fastfeedparser over the files, as FeedThroughput.swift does it: SECONDS FILE…

With 0 seconds: prints the files in which it finds entries.
"""
import sys
import time

import fastfeedparser


def parse(feeds):
    entries = 0
    for feed in feeds:
        try:
            entries += len(fastfeedparser.parse(feed).entries)
        except ValueError:
            pass
    return entries


if sys.argv[1] == "0":
    print("\n".join(name for name in sys.argv[2:] if parse([open(name, "rb").read()])))
    sys.exit()
feeds = [open(name, "rb").read() for name in sys.argv[2:]]
size = sum(map(len, feeds))
entries = parse(feeds)
start, rounds = time.process_time(), 0
while rounds == 0 or time.process_time() - start < float(sys.argv[1]):
    parse(feeds)
    rounds += 1
print(entries, f"{size * rounds / (time.process_time() - start) / 1e6:.1f}")
