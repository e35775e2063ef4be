"""Runs a function as CPython does and tells which of its lines ran when.

Reads a JSON object with the source, the name of the function and a list of calls,
each the list of its arguments. Writes a JSON list of all the calls that the body
ran for, in order of their return:

    args     the arguments
    lines    the lines that ran, 0 being the def
    waited   the line from which it called itself, null if it did not
    returned the line from which it returned
"""

import json
import sys

task = json.load(sys.stdin)
namespace = {}
exec(compile(task["source"], "function", "exec"), namespace)
function = namespace[task["name"]]
calls, open_calls = [], []


def line(frame):
    return frame.f_lineno - function.__code__.co_firstlineno


def watch(frame, event, arg):
    if frame.f_code is not function.__code__:
        return None
    if event == "call":
        if open_calls:
            open_calls[-1]["waited"] = line(frame.f_back)
        code = function.__code__
        args = [frame.f_locals[name] for name in code.co_varnames[:code.co_argcount]]
        open_calls.append({"args": args, "lines": [], "waited": None})
    elif event == "line" and line(frame) not in open_calls[-1]["lines"]:
        open_calls[-1]["lines"].append(line(frame))
    elif event == "return":
        call = open_calls.pop()
        call["returned"] = line(frame)
        calls.append(call)
    return watch


for args in task["calls"]:
    sys.settrace(watch)
    function(*args)
    sys.settrace(None)
json.dump(calls, sys.stdout)
