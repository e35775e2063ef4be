"""Writes cachetools.txt: what cachetools.TTLCache does in drawn situations.

Run it with a Python that has the package cachetools:

    python3 record.py > cachetools.txt

The first line has the version. Each other line is one cache: its maxsize, its time
to live, and what was done to it, step by step:

    s3@12=-:103

At 12 seconds by a timer that only the test moves on, key 3 was stored (s; g is to get,
c to ask whether it is contained, e to expire, x to clear). The value stored is the
number of the step. What came of it is None (-), a value, or 1 or 0 for true and false.
After that the keys 1, 0 and 3 can be found, the least recently used first.
"""
import random

import cachetools

rng = random.Random(20)
print("cachetools", cachetools.__version__)
for _ in range(500):
    now = 0
    maxsize, ttl = rng.randint(1, 5), rng.choice([0, 1, 3, 10, 30])
    cache = cachetools.TTLCache(maxsize=maxsize, ttl=ttl, timer=lambda: now)
    steps = []
    for n in range(40):
        now += rng.choice([0, 0, 0, 1, 1, 2, 7])
        key = rng.randint(0, 6)
        do = rng.choice("ggsssce" + ("x" if n % 20 == 19 else "g"))
        got = None
        if do == "g":
            got = cache.get(key)
        elif do == "s":
            cache[key] = n
        elif do == "c":
            got = int(key in cache)
        elif do == "e":
            cache.expire()
        else:
            cache.clear()
        # By recency, which nothing public tells without removing.
        live = [k for k in cache._TTLCache__links if k in cache]
        assert len(live) == len(cache)
        steps.append(f"{do}{key}@{now}={'-' if got is None else got}:{''.join(map(str, live))}")
    print(maxsize, ttl, *steps)
