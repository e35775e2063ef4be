"""A program and its calls, executed as Python does, and errors in Python's words."""
import contextvars, io, linecache, re, sys, traceback, types

FILE = "function.py"  # what tracebacks call the program


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
            one.stack[:] = [frame for frame in one.stack if frame.filename != told.__code__.co_filename]
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


def message(error):
    said = str(error)
    return type(error).__name__ + (": " + said if said else "")
