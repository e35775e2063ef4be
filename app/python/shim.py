"""Runs a program for the page and writes down what its cached functions are asked for.

run executes a program with stand-ins for functools.lru_cache and cache, which make the
record that app/calls/recorder.py makes, in the format of app/calls/FORMAT.md: each key
is computed once and remembered, whatever the maxsize. ask executes a script under the
real functools.lru_cache, for the page to compare with.

The stand-in is Python, not C, so that a deep recursion takes none of the browser's stack.
Beyond the recorder it bounds what a program can use up, tells which call printed what,
hides its own frames from recursion limit and tracebacks, and leaves nothing behind for
the next program.
"""
import collections, contextvars, functools, gc, hashlib, importlib.abc, io, itertools, json, linecache
import os, re, shutil, sys, time, traceback, types
import dataclasses, datetime, decimal, heapq, math, operator, random, string, typing  # for programs: they start faster

FILE = "function.py"  # what tracebacks call the program



class Limit(BaseException):
    """Ends a program that has used up what it may. No `except Exception` stops it."""


# ---- the record -------------------------------------------------------------------------

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
        name = re.sub(r"[^\w.<>]", "_", getattr(fn, "__qualname__", "function"))
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


def message(error):
    said = str(error)
    return type(error).__name__ + (": " + said if said else "")


class Replay:
    """Runs a record through caches of the sizes that the program declares.

    What the program itself prints of cache_info() must be what Python prints, although
    the program is run with caches that forget nothing. It follows the record as far as
    that has come, so that it can go on from there.
    """

    def __init__(self, record):
        self.record, self.steps, self.statement, self.text = record, 0, 0, []
        self.caches, self.counts = [], []
        self.stack = []  # of bodies under way: [Run, how many asks were followed, how many prints]
        self.followed = set()  # numbers of Runs that were followed before
        self.printed = 0

    def advance(self):
        record, stack = self.record, self.stack
        while True:
            if not stack:
                self.printed = self.say(record.prints, self.printed, self.statement)
                if self.statement == len(record.statements):
                    return
                self.statement += 1
                self.follow(record.statements[self.statement - 1])
                continue
            frame = stack[-1]
            run, at, said = frame
            frame[2] = self.say(run.prints, said, at)
            if at < len(run.asks):
                frame[1] += 1
                self.follow(run.asks[at])
            elif run.ended:
                stack.pop()
                if not run.raised:
                    self.store(run.key)
            else:
                return

    def say(self, prints, said, at):
        while said < len(prints) and prints[said][0] <= at:
            self.text.append(prints[said][1])
            said += 1
        return said

    def follow(self, ask):
        self.steps += 1
        if self.steps > self.record.limits["calls"]:
            self.record.stop(f"To tell what cache_info() says takes more than {self.record.limits['calls']:,} calls.")
        if ask < 0:
            return self.reset(~ask)
        run = self.record.order[ask]
        key = run.key
        function = self.record.owner[key]
        maxsize = self.record.functions[function][1]
        cache, counts = self.cache(function)
        if key in cache and maxsize != 0:
            counts[0] += 1
            if maxsize is not None:
                cache.move_to_end(key)
            return
        counts[1] += 1
        if ask in self.followed:  # it runs again, which the program did not: what it decorates is new
            for n, f in enumerate(self.record.functions):
                if f[2] == key:
                    self.reset(n)
        self.followed.add(ask)
        self.stack.append([run, 0, 0])

    def store(self, key):
        function = self.record.owner[key]
        maxsize, (cache, _) = self.record.functions[function][1], self.cache(function)
        if maxsize == 0 or key in cache:
            return
        if maxsize is not None and len(cache) >= maxsize:
            cache.popitem(last=False)
        cache[key] = None

    def cache(self, function):
        while len(self.caches) <= function:
            self.caches.append(collections.OrderedDict())
            self.counts.append([0, 0])
        return self.caches[function], self.counts[function]

    def reset(self, function):
        cache, counts = self.cache(function)
        cache.clear()
        counts[:] = 0, 0

    def info(self, function):
        cache, (hits, misses) = self.cache(function)
        return functools._CacheInfo(hits, misses, self.record.functions[function][1], len(cache))


# ---- the stand-ins ----------------------------------------------------------------------

