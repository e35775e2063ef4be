"use strict";

// What tests ask of the page, and what others do to pages.

const started = new Promise(resolve => { globalThis.ready = () => resolve(true); });
const go = new Go();
WebAssembly.instantiateStreaming(fetch("program.wasm"), go.importObject).then(result => go.run(result.instance));

const view = () => document.getElementById("view");

// inside is what is in an element, as package markup writes it in JSON.
function inside(el) {
  return [...el.childNodes].map(node => node.nodeType === 3
    ? { Tag: "", Text: node.data }
    : {
        Tag: node.localName,
        Attrs: attributes(node),
        Kids: inside(node),
      });
}

// attributes leaves out the style, but a transform stands there once it has changed.
function attributes(el) {
  const all = [...el.attributes].filter(a => a.name !== "style").map(a => ({ Name: a.name, Value: a.value }));
  const [, x, y] = /^translate\(([^,)]+)px(?:, ([^)]+)px)?\)$/.exec(el.style.transform) ?? [];
  return x === undefined ? all
    : [...all.filter(a => a.Name !== "transform"), { Name: "transform", Value: `translate(${x},${y ?? 0})` }];
}

// keep notes which element stands for each key of the view; kept counts those that
// still do, and are drawn before and after.
let noted = new Map();
const keyed = () => [...view().querySelectorAll(":scope > [data-key]")].map(el => [el.localName + " " + el.dataset.key, el]);
function keep() { noted = new Map(keyed()); }
function kept() {
  const now = new Map(keyed());
  const names = [...noted.keys()].filter(name => now.has(name));
  return { both: names.length, same: names.filter(name => noted.get(name) === now.get(name)).length };
}

function texts() {
  const found = [], walker = document.createTreeWalker(view(), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

const parents = () => [...new Set(texts().map(text => text.parentElement))];

function font(node) {
  const outer = document.createElement("font"), inner = document.createElement("font");
  outer.append(inner);
  node.replaceWith(outer);
  inner.append(node.cloneNode(true));
}

// Each of these is done to a page by somebody else.
const others = {
  "translates every text"() { texts().forEach(font); },
  "marks a part of every text"() {
    for (const text of texts()) {
      const rest = text.splitText(Math.floor(text.length / 2));
      const mark = document.createElement("mark");
      rest.replaceWith(mark);
      mark.append(rest);
    }
  },
  "splits every text"() { for (const text of texts()) text.splitText(Math.floor(text.length / 2)); },
  "takes every text out"() { for (const text of texts()) text.remove(); },
  "puts elements in"() {
    for (const el of parents()) {
      const stray = document.createElement("div");
      stray.textContent = "stray";
      el.prepend(stray);
    }
  },
  "wraps elements"() {
    for (const el of parents().filter(el => el !== view())) {
      const wrapper = document.createElement("font");
      el.replaceWith(wrapper);
      wrapper.append(el);
    }
  },
  "turns children round"() { for (const el of [view(), ...parents()]) el.append(...[...el.childNodes].reverse()); },
  "empties the view"() { view().replaceChildren(); },
  "replaces the view"() { view().replaceWith(view().cloneNode(true)); },
  "translates, and shows the original again"() {
    for (const text of texts()) {
      const wrapper = document.createElement("font");
      text.replaceWith(wrapper);
      wrapper.replaceWith(text);
    }
  },
};

// mutations counts what is changed in the view by an action.
function mutations(action) {
  const observer = new MutationObserver(() => {});
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  action();
  const count = observer.takeRecords().length;
  observer.disconnect();
  return count;
}

// arriving says which keys are being faded in.
const arriving = () => document.getAnimations()
  .filter(a => !(a instanceof CSSTransition) && a.effect.getComputedTiming().endTime > 0 && a.playState !== "finished")
  .map(a => a.effect.target.dataset.key);

// patch replaces a part of the browser until unpatch.
const patched = [];
function patch(object, name, by) {
  patched.push([object, name, object[name]]);
  object[name] = by(object[name]);
}
function unpatch() {
  for (const [object, name, was] of patched.splice(0)) object[name] = was;
}

// file is the last one that was handed to the visitor, as a data URL.
let file = null, fileName = "";
URL.createObjectURL = blob => {
  file = new Promise(resolve => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result));
    reader.readAsDataURL(blob);
  });
  return "data:,";
};
HTMLAnchorElement.prototype.click = function () { fileName = this.download; };
