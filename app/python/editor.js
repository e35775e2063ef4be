// The editor of Your function. Like all of this module it comes when somebody goes to
// it: until then it is a text box with the numbers of its lines beside it. What runs
// becomes a call record, which the page's program gets as if it had been pasted; what
// only the editor has to say stands beneath it.

// "3.14"
const short = version.split(".", 2).join(".");

// How long the fragment of a link may be, and the source that it unpacks to.
const link = { name: "#py=", most: 8_000, unpacked: 100_000 };

const draftKey = "function-draft";

const by = (id) => document.getElementById(id);
let box; // the text box, once it has been prepared
let leaving = false; // Escape was pressed: Tab goes on to the next control
let engaged = false; // somebody has typed or clicked here: Tab indents
let marked = 0; // the line of the error that is shown
let differs = ""; // what was said of the record that is shown

// edit does what was done to the editor: "focusin", "click" on an element of it, or
// "open", when the page begins with a link to a source or a draft.
export async function edit(kind, target) {
  if (!box) {
    prepare();
    restore();
  }
  const button = kind === "click" && target.closest("button[data-python]");
  switch (button && button.dataset.python) {
    case "run":
      return runSource();
    case "stop":
      return stop();
    case "example":
      return replace(examples.find(({ name }) => name === button.dataset.example).source, "Press Run.");
    case "to-line":
      return goTo(marked);
  }
}

function prepare() {
  box = by("python-source");
  box.addEventListener("input", () => {
    unmark();
    if (!busy()) {
      say(""); // it was of another program
    }
    draw();
    keepDraft();
  });
  box.addEventListener("scroll", place);
  box.addEventListener("keydown", press);
  box.addEventListener("beforeinput", breakLine);
  box.addEventListener("pointerdown", () => { engaged = true; });
  box.addEventListener("blur", () => { engaged = leaving = false; });
  addEventListener("popstate", openLink);
  draw();
}

// draw writes the numbers of the lines.
function draw() {
  const lines = box.value.split("\n").length;
  by("source-lines").textContent = Array.from({ length: lines }, (_, i) => i + 1).join("\n");
  box.rows = Math.max(8, Math.min(lines, 24));
  place();
}

// place moves the numbers, and the mark of a line, to where the text has been scrolled.
function place() {
  by("source-lines").style.transform = `translateY(${-box.scrollTop}px)`;
  const { paddingTop, lineHeight } = getComputedStyle(box);
  by("source-mark").style.transform = `translateY(${parseFloat(paddingTop) + (marked - 1) * parseFloat(lineHeight) - box.scrollTop}px)`;
}

// press has Tab indent, unless Escape was pressed before. Who has come by Tab and does
// nothing here goes on by Tab.
function press(event) {
  const { key, shiftKey, ctrlKey, metaKey, altKey, isComposing } = event;
  if (key === "Escape") {
    leaving = true;
  } else if (key === "Enter" && (ctrlKey || metaKey)) {
    event.preventDefault();
    runSource();
  } else if (ctrlKey || metaKey || altKey || isComposing || key === "Shift") {
    return;
  } else if (key === "Tab") {
    if (!leaving && engaged) {
      event.preventDefault();
      indent(shiftKey);
    }
  } else {
    leaving = false;
    engaged = true;
  }
}

