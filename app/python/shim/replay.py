"""A record followed through caches of bounded size, for what a program prints of its own."""
import collections, functools


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
