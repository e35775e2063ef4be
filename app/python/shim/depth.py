"""The recursion limit, without the frames that a program does not know of."""
import re, sys

set_limit, get_limit = sys.setrecursionlimit, sys.getrecursionlimit
DEFAULT_LIMIT = 1000  # Python's own; Pyodide starts with less where the browser's stack is small
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
