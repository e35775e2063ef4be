"""Makes Python's standard library small for the page, in two ways.

What most functions need is compiled ahead, so that Python starts fast. The rest
stays source, which is a third of the size, and loses its comments and docstrings
but none of its lines: a traceback tells the right ones. Nothing is compressed in
the zip, because brotli makes less of the whole than of its parts.

It runs in the very Python that the page has, so that code and syntax are its own,
and gives the same bytes whenever it is run.
"""
import ast, importlib.util, io, sys, tokenize, zipfile
from importlib._bootstrap_external import _code_to_hash_pyc

# Also ready are those that most people's functions import, and all that Python
# itself imports as it starts.
import collections, dataclasses, functools, heapq, itertools, json, math, operator, random, re, string, typing

ZIP = f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip/"


def small(shipped):
    """Return the library's zip, made from the bytes of the one that Pyodide ships."""
    files, compiled = {}, ready()
    with zipfile.ZipFile(io.BytesIO(shipped)) as old:
        for name in old.namelist():
            if name.endswith(".py"):
                source = stripped(old.read(name).decode())
                if ZIP + name in compiled:
                    code = compile(source, ZIP + name, "exec", dont_inherit=True)
                    # Such code is not compared with its source, of which there is none.
                    files[name + "c"] = _code_to_hash_pyc(code, importlib.util.source_hash(source.encode()), False)
                else:
                    files[name] = source.encode()
            elif not name.endswith("/"):
                files[name] = old.read(name)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as new:
        # Sorted by kind: what is alike stands together, and brotli finds it.
        for name in sorted(files, key=lambda name: (name.rpartition(".")[2], name)):
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), files[name])
    return target.getvalue()


def ready():
    """Return the files of the modules that are loaded, but not of those inside the interpreter."""
    return {module.__file__ for module in list(sys.modules.values())
            if getattr(module, "__file__", None) and module.__spec__ and module.__spec__.origin != "frozen"}


def stripped(source):
    """Return the source without comments and docstrings, on the same lines."""
    tree = ast.parse(source)
    lines = source.splitlines(keepends=True)
    edits = [(token.start, token.end, "") for token in tokenize.generate_tokens(io.StringIO(source).readline)
             if token.type == tokenize.COMMENT]
    for node in ast.walk(tree):
        doc = docstring(node)
        if not doc:
            continue
        # In a body, something has to stand in its place. In a module nothing may: an
        # import from __future__ has to come first.
        if isinstance(node, ast.Module):
            place = ""
            del node.body[0]
        else:
            place = "None"
            doc.value = ast.Constant(None, **positions(doc))
        start, end = (row_column(lines, row, column) for row, column in
                      [(doc.lineno, doc.col_offset), (doc.end_lineno, doc.end_col_offset)])
        edits.append((start, end, place + "\n" * (doc.end_lineno - doc.lineno)))
    for (row, column), (end_row, end_column), text in sorted(edits, reverse=True):
        joined = lines[row - 1][:column] + text + lines[end_row - 1][end_column:]
        lines[row - 1:end_row] = joined.splitlines(keepends=True)
    result = "".join(lines)
    if compile(result, "", "exec", dont_inherit=True) != compile(tree, "", "exec", dont_inherit=True):
        raise ValueError("the code is another one without its comments: " + source[:200])
    return result


def docstring(node):
    """Return the statement that is the docstring of a module, class or function."""
    if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and node.body:
        match node.body[0]:
            case ast.Expr(ast.Constant(str())) as statement:
                return statement


def positions(node):
    return {name: getattr(node, name) for name in ("lineno", "col_offset", "end_lineno", "end_col_offset")}


def row_column(lines, row, column):
    """The parser counts columns in bytes, the tokenizer in characters."""
    return row, len(lines[row - 1].encode()[:column].decode())
