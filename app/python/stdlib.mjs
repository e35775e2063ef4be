// Writes the standard library for the page: node stdlib.mjs <target.zip>
// What is done to it is in stdlib.py.
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const here = (name) => new URL(name, import.meta.url);
// Code need not know its columns: there is no source to underline.
const python = await loadPyodide({ env: { PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" } });
python.runPython(readFileSync(here("stdlib.py"), "utf8"));
python.FS.writeFile("/shipped.zip", readFileSync(here("node_modules/pyodide/python_stdlib.zip")));
python.runPython('open("/small.zip", "wb").write(small(open("/shipped.zip", "rb").read()))');
writeFileSync(process.argv[2], python.FS.readFile("/small.zip"));
