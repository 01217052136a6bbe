# A peer in a process of its own that stays warm: a line of JSON comes in, a line of JSON goes out.
import json
import sys
import time


def serve(work):
    """`work` takes what was asked for and gives what it found; the time is measured around it."""
    for line in sys.stdin:
        start = time.perf_counter()
        found = work(json.loads(line))
        print(json.dumps({"ms": (time.perf_counter() - start) * 1000, **found}), flush=True)