real_lru_cache, real_cache = functools.lru_cache, functools.cache
set_limit, get_limit = sys.setrecursionlimit, sys.getrecursionlimit
DEFAULT_LIMIT = 1000  # Python's own; Pyodide starts with less where the browser's stack is small
LIBRARY = "/lib/"  # where the standard library is: what it remembers is not the program's
SLACK = 300  # levels for what the stand-in calls itself


class Depth:
    """Keeps the recursion limit at what the program believes it to be.

    Beneath the program are frames of Pyodide and of this file, and among its own is one
    for each stand-in that waits. Python counts them all, so the limit is that much higher.
    """

    def __init__(self, beneath):
        self.limit, self.hidden = DEFAULT_LIMIT, beneath

    def enter(self):
        """Set the limit for the frame that the caller of this is about to call. Return False if it is one too many."""
        exact = self.limit + self.hidden
        try:
            set_limit(exact)  # fails if that frame would be the last one, because this function stands there now
        except RecursionError:
            try:
                set_limit(exact + 1)
            except RecursionError:
                return False
            set_limit(exact + 2)  # so that a stand-in that the last one calls can begin, count, and refuse
        return True

    def set(self, n):
        """Stands for sys.setrecursionlimit."""
        if not isinstance(n, int) or n < 1:
            return set_limit(n)  # which says what is wrong
        limit = min(n, 2_000_000_000)  # Python takes no more than 2**31, and the stand-ins need some
        try:
            set_limit(limit + self.hidden + 1)  # this function's frame is one more
        except RecursionError as error:
            depth = int(re.search(r"depth (\d+)", str(error))[1]) - self.hidden - 1
            raise RecursionError(f"cannot set the recursion limit to {n} at the recursion depth {depth}: the limit is too low") from None
        self.limit = limit

    def get(self):
        """Stands for sys.getrecursionlimit."""
        return self.limit


def depth_of_caller():
    before = get_limit()
    try:
        set_limit(1)
    except RecursionError as error:
        set_limit(before)
        return int(re.search(r"depth (\d+)", str(error))[1]) - 1


def stand_in(record, depth):
    """Return what takes the place of functools.lru_cache, and of functools.cache."""

    def lru_cache(maxsize=128, typed=False):
        if sys._getframe(1).f_code.co_filename.startswith(LIBRARY):
            return real_lru_cache(maxsize, typed)
        if callable(maxsize) and isinstance(typed, bool):
            return remembered(maxsize, 128, False)
        real_lru_cache(maxsize, typed)  # refuses what it refuses
        if maxsize is not None:
            maxsize = max(maxsize, 0)
        return lambda fn: remembered(fn, maxsize, typed)

    def cache(fn, /):
        if sys._getframe(1).f_code.co_filename.startswith(LIBRARY):
            return real_cache(fn)
        return remembered(fn, None, False)

    def remembered(fn, maxsize, typed):
        real_lru_cache(maxsize, typed)(fn)  # refuses what it refuses
        name, function = record.decorated(fn, maxsize, typed)
        numbers, results = {}, {}  # of keys; and by number what was computed, and by which Run

        def wrapper(*args, **kwds):
            if record.quiet:
                return fn(*args, **kwds)
            set_limit(get_limit() + SLACK)
            if record.over:
                raise Limit(record.over)
            caller = record.body
            try:
                # Python hashes before it counts, and with maxsize=0 not at all.
                key = functools._make_key(args, kwds, typed)
                try:
                    number = numbers.get(key)
                except TypeError:
                    if maxsize != 0:
                        hash(key)  # raises the error that C raises; that of a dict reads differently
                        raise
                    key = number = None
                if number is None:
                    number = record.key(function, args, kwds)
                    if key is not None:
                        numbers[key] = number
                if number in results:
                    result, run = results[number]
                    record.asked(run)
                    return result
                run = record.new_run(number)
                record.asked(run)
                record.body = run
                depth.hidden += 1
                try:
                    if not depth.enter():
                        raise RecursionError("maximum recursion depth exceeded")
                    result = fn(*args, **kwds)
                except Limit:
                    raise
                except BaseException as error:
                    set_limit(get_limit() + SLACK)
                    record.end(run, "raises", error)
                    raise
                else:
                    set_limit(get_limit() + SLACK)
                    record.end(run, "returns", result)
                finally:
                    record.body = caller
                    depth.hidden -= 1
                # A body may have stored its own key: see Lib/functools.py, "Getting here means".
                if maxsize is None or number not in results:
                    results[number] = result, run
                return result
            finally:
                try:
                    set_limit(depth.limit + depth.hidden)
                except RecursionError:  # this frame is at the limit
                    set_limit(depth.limit + depth.hidden + 2)

        def cache_info():
            """Report cache statistics"""
            return record.info(function)

        def cache_clear():
            """Clear the cache and cache statistics"""
            record.cleared(function)
            results.clear()

        wrapper.cache_info, wrapper.cache_clear = cache_info, cache_clear
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return functools.update_wrapper(wrapper, fn)

    return functools.update_wrapper(lru_cache, real_lru_cache), functools.update_wrapper(cache, real_cache)


