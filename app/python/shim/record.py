"""The record of a program: what its cached functions are asked for, in the format of
app/calls/FORMAT.md, and which call printed what."""
import collections, hashlib, itertools, re, sys


class Limit(BaseException):
    """Ends a program that has used up what it may. No `except Exception` stops it."""


class Run:
    """One run of a body.

    asks has the numbers of the Runs whose results it asked for, and ~f where it cleared
    function f. Numbers, since Python does not free objects that hold each other 20,000
    levels deep without using up the browser's stack.
    """
    __slots__ = "number", "key", "nth", "asks", "prints", "ended", "raised"

    def __init__(self, number, key, nth):
        self.number, self.key, self.nth = number, key, nth
        self.asks, self.prints, self.ended, self.raised = [], [], False, False


class Record:
    def __init__(self, limits, output, progress):
        self.limits, self.output, self.progress = limits, output, progress
        self.lines = ["lru_cache record 1", f"# CPython {sys.version.split()[0]}, in the page"]
        self.names = collections.defaultdict(itertools.count)
        self.functions = []   # in order of decoration: (name, maxsize, key of the body around it, or None)
        self.owner = []       # of each key: its function's number
        self.called = []      # of each key: the call as it reads
        self.runs = []        # of each key: how often its body ran
        self.order = []       # all Runs, as they began
        self.statements = []  # what the program itself did, as in asks of a Run
        self.prints = []      # what it printed itself: (after how many statements, text)
        self.body = None      # the Run that is under way
        self.quiet = False    # while repr runs: what that calls or prints is not the program's
        self.calls = self.size = 0
        self.over = ""        # why it ends before its time
        self.replay = None

    def decorated(self, fn, maxsize, typed):
        name = named(fn)
        if n := next(self.names[name]):
            name += f"#{n + 1}"
        within = self.body and self.body.key
        self.line(f"function {name} maxsize={maxsize} typed={bool(typed)}" + (f" within={within}" if self.body else ""))
        self.functions.append((name, maxsize, within))
        return name, len(self.functions) - 1

    def line(self, line):
        if self.size >= self.limits["record"]:
            self.stop(f"Its record has {self.size:,} characters, and this page keeps no more.")
        self.size += len(line)
        self.lines.append(line)

    def stop(self, why):
        self.over = why
        raise Limit(why)

    def key(self, function, args, kwds):
        number = len(self.owner)
        if number >= self.limits["keys"]:
            self.stop(f"It asked for {number:,} different keys, and this page follows no more.")
        name = self.functions[function][0]
        self.quiet = True
        try:
            arguments = [*map(self.text, args), *(f"{self.text(k, str)}={self.text(v)}" for k, v in kwds.items())]
        finally:
            self.quiet = False
        call = f"{name}({', '.join(arguments)})"
        self.owner.append(function)
        self.called.append(call)
        self.runs.append(0)
        self.line(f"key {number} {call}")
        return number

    def asked(self, run):
        """Note that the result of a Run is asked for, be it a new one or one that is remembered."""
        self.calls += 1
        if self.body:
            self.body.asks.append(run.number)
        else:
            self.statements.append(run.number)
            self.line(f"call {run.key}")
        if self.calls % 1024 == 0:
            self.progress(self.calls, len(self.owner))
            if self.calls >= self.limits["calls"]:
                self.stop(f"It made {self.calls:,} calls, and this page follows no more.")

    def cleared(self, function):
        if self.body:
            self.body.asks.append(~function)
        else:
            self.statements.append(~function)
            self.line(f"clear {self.functions[function][0]}")

    def new_run(self, key):
        run = Run(len(self.order), key, self.runs[key])
        self.runs[key] += 1
        self.order.append(run)
        return run

    def reads(self, ask):
        """Return an element of asks as the record has it."""
        return str(self.order[ask].key) if ask >= 0 else f"clear:{self.functions[~ask][0]}"

    def end(self, run, how, value):
        run.ended, run.raised = True, how == "raises"
        self.quiet = True
        try:
            asks = f" asks {' '.join(map(self.reads, run.asks))}" if run.asks else ""
            self.line(f"body {run.key}{asks} {how} {self.text(value, "{0.__class__.__name__}: {0}".format if run.raised else repr)}")
        finally:
            self.quiet = False

    def text(self, value, say=repr):
        try:
            said = say(value)
        except Exception as error:
            said = f"<{type(value).__name__}: repr raised {type(error).__name__}>"
        said = said if said.isprintable() else repr(said)[1:-1]
        if len(said) <= 200:
            return said
        return f"{said[:200]}… ({len(said)} characters, {hashlib.sha256(said.encode()).hexdigest()[:16]})"

    def printed(self, text):
        """Notes a text where it was printed: after so many of the calls of a body or of the program."""
        prints, after = (self.body.prints, len(self.body.asks)) if self.body else (self.prints, len(self.statements))
        if prints and prints[-1][0] == after:
            text = prints.pop()[1] + text
        prints.append((after, text))

    def all_prints(self):
        yield from ({"after": after, "text": text} for after, text in self.prints)
        for run in self.order:
            yield from ({"key": run.key, "run": run.nth, "after": after, "text": text} for after, text in run.prints)

    def info(self, function):
        """Return what cache_info() says at this moment where each cache has its own maxsize."""
        self.replay = self.replay or Replay(self)
        self.replay.advance()
        return self.replay.info(function)


def named(fn):
    """Return the name of a function as a record has it."""
    return re.sub(r"[^\w.<>]", "_", getattr(fn, "__qualname__", "function"))


def difference(one, other):
    """Return the first key whose body did not do the same in both records, or None.

    Calls are the same if they have the same number and read the same, but for the addresses of objects.
    """
    records = one, other
    called = {id(record): [re.sub(r"\b0x[0-9a-f]+", "0x", call) for call in record.called] for record in records}

    def calls(record, asks):
        return [(ask, called[id(record)][record.order[ask].key]) if ask >= 0 else (ask, record.reads(ask)) for ask in asks]

    def told(record, asks):
        return [record.called[record.order[ask].key] if ask >= 0 else record.reads(ask) for ask in asks[:20]]

    if calls(one, one.statements) != calls(other, other.statements):
        return {"key": None, "first": told(one, one.statements), "second": told(other, other.statements)}
    for a, b in itertools.zip_longest(one.order, other.order):
        if not a or not b:
            return {"key": (one if a else other).called[(a or b).key], "first": [], "second": []}
        if a.key != b.key or a.raised != b.raised or calls(one, a.asks) != calls(other, b.asks):
            return {"key": one.called[a.key], "first": told(one, a.asks), "second": told(other, b.asks)}
