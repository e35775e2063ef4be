// Runs jobs with the shim in Node: node run.mjs <shim.py> <jobs.json>
// Jobs are [function, job] pairs. For each, a line with all messages is written.
import { readFileSync } from "node:fs";
import { loadPyodide } from "../node_modules/pyodide/pyodide.mjs";

const [shim, jobs] = process.argv.slice(2);
const python = await loadPyodide({ stdLibURL: process.env.STDLIB });
const globals = python.toPy({ __name__: "shim" });
python.runPython(readFileSync(shim, "utf8"), { globals, filename: "shim.py" });
for (const [name, job] of JSON.parse(readFileSync(jobs, "utf8"))) {
  const messages = [];
  try {
    globals.get(name)(JSON.stringify(job), (kind, value) => messages.push([kind, value]));
  } catch (error) {
    messages.push(["fatal", String(error)]);
  }
  process.stdout.write(JSON.stringify(messages) + "\n");
}