# ---- running ----------------------------------------------------------------------------

class Output(io.RawIOBase):
    """Takes what the program prints, up to a limit, and tells the page of it as it comes."""

    def __init__(self, limit, emit):
        self.limit, self.emit, self.size, self.cut, self.parts = limit, emit, 0, False, []
        self.record, self.waiting, self.told = None, [], 0

    def writable(self):
        return True

    def write(self, data):
        data = bytes(data)
        if self.record and self.record.quiet:
            return len(data)
        room = self.limit - self.size
        self.cut = self.cut or len(data) > room
        self.size += min(len(data), room)
        text = data[:room].decode(errors="ignore")
        if text:
            self.parts.append(text)
            self.waiting.append(text)
            if self.record:
                self.record.printed(text)
            if time.monotonic() - self.told > 0.1:
                self.tell()
        return len(data)

    def tell(self):
        if self.waiting:
            self.emit("output", "".join(self.waiting))
        self.waiting, self.told = [], time.monotonic()

    def stream(self):
        return io.TextIOWrapper(self, encoding="utf-8", write_through=True)


class Sealed(importlib.abc.MetaPathFinder):
    """Refuses the modules by which Pyodide's Python reaches the browser."""
    roots = {"js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core"}

    @classmethod
    def has(cls, name):
        return name.partition(".")[0] in cls.roots

    def find_spec(self, name, path, target=None):
        if self.has(name):
            raise ModuleNotFoundError(f"{name} is not available: this Python cannot reach the page or the network", name=name)


class Clean:
    """Puts the interpreter back as it was, whatever the program did to it."""

    def __init__(self):
        self.modules = dict(sys.modules)
        self.contents = {name: dict(vars(module)) for name, module in self.modules.items()
                         if isinstance(module, types.ModuleType)}  # and no part of the browser, as js is
        self.lists = [(known, known[:]) for known in (sys.path, sys.meta_path, sys.path_hooks, sys.argv, sys.warnoptions)]
        self.environ = dict(os.environ)
        self.directory = os.getcwd()

    def enter(self):
        for name in list(sys.modules):
            if Sealed.has(name):
                del sys.modules[name]
        sys.meta_path[:] = [Sealed()] + [finder for finder in sys.meta_path if not Sealed.has(type(finder).__module__)]

    def after(self, execute, *args):
        """Execute a program. Return its values and its error, as the page gets them."""
        self.enter()
        try:
            values, error = execute(*args)
        finally:
            set_limit(10_000)
            self.restore()
        # Not before: the program may have taken away what it takes to tell.
        for value in values:
            if "error" in value:
                value["error"] = told(value["error"])
        error = error and told(error)
        linecache.cache.pop(FILE, None)
        gc.collect()
        return values, error

    def restore(self):
        sys.settrace(None)
        sys.setprofile(None)
        sys.modules.clear()  # of what the program has imported, too: it may have changed it
        sys.modules.update(self.modules)
        for name, before in self.contents.items():
            now = vars(self.modules[name])
            for attribute in [a for a in now if a not in before]:
                del now[attribute]
            now.update(before)
        for known, before in self.lists:
            known[:] = before
        if dict(os.environ) != self.environ:
            os.environ.clear()
            os.environ.update(self.environ)
        sys.set_int_max_str_digits(4300)
        gc.enable()
        os.chdir(self.directory)
        for folder in (self.directory, "/tmp"):
            for name in os.listdir(folder):
                path = os.path.join(folder, name)
                shutil.rmtree(path) if os.path.isdir(path) and not os.path.islink(path) else os.remove(path)


