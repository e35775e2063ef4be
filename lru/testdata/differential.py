# Runs programs under functools.lru_cache, one JSON object a line on stdin, and
# prints each with what was observed. Both versions of lru_cache run it, the one
# in C and the one in Python, and must agree; the second also shows its order.
import functools, importlib, json, sys

c_lru_cache = functools.lru_cache
del sys.modules["functools"]
saved, sys.modules["_functools"] = sys.modules.get("_functools"), None
py_lru_cache = importlib.import_module("functools").lru_cache
sys.modules["_functools"], sys.modules["functools"] = saved, functools
assert py_lru_cache is not c_lru_cache


def order(f):
    """The keys of a cache of the pure-Python version, the next to go first."""
    cells = dict(zip(f.__code__.co_freevars, f.__closure__))
    if "root" in cells:
        root = cells["root"].cell_contents
        keys, link = [], root[1]
        while link is not root:
            keys.append(link[2])
            link = link[1]
        return keys
    return list(cells["cache"].cell_contents) if "cache" in cells else []


def info(f):
    return f.cache_info()._asdict()


def outcome(f, key):
    try:
        return {"result": str(f(key))}
    except ValueError as e:
        return {"error": "ValueError: %s" % e}


def run(program, lru_cache, observe_order):
    scripts, rest = program["fn"]["scripts"] or {}, program["fn"]["rest"] or {}
    serial, attempts, seen = 0, {}, None

    @lru_cache(maxsize=program["maxsize"])
    def f(key):
        nonlocal serial
        serial += 1
        attempts[key] = attempts.get(key, 0) + 1
        mine, attempt = serial, attempts[key]
        seen["computed"].append(key)
        script = scripts.get(str(key), [])
        for a in script[attempt - 1] if attempt <= len(script) else rest.get(str(key), []):
            event = {"at": key, "do": a["do"]}
            if a["do"] in ("call", "try"):
                event |= {"arg": a["arg"]} | outcome(f, a["arg"])
            elif a["do"] == "info":
                event["info"] = info(f)
            elif a["do"] == "clear":
                f.cache_clear()
            elif a["do"] == "raise":
                raise ValueError("key %d attempt %d" % (key, attempt))
            seen.setdefault("events", []).append(event)
            if a["do"] == "call" and "error" in event:
                raise ValueError(event["error"].removeprefix("ValueError: "))
        return key * 1_000_000 + mine

    ops = []
    for op in program["ops"]:
        seen = {"op": op["op"], "arg": op["arg"], "computed": []}
        if op["op"] == "call":
            seen |= outcome(f, op["arg"])
        elif op["op"] == "clear":
            f.cache_clear()
        seen["info"] = info(f)
        if seen["info"]["maxsize"] is not None and seen["info"]["maxsize"] < 0:
            seen["info"]["maxsize"] = 0
        if observe_order:
            seen["order"] = order(f)
        ops.append(seen)
    return ops


for line in sys.stdin:
    program = json.loads(line)
    c = run(program, c_lru_cache, False)
    py = run(program, py_lru_cache, True)
    for x, y in zip(c, py, strict=True):
        keys = y.pop("order")
        assert x == y, (program["id"], x, y)
        y["order"] = keys
    program["ops"] = py
    print(json.dumps(program))
