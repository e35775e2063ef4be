"""Runs a Python file, and the calls in its comments, with recorder.py in place
of functools.lru_cache and functools.cache. Prints what the calls gave as JSON."""
import ast
import contextlib
import functools
import importlib
import io
import json
import sys

import recorder

path = sys.argv[1]
source = open(path, encoding="utf-8").read()

# What the file imports is imported first, with Python's own lru_cache in it.
for node in ast.walk(ast.parse(source)):
    names = []
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom) and node.module:
        names = [node.module]
    for name in names:
        importlib.import_module(name)

# What the standard library decorates while the file runs is not the file's.
file_globals = {"__name__": "__main__", "__file__": path}


def for_the_file(ours, pythons):
    def decorator(*args, **kwds):
        return (ours if sys._getframe(1).f_globals is file_globals else pythons)(*args, **kwds)
    return decorator


functools.lru_cache = for_the_file(recorder.record, functools.lru_cache)
functools.cache = for_the_file(recorder.record(maxsize=None), functools.cache)

values = []
with contextlib.redirect_stdout(io.StringIO()):
    exec(compile(source, path, "exec"), file_globals)
    for line in source.splitlines():
        if line.startswith("# call: "):
            try:
                values.append(repr(eval(line[len("# call: "):], file_globals)))
            except Exception as error:
                values.append(f"{type(error).__name__}: {error}")
json.dump({"values": values}, sys.stdout)
