"""Writes cachetools.json: what cachetools.TTLCache does in drawn situations.

Run it with a Python that has the package cachetools:

    python3 record.py > cachetools.json
"""
import json
import random

import cachetools

rng = random.Random(20)
runs = []
for _ in range(15):
    now = [0]
    maxsize, ttl = rng.randint(1, 5), rng.choice([0, 1, 3, 10, 30])
    cache = cachetools.TTLCache(maxsize=maxsize, ttl=ttl, timer=lambda: now[0])
    steps = []
    for n in range(60):
        now[0] += rng.choice([0, 0, 0, 1, 1, 2, 7])
        key = rng.randint(0, 6)
        do = rng.choice(["get", "get", "set", "set", "contains", "expire", "clear" if n % 20 == 19 else "get"])
        got = None
        if do == "get":
            got = cache.get(key)
        elif do == "set":
            cache[key] = n
        elif do == "contains":
            got = key in cache
        elif do == "expire":
            cache.expire()
        else:
            cache.clear()
        # By recency, which nothing public tells without removing.
        live = [k for k in cache._TTLCache__links if k in cache]
        steps.append({"Now": now[0], "Do": do, "Key": key, "Value": n, "Got": got, "Keys": live, "Len": len(cache)})
    runs.append({"MaxSize": maxsize, "TTL": ttl, "Steps": steps})
print(json.dumps({"Version": cachetools.__version__, "Runs": runs}, separators=(",", ":")))
