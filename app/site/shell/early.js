// What is done to the page before it is live, most of it to the picture of it in
// the HTML, is kept, and done when it is live.

// The program calls playgroundLive when the page does what its controls say.
var playgroundLive;
const live = new Promise((done) => { playgroundLive = done; });

{
  const kinds = ["click", "input", "change", "submit", "pointerdown", "pointermove", "pointercancel", "keydown", "focusin", "focusout"];
  const controls = "#page :is(button, input, select, form)";
  const places = "#page :is(summary, [data-to-step], [data-to-size], [data-call][data-at])";
  const widgets = "#page :is([data-slide], #tree-view)"; // with keys of their own
  const stops = "#page :is(button, input, select, summary, a, [tabindex])";
  const curves = "#page #curve [data-slide]";
  const early = [];
  let focused = null; // the name of what has the focus

  // The same control has the same name in the picture and in the live page.
  const nameOf = (control) => control.id || JSON.stringify([
    control.tagName, control.getAttribute("aria-label"), control.type === "radio" ? control.value : "",
    /^(button|summary)$/i.test(control.tagName) ? control.textContent.replace(/\s+/g, "") : "",
    ["n", "view", "format", "toStep", "toSize"].map((name) => control.dataset[name]),
  ]);
  const find = (selector, name) => [...document.querySelectorAll(selector)].find((e) => nameOf(e) === name);

  const isText = (control) => control.matches("input:not([type=range], [type=radio], [type=checkbox])");

  // A browser that reopens a tab fills in what stood in its fields and says so by
  // the same events as a hand. No hand has touched the page then, nor has anything
  // clicked there in its stead.
  let clicked = null;
  const restored = (event, control) => /input|change/.test(event.type) && event.isTrusted &&
    navigator.userActivation?.hasBeenActive === false && control !== clicked;

  function keep(event) {
    const { type, target } = event;
    if (!target.closest) {
      return;
    }
    const control = target.closest(controls);
    switch (type) {
      case "focusin":
        focused = target.matches(stops) ? nameOf(target) : null;
        return;
      case "focusout":
        if (!event.relatedTarget && target.isConnected && document.hasFocus()) {
          focused = null; // not since its place was taken by the live page
        }
        return;
      case "keydown": {
        const widget = target.closest(widgets);
        if (widget && /^(Arrow|Home|End|Page|Enter| )/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
          event.preventDefault();
          event.stopImmediatePropagation();
          early.push({ type, selector: widgets, name: nameOf(widget), key: event.key });
        }
        return;
      }
      case "pointerdown":
      case "pointermove": { // of a drag on the curve, where it has come to
        const curve = target.closest(curves);
        if (curve && event.buttons === 1) {
          event.stopImmediatePropagation();
          const box = curve.getBoundingClientRect();
          if (type === "pointermove" && early.at(-1)?.type === "drag") {
            early.pop();
          }
          early.push({ type: "drag", share: (event.clientX - box.left) / box.width });
        }
        return;
      }
      case "pointercancel": // the finger scrolls
        if (early.at(-1)?.type === "drag") {
          early.pop();
        }
        return;
    }
    const place = type === "click" && !control && target.closest(places);
    if (place) {
      event.preventDefault(); // a summary would open the picture's
      event.stopImmediatePropagation();
      early.push({ type, selector: places, name: nameOf(place) });
    }
    if (!control) {
      return;
    }
    event.stopImmediatePropagation();
    if (type === "submit") {
      event.preventDefault();
    }
    if (type === "click") {
      clicked = control;
      if (control.type !== "button") {
        return; // it comes as what follows from it
      }
    }
    if (restored(event, control)) {
      return;
    }
    const done = { type, selector: controls, name: nameOf(control), value: control.value, checked: control.checked };
    const before = early.at(-1);
    if (type === "input" && before?.type === "input" && before.name === done.name) {
      early.pop(); // digit by digit is one number
    }
    early.push(done);
    if (type === "input" && event.isTrusted && isText(control)) {
      hold(control);
    }
  }

  // The program fills in its fields when it takes over. One that is being typed
  // into keeps what is typed until that is done, when the page is live.
  const held = new Set();
  function hold(control) {
    if (!held.has(control)) {
      const { get } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value");
      Object.defineProperty(control, "value", { configurable: true, get, set() {} });
      held.add(control);
    }
  }

  function redo({ type, selector, name, value, checked, key, share }) {
    if (type === "drag") {
      const curve = document.querySelector(curves), box = curve.getBoundingClientRect();
      for (const kind of ["pointerdown", "pointerup"]) {
        curve.dispatchEvent(new PointerEvent(kind, {
          bubbles: true, cancelable: true, pointerType: "mouse", clientX: box.left + share * box.width, clientY: box.top + box.height / 2,
        }));
      }
      return;
    }
    const control = find(selector, name);
    if (!control) {
      return;
    }
    switch (type) {
      case "click":
        if (control.click) {
          control.click();
        } else { // it is drawn as SVG
          control.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
        }
        break;
      case "keydown":
        control.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        break;
      case "submit":
        control.requestSubmit();
        break;
      default:
        if (control.value !== value) {
          control.value = value;
        }
        control.checked = checked;
        control.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }

  kinds.forEach((kind) => addEventListener(kind, keep, true));
  live.then(() => {
    kinds.forEach((kind) => removeEventListener(kind, keep, true));
    held.forEach((control) => delete control.value);
    document.documentElement.dataset.live = "";
    // What had the focus in the picture has it again, and the program, which has
    // listened to nothing so far, hears of it.
    if (focused && document.activeElement === document.body) {
      find(stops, focused)?.focus({ preventScroll: true });
    }
    document.activeElement?.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
    early.forEach(redo);
  });
}
