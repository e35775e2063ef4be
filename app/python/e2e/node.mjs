// Runs the shim in Node, which is quicker to start than a browser: node node.mjs
// Each line that comes in is [function, job]; each that goes out is a list of the
// messages that the page would get, [kind, value].
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "../node_modules/pyodide/pyodide.mjs";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const python = await loadPyodide({ stdLibURL: path("../../../bin/python/stdlib.zip") });
const globals = python.toPy({ __name__: "shim" });
const shim = readdirSync(path("../shim")).sort().map((name) => readFileSync(path("../shim/" + name), "utf8")).join("");
python.runPython(shim, { globals, filename: "shim.py" });
globals.get("begin")();
for await (const line of createInterface({ input: process.stdin })) {
  const [name, job] = JSON.parse(line);
  const messages = [];
  try {
    globals.get(name)(JSON.stringify(job), (kind, value) => messages.push([kind, value]));
  } catch (error) {
    messages.push(["fatal", String(error)]);
  }
  process.stdout.write(JSON.stringify(messages) + "\n");
}
