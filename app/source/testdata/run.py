"""Runs many scripts in one process, each as if it were a file of its own.

Reads a JSON list of scripts, writes a JSON object: the version, and what each
script printed.

The recursion limit counts every frame above a script, and a script that raises a
RecursionError at an exact place must have none. So each runs in a thread of its
own whose first and only frame is the script: its code object, made a function,
is handed to the interpreter itself. threading.Thread would put three frames
above it, and exec() counts for one up to 3.11.
"""

import _thread
import builtins
import io
import json
import sys
import traceback
import types
import weakref


def run(script):
    namespace = {"__name__": "__main__", "__builtins__": builtins}
    main = types.FunctionType(compile(script, "script", "exec"), namespace)
    ended = _thread.allocate_lock()
    ended.acquire()
    # The thread holds the last reference to main, and lets go of it at its end.
    watch = weakref.ref(main, lambda _: ended.release())
    set_digits = getattr(sys, "set_int_max_str_digits", lambda _: None)
    set_digits(4300)
    sys.setrecursionlimit(1000)
    sys.stdout = io.StringIO()
    _thread.start_new_thread(main, ())
    del main
    ended.acquire()
    printed, sys.stdout = sys.stdout.getvalue(), sys.__stdout__
    set_digits(0)  # for the JSON
    return printed


def failed(args):
    """Shows the error that ended a script in what it printed."""
    text = traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback)
    print("".join(text[:1] + text[-1:]))


sys.unraisablehook = failed
_thread.stack_size(64 << 20)
json.dump({"version": sys.version_info[:2], "printed": [run(s) for s in json.load(sys.stdin)]}, sys.stdout)
