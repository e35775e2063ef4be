"""Says what CPython makes of calls: reads JSON from standard input, writes JSON.

Each call is evaluated with a function that hands back what it was given. Its keys
are those that the C version of lru_cache really keeps, taken out of its cache.
"""
import functools
import gc
import json
import math
import re
import sys
import warnings

warnings.simplefilter("ignore")


class F:
    def __call__(self, /, *args, **kwargs):
        return args, kwargs

    def __getattr__(self, name):
        return self


def key_of(args, kwargs, typed):
    """The key that lru_cache makes of these arguments."""
    f = functools.lru_cache(maxsize=None, typed=typed)(lambda *args, **kwargs: None)
    f(*args, **kwargs)
    [cache] = [d for d in gc.get_referents(f) if type(d) is dict and "__wrapped__" not in d]
    [key] = cache
    # The same by functools.py itself, whose key is a list that knows its hash.
    pure = functools._make_key(args, kwargs, typed)
    if isinstance(pure, list):
        pure = tuple(pure)
    assert shown(pure) == shown(key), (pure, key)
    return key


def shown(key):
    return re.sub("<object object at 0x[0-9a-f]+>", "<object object at 0x...>", repr(key))


class Names(dict):
    """Whatever is called is there."""

    def __missing__(self, name):
        return F()


def evaluate(text, **names):
    return eval(text, {"__builtins__": {}}, Names(float=float, set=set, **names))


def called(text, **names):
    """The arguments of the one call that a text is."""
    got = evaluate(text.strip(" ").removesuffix("\n") + "\n", **names)
    if type(got) is not tuple or list(map(type, got)) != [tuple, dict]:
        raise ValueError("this is no call")
    return got


def same(a, b):
    """Equal and of the same types, whatever the order of sets."""
    if type(a) is not type(b):
        return False
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a.items(), b.items()))
    if isinstance(a, set):
        return a == b
    return a == b


answers = []
asked = json.load(sys.stdin)
for call in asked["Calls"]:
    answer = {}
    answers.append(answer)
    try:
        args, kwargs = called(call["Text"])
    except Exception as e:
        answer["Kind"], answer["Error"] = type(e).__name__, str(e.msg if isinstance(e, SyntaxError) else e)
        continue
    answer["Args"] = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
    if call["Repr"] and "nan" not in call["Repr"]:
        try:
            answer["Same"] = same((args, kwargs), called(call["Repr"], inf=math.inf, infj=complex(0, math.inf), Ellipsis=...))
        except Exception as e:
            answer["Same"] = False
    answer["Keys"] = []
    for typed in False, True:
        try:
            answer["Keys"].append(shown(key_of(args, kwargs, typed)))
        except TypeError as e:
            answer["Keys"].append(f"TypeError: {e}")

# Which keys of the first calls find each other in a dict.
equal = []
for i in range(asked["Pairs"]):
    a = functools._make_key(*called(asked["Calls"][i]["Text"]), False)
    equal.append([])
    for j in range(asked["Pairs"]):
        b = a if i == j else functools._make_key(*called(asked["Calls"][j]["Text"]), False)
        equal[-1].append(b in {a: None})

json.dump({"Version": sys.version_info[:2], "Answers": answers, "Equal": equal}, sys.stdout)
