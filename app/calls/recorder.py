# Writes down what cached functions are asked for. Needs Python 3.8 or newer, nothing else. In place of lru_cache:
#   from recorder import record as lru_cache  # for replay, each key once: writes lru_cache-record.txt
#   from recorder import log as lru_cache     # in production, a line a call: adds to lru_cache-log.txt
import atexit, collections, contextvars, functools, hashlib, itertools, multiprocessing, os, re, sys, threading
real_cache, lock, keys, names = functools.lru_cache, threading.RLock(), {}, collections.defaultdict(itertools.count)
body = contextvars.ContextVar("body", default=())  # of the body that runs: its key, then those it asked for

@real_cache(maxsize=None)
def writer(kind, mode, end):  # up to 64 kB are held back, and lost if the process is killed
    file = open(os.devnull if end and multiprocessing.parent_process() else f"lru_cache-{kind}.txt", mode, 1 << 16)
    file.write(f"lru_cache {kind} 1\n# Python {sys.version.split()[0]}\n".encode())
    hasattr(os, "register_at_fork") and os.register_at_fork(before=file.flush)
    atexit.register(lambda: (file.write(end), file.flush()))
    sys.setrecursionlimit(2 * sys.getrecursionlimit())  # now that a call is two
    return lambda line: file.write(f"{line}\n".encode())

def text(item, say=repr):
    try:  # repr has a context of its own: what it calls is no part of any body, nor a statement
        s = say(item) if type(item) in (int, str) else contextvars.Context().run(lambda: body.set(None) and say(item))
    except Exception as error:
        s = f"<{type(item).__name__}: repr raised {type(error).__name__}>"
    s = s if s.isprintable() else repr(s)[1:-1]
    return s if len(s) <= 200 else f"{s[:200]}… ({len(s)} characters, {hashlib.sha256(s.encode()).hexdigest()[:16]})"
arguments = lambda args, kwds: ", ".join([*map(text, args), *map(lambda k: f"{text(k, str)}={text(kwds[k])}", kwds)])

def stand_in(kind, mode, end, maxsize=128, typed=False):  # maxsize=None stands in for functools.cache
    def decorate(fn, cache=real_cache(maxsize, typed)):
        cached, add, results, counts = cache(fn), writer(kind, mode, end), {}, [0, 0]
        name = re.sub(r"[^\w.<>]", "_", getattr(fn, "__qualname__", "function"))
        name += f"#{n + 1}" if (n := next(names[kind, name])) else ""
        within = f" within={body.get()[0]}" if body.get() else ""
        add(f"function {name} maxsize={cached.cache_info().maxsize} typed={bool(typed)}{within}")
        def wrapper(*args, **kwds):
            if body.get() is None or kind == "log":
                body.get() is None or add(f"call {name}({arguments(args, kwds)})")
                return cached(*args, **kwds)
            with lock:  # functools._make_key is how Python tells keys apart
                new, n = len(keys), keys.setdefault((name, functools._make_key(args, kwds, typed)), len(keys))
                n == new and add(f"key {n} {name}({arguments(args, kwds)})")
            body.get().append(str(n)) if body.get() else add(f"call {n}")
            counts[n in results] += 1
            if n in results:
                return results[n][0]
            result, before = None, body.set(asked := [str(n)])
            try:
                result = results[n] = [fn(*args, **kwds)]
                return result[0]
            finally:
                body.reset(before)
                asked[1:1] = ["asks"][:len(asked) - 1]
                said = text(result[0]) if result else text(sys.exc_info()[1], "{0.__class__.__name__}: {0}".format)
                add(f"body {' '.join(asked)} {'returns' if result else 'raises'} {said}")
        def clear():
            body.get().append(f"clear:{name}") if body.get() else add(f"clear {name}")
            counts[:] = results.clear() or (0, 0)
        info = cached.cache_info if kind == "log" else lambda: functools._CacheInfo(*counts[::-1], None, len(results))
        vars(wrapper).update(vars(cached), cache_info=info, cache_clear=cached.cache_clear if kind == "log" else clear)
        return functools.update_wrapper(wrapper, fn)
    return stand_in(kind, mode, end, 128, typed)(maxsize) if callable(maxsize) and isinstance(typed, bool) else decorate
record, log = functools.partial(stand_in, "record", "wb", b"end\n"), functools.partial(stand_in, "log", "ab", b"")
