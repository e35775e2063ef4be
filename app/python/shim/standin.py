"""What stands in for functools.lru_cache and cache while a program is recorded.

It is Python, not C, so that a deep recursion takes none of the browser's stack.
"""
import functools, sys

real_lru_cache, real_cache = functools.lru_cache, functools.cache
LIBRARY = "/lib/"  # where the standard library is: what it remembers is not the program's


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


def with_size(name, size, caches):
    """Return functools.lru_cache and cache that give one function, by its __qualname__, another maxsize.

    They are C's own in everything else. The caches of that function are put into a list.
    """

    def lru_cache(maxsize=128, typed=False):
        if sys._getframe(1).f_code.co_filename.startswith(LIBRARY):
            return real_lru_cache(maxsize, typed)
        if callable(maxsize) and isinstance(typed, bool):
            return sized(maxsize, 128, False)
        return lambda fn: sized(fn, maxsize, typed)

    def sized(fn, maxsize, typed):
        if named(fn) != name:
            return real_lru_cache(maxsize, typed)(fn)
        caches.append(real_lru_cache(size, typed)(fn))
        return caches[-1]

    return functools.update_wrapper(lru_cache, real_lru_cache), functools.update_wrapper(lambda fn, /: sized(fn, None, False), real_cache)
