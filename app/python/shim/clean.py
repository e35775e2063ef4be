"""An interpreter in which a program finds neither the browser nor what another one left."""
import asyncio, gc, importlib.abc, linecache, os, shutil, sys, types
import dataclasses, datetime, decimal, heapq, math, operator, random, string, typing  # for programs: they start faster


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
        self.loop = asyncio._get_running_loop()

    def enter(self):
        asyncio.run = run_async
        asyncio._set_running_loop(None)
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
        asyncio._set_running_loop(self.loop)
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
