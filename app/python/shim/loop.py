"""asyncio for programs: an event loop that waits by sleeping, since nothing can come from outside."""
import asyncio, time


class Loop(asyncio.BaseEventLoop):
    """Runs until nothing is left to do. Pyodide's own loop is the browser's, which a program cannot wait for."""

    def __init__(self):
        super().__init__()
        self._selector = self

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError("asyncio waits for something that cannot come")
        if timeout > 0:
            time.sleep(timeout)
        return []

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


def run_async(main, *, debug=None, loop_factory=None):
    """Stands for asyncio.run."""
    with asyncio.Runner(debug=debug, loop_factory=loop_factory or Loop) as runner:
        return runner.run(main)