def execute(source, calls, prepare, output):
    """Run a program and its calls. Return the calls' values and the exception that ended the program, if any."""
    main = types.ModuleType("__main__")
    main.__file__ = FILE
    sys.modules["__main__"] = main
    linecache.cache[FILE] = len(source), None, source.splitlines(keepends=True), FILE
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(), output.stream(), output.stream()
    values = []
    context = contextvars.Context()  # decimal has its precision there, for one
    prepare(depth_of_caller())
    try:
        code = compile(source, FILE, "exec", dont_inherit=True)
        context.run(exec, code, vars(main))
        for call in calls:
            values.append(entry := {"call": call["text"], "line": call["line"]})
            try:
                # Padded, so that what goes wrong in it goes wrong at its line.
                text = "\n" * (call["line"] - 1) + call["text"]
                try:
                    code, evaluate = compile(text, FILE, "eval", dont_inherit=True), eval
                except SyntaxError:
                    code, evaluate = compile(text, FILE, "exec", dont_inherit=True), exec
                value = context.run(evaluate, code, vars(main))
                if evaluate is eval:
                    entry["value"] = shortened(value)
            except Exception as error:
                entry["error"] = error
        return values, None
    except SystemExit as error:
        if error.code is not None and not isinstance(error.code, int):
            print(error.code, file=sys.stderr)
        return values, None
    except BaseException as error:
        return values, error


def shortened(value, limit=10_000):
    said = repr(value)
    return said if len(said) <= limit else f"{said[:limit]}… ({len(said)} characters)"


def told(error):
    """Return what the page says of an error: where in the program it happened, and Python's own words."""
    if isinstance(error, Limit):
        return {"type": "Limit", "message": str(error), "line": None, "text": str(error)}
    trace = traceback.TracebackException.from_exception(error)
    seen = [trace]
    for one in seen:
        if one.stack:
            one.stack[:] = [frame for frame in one.stack if frame.filename != SHIM]
        seen += [other for other in (one.__cause__, one.__context__) if other]
    line, column = next((frame.lineno for frame in reversed(trace.stack) if frame.filename == FILE), None), None
    if isinstance(error, SyntaxError) and error.filename == FILE:
        line, column = error.lineno, error.offset
    return {"type": type(error).__name__, "message": message(error), "line": line, "column": column,
            "text": "".join(trace.format())[-20_000:]}


def calls_in(source):
    """Return what the lines `# call: EXPRESSION` of a program ask for."""
    return [{"text": match[1], "line": number} for number, line in enumerate(source.splitlines(), 1)
            if (match := re.match(r"\s*# call:\s*(.*\S)", line))]


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


def declared_output(record, output):
    """Return what Python prints where the caches have the sizes that the program declares."""
    if not any(run.prints for run in record.order):
        return "".join(output.parts)
    replay = Replay(record)
    try:
        replay.advance()
    except Limit:
        return "".join(output.parts)
    text = "".join(replay.text).encode()
    output.cut = output.cut or len(text) > output.limit
    return text[:output.limit].decode(errors="ignore")


def difference(one, other):
    """Return the first key whose body did not do the same in both records, or None."""
    for a, b in itertools.zip_longest(one.order, other.order):
        if not a or not b:
            return {"key": (one if a else other).called[(a or b).key], "first": [], "second": []}
        if a.key != b.key or a.raised != b.raised or [*map(one.reads, a.asks)] != [*map(other.reads, b.asks)]:
            def asked(record, run):
                return [record.called[record.order[ask].key] if ask >= 0 else record.reads(ask) for ask in run.asks[:20]]
            return {"key": one.called[a.key], "first": asked(one, a), "second": asked(other, b)}
    if [*map(one.reads, one.statements)] != [*map(other.reads, other.statements)]:
        return {"key": None, "first": [], "second": []}


def ask(job, emit):
    """Run a script under Python's own lru_cache. Tell the page what it printed."""
    job = json.loads(job)
    output = Output(job["limits"]["output"], emit)

    def prepare(beneath):
        set_limit(DEFAULT_LIMIT + beneath)

    _, error = clean.after(execute, job["source"], [], prepare, output)
    emit("done", json.dumps({"output": "".join(output.parts), "cut": output.cut, "error": error}))


SHIM = run.__code__.co_filename
clean = Clean()
