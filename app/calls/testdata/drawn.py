"""Draws functions that call each other through caches, fail, catch what fails, and
clear caches; runs each program with recorder.py, and under functools.lru_cache at
several sizes. Prints what cache_info() said as JSON: for each program, for each
pair of sizes, the line of either function."""
import functools
import json
import random
import sys

import recorder

KEYS, SIZES = 7, [(None, None), (0, 3), (1, 1), (2, None), (3, 2), (5, 4), (128, 128)]


def draw(rng):
    """By function and key: what the body does, and whether it then raises. It only
    asks for smaller keys, so that it ends."""
    bodies = {}
    for name in "fg":
        for key in range(KEYS):
            does = []
            for _ in range(rng.randrange(5)):
                if rng.random() < 0.04:
                    does.append(("clear", rng.choice("fg"), None))
                elif key:
                    does.append((rng.choice(["ask", "try"]), rng.choice("fg"), rng.randrange(key)))
            bodies[name, key] = does, rng.random() < 0.15
    program = [("clear", rng.choice("fg"), None) if rng.random() < 0.05 else
               ("try", rng.choice("fg"), rng.randrange(KEYS)) for _ in range(25)]
    return bodies, program


def run(bodies, program, decorate_f, decorate_g):
    def carry_out(does):
        for what, name, key in does:
            if what == "clear":
                functions[name].cache_clear()
            elif what == "ask":
                functions[name](key)
            else:
                try:
                    functions[name](key)
                except ValueError:
                    pass

    def body(name, key):
        does, raises = bodies[name, key]
        carry_out(does)
        if raises:
            raise ValueError(key)
        return name, key

    def f(key):
        return body("f", key)

    def g(key):
        return body("g", key)

    functions = {"f": decorate_f(f), "g": decorate_g(g)}
    carry_out(program)
    return [str(functions[name].cache_info()) for name in "fg"]


rng = random.Random(int(sys.argv[1]))
infos = []
for _ in range(40):
    bodies, program = draw(rng)
    run(bodies, program, recorder.record, recorder.record)
    infos.append([run(bodies, program, functools.lru_cache(a), functools.lru_cache(b)) for a, b in SIZES])
json.dump(infos, sys.stdout)
