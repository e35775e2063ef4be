"""Runs a program for the page and writes down what its cached functions are asked for.

run executes a program with stand-ins for functools.lru_cache and cache, which make the
record that app/calls/recorder.py makes: each key is computed once and remembered,
whatever the maxsize. ask executes a script under the real functools.lru_cache, for the
page to compare with.

Beyond the recorder this bounds what a program can use up, tells which call printed what,
hides its own frames from recursion limit and tracebacks, and leaves nothing behind for
the next program. What a body itself prints of cache_info() is told as it was when the
body was recorded, also where it would run again.

All files of this folder are one module for Python, in the order of their names.
"""
import functools, json, sys


def recorded(job, emit):
    """Run a program once, with the stand-ins."""
    source, calls = job["source"], calls_in(job["source"])
    calls += [{"text": text, "line": 1} for text in job["calls"] if text.strip()]
    output = Output(job["limits"]["output"], emit)
    record = output.record = Record(job["limits"], output, lambda *so_far: emit("progress", json.dumps(so_far)))
    depth = Depth(0)

    def prepare(beneath):
        depth.hidden = beneath
        functools.lru_cache, functools.cache = stand_in(record, depth)
        sys.setrecursionlimit, sys.getrecursionlimit = depth.set, depth.get
        set_limit(DEFAULT_LIMIT + beneath)

    values, error = clean.after(execute, source, calls, prepare, output)
    if record.over:
        error = told(Limit(record.over))
    else:
        record.lines.append("end")
    output.tell()
    return record, output, values, error


def run(job, emit):
    """Run a program twice. Tell the page what came of it, and whether it made the same calls again.

    A job, in JSON, has the source, further calls, and limits: of calls, of keys, and of bytes of output.
    """
    job = json.loads(job)
    record, output, values, error = recorded(job, emit)
    emit("done", json.dumps({
        "record": "\n".join(record.lines) + "\n", "values": values, "error": error,
        "output": declared_output(record, output), "cut": output.cut, "prints": list(record.all_prints()),
        "calls": record.calls, "keys": len(record.owner), "functions": len(record.functions),
    }))
    if record.over:
        return emit("compared", json.dumps({"same": None, "differs": None}))
    again, *_ = recorded(job, lambda *_: None)
    differs = difference(record, again)
    emit("compared", json.dumps({"same": differs is None, "differs": differs}))


def ask(job, emit):
    """Run a script under Python's own lru_cache. Tell the page what it printed.

    With own in the job, the script is a visitor's program: its calls are made too, one function has
    another maxsize than its decorator says, and the page is told what that one's cache_info() says.
    """
    job = json.loads(job)
    output = Output(job["limits"]["output"], emit)
    own = job.get("own")
    calls, caches = calls_in(job["source"]) if own else [], []

    def prepare(beneath):
        if own:
            functools.lru_cache, functools.cache = with_size(own["name"], own["size"], caches)
        set_limit(DEFAULT_LIMIT + beneath)

    _, error = clean.after(execute, job["source"], calls, prepare, output)
    info = None
    if own and -1 <= own["nth"] < len(caches) and caches:
        for _ in range(own["clears"]):
            caches[own["nth"]].cache_clear()
        info = str(caches[own["nth"]].cache_info())
    emit("done", json.dumps({"output": "".join(output.parts), "cut": output.cut, "error": error, "info": info}))


def begin():
    """Remember the interpreter as it is now: what every program finds."""
    global clean
    clean = Clean()