// breakLine begins a line as deep as the one before, and deeper behind a colon.
function breakLine(event) {
  const line = box.value.slice(box.value.lastIndexOf("\n", box.selectionStart - 1) + 1, box.selectionStart);
  const deep = line.match(/^[ \t]*/)[0] + (/:\s*(#.*)?$/.test(line) ? "    " : "");
  if (event.inputType === "insertLineBreak" && deep) {
    event.preventDefault();
    type("\n" + deep);
  }
}

// type puts text in the place of what is selected, so that the browser can undo it.
function type(text) {
  if (!document.execCommand("insertText", false, text)) {
    box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

// indent moves the selected lines by four spaces, to the left if back says so.
function indent(back) {
  const { value, selectionStart, selectionEnd } = box;
  const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
  if (!back && selectionStart === selectionEnd) {
    return type(" ".repeat(4 - ((selectionStart - start) % 4)));
  }
  const until = selectionEnd > start && value[selectionEnd - 1] === "\n" && selectionEnd > selectionStart ? selectionEnd - 1 : selectionEnd;
  const end = (value.indexOf("\n", until) + 1 || value.length + 1) - 1;
  const lines = value.slice(start, end);
  const moved = back ? lines.replace(/^( {1,4}|\t)/gm, "") : lines.replace(/^(?=.)/gm, "    ");
  if (moved !== lines) {
    box.setSelectionRange(start, end);
    type(moved);
    box.setSelectionRange(start, start + moved.length);
  }
}

// replace puts another program into the editor. It can be undone as if it was typed.
function replace(source, sentence) {
  box.focus({ preventScroll: true });
  box.select();
  type(source);
  box.setSelectionRange(0, 0);
  box.scrollTop = 0;
  say(sentence);
}

// runSource runs what is in the editor, and brings the record of it to the page.
async function runSource() {
  if (busy()) {
    return;
  }
  const source = box.value;
  unmark();
  tell("");
  printed("");
  working(true);
  say(worker ? "Running." : "Starting Python.");
  let output = "";
  let brought = false; // the record of this run is what is shown
  load(progressBar).then(() => busy() && say("Running."), () => {}).finally(() => { by("python-progress").hidden = true; });
  try {
    const end = await run(source, [], (kind, value) => {
      switch (kind) {
        case "progress": {
          const [calls, keys] = JSON.parse(value);
          return say(`Running: ${calls.toLocaleString("en")} calls of ${keys.toLocaleString("en")} different keys so far.`);
        }
        case "output":
          return printed(output += value, true);
        case "done":
          brought = bring(source, JSON.parse(value));
          return;
        case "compared":
          return brought && compared(JSON.parse(value));
      }
    });
    if (end === "stopped") {
      say(brought ? "Stopped before the second run, which is to compare." : "Stopped.");
    }
  } catch (error) {
    say("");
    tell(`${error.message} The next run begins with a new one.`);
  }
  if (!brought) {
    sayWhatStays();
  }
  working(false);
  by("python-progress").hidden = true;
}

function progressBar(loaded, total) {
  if (busy()) { // and nobody has stopped it meanwhile
    showLoading(by("python-state"), by("python-progress"), loaded, total);
  }
}

// showLoading shows in words and by a bar how far Python has come. A screen reader says
// that it is loading, once; the number, which changes all the time, it reads at the bar.
function showLoading(words, bar, loaded, total) {
  const percent = `${Math.floor((100 * loaded) / total)} %`;
  bar.hidden = loaded === total;
  bar.max = total;
  bar.value = loaded;
  bar.textContent = percent;
  if (loaded === total) {
    words.textContent = "Starting Python.";
    return;
  }
  if (!words.firstElementChild) {
    words.replaceChildren(`Loading Python ${short}, about 4 MB, once: `, Object.assign(element("span"), { ariaHidden: "true" }));
  }
  words.firstElementChild.textContent = percent;
}

function working(yes) {
  const focused = document.activeElement;
  const [on, off] = yes ? ["stop", "run"] : ["run", "stop"];
  const button = (name) => document.querySelector(`#editor [data-python="${name}"]`);
  button(on).disabled = false;
  if (focused === button(off)) {
    button(on).focus(); // a button that is off has no focus
  }
  button(off).disabled = true;
}

// bring says what came of a run, and hands its record to the page's program: with the
// source, the link to it and what was printed, in comments behind the first line. It
// tells whether there is such a record.
function bring(source, done) {
  const calls = done.values.map(({ call, value, error }) => `>>> ${call}\n${error ? error.message : value ?? ""}`.trimEnd());
  printed([done.output + (done.cut ? "… (more than 64 kB: the rest is not kept)\n" : ""), ...calls].filter(Boolean).join("\n"));
  const error = done.error ?? done.values.find((v) => v.error)?.error;
  if (error) {
    mark(error);
  }
  if (done.calls === 0) {
    say("");
    if (!error) {
      tell(done.functions === 0
        ? "It ran, and decorates no function: put @lru_cache(maxsize=…) above one."
        : "It ran, and called no decorated function: say what to call in a line like # call: fib(10).");
    }
    printed(by("python-output").lastElementChild.textContent, true);
    return false;
  }
  say("Recorded. Running it once more, to compare.");
  differs = "";
  handOver(source, done);
  return true;
}

async function handOver(source, done) {
  const fragment = await pack(source);
  const [first, ...rest] = done.record.split("\n");
  const remarks = done.prints.map(({ key, run, after, text }) => `# printed ${key ?? -1} ${run ?? 0} ${after} ${escaped(text)}`);
  const text = [first, `# source ${escaped(source)}`, ...(fragment ? [`# link ${fragment}`] : []), ...remarks, ...rest].join("\n");
  document.dispatchEvent(new CustomEvent("playground-text", { detail: { name: `CPython ${version}`, text } }));
}

// escaped puts a text into one line.
const escaped = (text) => text.replace(/[\\\n\r]/g, (c) => ({ "\\": "\\\\", "\n": "\\n", "\r": "\\r" })[c]);

function compared({ same, differs: how }) {
  say(same ? "Recorded twice, with the same calls both times." : "");
  if (same === false) {
    const list = (keys) => keys.length ? keys.join(", ") : "nothing";
    differs = (how.key === null
      ? "The program itself did not make the same calls the second time."
      : `Not the same calls each time: ${how.key} asked for ${list(how.first)}, and the second time for ${list(how.second)}.`) +
      " Replaying it at other sizes is a guess.";
    tell(differs);
  }
  keepDraft();
}

// sayWhatStays says, beneath what was said of a run that brought no record, which calls
// are still shown, for as long as they are.
function sayWhatStays() {
  const found = document.querySelector("[data-found]");
  const before = found.textContent;
  const stays = element("p", "ratio", `What is shown is still from before this run: ${found.lastChild.textContent}`); // without where it is from
  by("source-says").append(stays);
  by("source-says").hidden = false;
  new MutationObserver((_, observer) => {
    if (!stays.isConnected) {
      observer.disconnect();
    } else if (found.textContent !== before) {
      observer.disconnect();
      stays.remove();
      by("source-says").hidden = !by("source-says").textContent;
    }
  }).observe(by("found"), { subtree: true, childList: true, characterData: true, attributes: true });
}

const say = (sentence) => { by("python-state").textContent = sentence; };

// tell says what is to be heeded; "" for nothing.
function tell(sentence) {
  by("source-says").hidden = !sentence;
  by("source-says").replaceChildren(sentence);
}

// printed shows what the program printed, folded unless it is to be seen at once.
function printed(text, open = false) {
  const fold = by("python-output");
  fold.hidden = !text;
  fold.lastElementChild.textContent = text;
  fold.open = open;
}

// mark shows an error, at its line where it has one.
function mark({ line, message, text, type }) {
  tell("");
  const says = by("source-says");
  says.hidden = false;
  if (line) {
    marked = line;
    const there = Object.assign(element("button", "link", `Line ${line}`), { type: "button" });
    there.dataset.python = "to-line";
    says.replaceChildren(there, `: ${message}`);
    by("source-mark").hidden = false;
    box.setAttribute("aria-invalid", "true");
    const height = parseFloat(getComputedStyle(box).lineHeight);
    box.scrollTop = Math.max(box.scrollTop, line * height + height - box.clientHeight);
    box.scrollTop = Math.min(box.scrollTop, (line - 1) * height);
    place();
  } else {
    says.replaceChildren(message);
  }
  if (type !== "Limit") {
    const fold = document.createElement("details");
    fold.append(element("summary", "", "Traceback"), Object.assign(element("pre", "", text), { tabIndex: 0, ariaLabel: "traceback" }));
    says.append(fold);
  }
}

function unmark() {
  if (marked) {
    tell("");
  }
  marked = 0;
  by("source-mark").hidden = true;
  box.removeAttribute("aria-invalid");
}

function goTo(line) {
  const lines = box.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((n, l) => n + l.length + 1, 0);
  box.focus();
  box.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
}

// A draft is kept in this browser.
let resting;
function keepDraft() {
  clearTimeout(resting);
  resting = setTimeout(() => {
    try {
      localStorage.setItem(draftKey, JSON.stringify({ source: box.value, differs }));
    } catch {
      // It is full: then there is none.
    }
  }, 300);
}

// restore shows the source that came with a link, or else the draft.
function restore() {
  if (location.hash.startsWith(link.name)) {
    return openLink();
  }
  try {
    const draft = JSON.parse(localStorage.getItem(draftKey));
    if (draft) {
      box.value = draft.source;
      differs = draft.differs;
      tell(differs);
      draw();
    }
  } catch {
    // It cannot be read: the example stays.
  }
}

// openLink shows the source that the address carries. It does not run: somebody has to
// press Run for that.
async function openLink() {
  if (!location.hash.startsWith(link.name)) {
    return;
  }
  try {
    const source = await unpack(location.hash.slice(link.name.length));
    if (source !== box.value) {
      box.value = source;
      unmark();
      draw();
      say("This came with the link and has not run: read it, then press Run.");
    }
  } catch (error) {
    tell(`The source in this link could not be read (${error.message}). Ask for a new link.`);
  }
}

// pack returns the fragment of a link to a source, "" where that is too long or the
// browser cannot do it.
async function pack(source) {
  if (!globalThis.CompressionStream) {
    return "";
  }
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(source), Infinity);
  const text = btoa(String.fromCharCode(...bytes.slice(0, link.most))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const fragment = link.name.slice(1) + text;
  return fragment.length > link.most ? "" : fragment;
}

async function unpack(text) {
  if (text.length > link.most) {
    throw new Error(`it is longer than ${link.most} characters`);
  }
  if (!globalThis.DecompressionStream) {
    throw new Error("this browser cannot unpack it");
  }
  let packed;
  try {
    packed = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    throw new Error("it is cut off or changed");
  }
  const bytes = await through(new DecompressionStream("deflate-raw"), Uint8Array.from(packed, (c) => c.charCodeAt(0)), link.unpacked);
  return new TextDecoder().decode(bytes);
}

// through sends bytes through a stream, of which no more than most may come out.
async function through(stream, bytes, most) {
  const parts = [];
  let size = 0;
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > most) {
        reader.cancel();
        break;
      }
      parts.push(next.value);
    }
  } catch {
    throw new Error("it is cut off or changed");
  }
  if (size > most) {
    throw new Error(`it unpacks to more than ${most.toLocaleString("en")} characters`);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

// confirm has CPython run a script under its own lru_cache, for the page's program, and
// says beneath the button whether that ends with the line here. own is null, or as ask
// takes it. What it has said is taken back when something else is shown.
export async function confirm(script, here, own) {
  if (busy()) {
    return answer(element("p", "problem", "Python is busy with another program. Stop that first."));
  }
  watched ??= new MutationObserver(() => {
    answer();
    if (asking) {
      stop();
    }
  });
  watched.observe(by("python"), { subtree: true, attributes: true, attributeFilter: ["data-of"] });
  const halt = Object.assign(element("button", "", "Stop"), { type: "button", onclick: stop });
  const bar = Object.assign(document.createElement("progress"), { ariaLabel: "loading Python", hidden: true });
  const note = element("p", "ratio", "Starting Python.");
  if (!worker) {
    answer(note, bar, halt);
  }
  load((loaded, total) => showLoading(note, bar, loaded, total)).then(() => busy() && answer(element("p", "ratio", `CPython ${short} runs it.`), halt), () => {});
  const mine = asking = {};
  try {
    let done;
    const end = await ask(script, (kind, value) => { done = kind === "done" ? JSON.parse(value) : done; }, own);
    if (mine !== asking || end === "stopped") {
      if (by("python-answer").contains(document.activeElement)) {
        by("python").querySelector("button").focus();
      }
      answer();
    } else if (done.error) {
      answer(element("p", "problem", `CPython ${short} ended with ${done.error.message}`));
    } else {
      compare(here, own ? done.info ?? "that no such function was decorated" : done.output.trimEnd().split("\n").at(-1), script, own);
    }
  } catch (error) {
    answer(element("p", "problem", error.message));
  }
  asking = undefined;
}

let watched; // notices that something else is shown
let asking; // the question that is being answered, or undefined

function compare(here, there, script, own) {
  const line = (text) => element("code", "", text);
  const says = line(there);
  says.dataset.pythonSays = "";
  if (here === there) {
    const shown = document.querySelector("[data-cache-info]").textContent;
    const same = element("p", "same", `CPython ${short} says the same${shown === here ? "" : ", when all has run"}: `);
    same.append(says);
    return answer(same);
  }
  const ours = element("p", "", "here: ");
  ours.append(line(here));
  const theirs = element("p", "", "CPython: ");
  theirs.append(says);
  const parts = [element("p", "problem", `CPython ${short} says otherwise.`), ours, theirs];
  if (own && differs) {
    parts.push(element("p", "", "It does not make the same calls each time, so both may be right."));
  } else {
    const report = Object.assign(element("button", "", "Copy the report"), { type: "button" });
    Object.assign(report.dataset, { do: "copy", what: "the report", text: `lru_cache playground: ${here}\nCPython ${version}: ${there}\n${JSON.stringify(own)}\n\n${script}` });
    parts.push(element("p", "", "One of the two is wrong. Please report it to whoever keeps this page."), report);
  }
  answer(...parts);
}

const answer = (...parts) => by("python-answer").replaceChildren(...parts);

const element = (name, className = "", text = "") => Object.assign(document.createElement(name), { className, textContent: text });
