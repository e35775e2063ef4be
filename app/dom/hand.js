// The half of package dom that touches the page. Go sends it the operations of a
// whole drawing in one text: a call from Go into JavaScript takes longer than most
// operations do.
{
  // What can be done to an element, in the order of the constants in op.go.
  const [SET_ATTR, REMOVE_ATTR, FILL, REMOVE, MOVE, INSERT, SET_TEXT, CHANGE] = [0, 1, 2, 3, 4, 5, 6, 7];

  let arriving = []; // elements that were put in and may fade in

  // A Hand changes what is inside one element. It hears in which elements somebody
  // else has put in, taken out or moved children: the translation of a browser, an
  // extension.
  class Hand {
    #root;
    #observer;
    #foreign = new WeakSet(); // whose children somebody else has changed
    #left = [];

    constructor(root) {
      this.#root = root;
      try {
        this.#observer = new MutationObserver((records) => this.#note(records));
        this.#observer.observe(root, { childList: true, subtree: true });
      } catch {
        // A browser without one: then nobody else is heard of.
      }
    }

    stop() { this.#observer?.disconnect(); }

    // What has changed since the last call was our own doing.
    forgive() { this.#observer?.takeRecords(); }

    #note(records) {
      for (const record of records) {
        this.#foreign.add(record.target);
      }
    }

    // Apply carries out operations in the form that wire.go gives them. It leaves
    // the children of an element alone where somebody else has changed them. It
    // returns the ways to those elements, for renew.
    apply(text) {
      this.#note(this.#observer?.takeRecords() ?? []);
      this.#left = [];
      this.#do(this.#root, JSON.parse(text), "");
      this.forgive();
      return this.#left.map(({ way }) => way).join(" ");
    }

    #do(el, ops, way) {
      const kids = el.childNodes;
      for (let i = 0; i < ops.length; i++) {
        const [kind, at, more, css] = ops[i];
        if (kind === SET_ATTR) {
          setAttr(el, at, more, css);
          continue;
        }
        if (kind === REMOVE_ATTR) {
          removeAttr(el, at);
          continue;
        }
        if (kind === FILL) {
          el.textContent = at;
          this.#foreign.delete(el);
          continue;
        }
        if (this.#foreign.has(el)) { // those on attributes come first in a list
          this.#left.push({ el, way: way || "." });
          return;
        }
        switch (kind) {
          case REMOVE: kids[at].remove(); break;
          case MOVE: move(el, kids[at], kids[at < more ? more + 1 : more]); break; // it is itself still there to be counted
          case INSERT: insert(el, kids[at], more, css); break;
          case SET_TEXT: kids[at].nodeValue = more; break;
          case CHANGE: this.#do(kids[at], more, way ? way + "." + i : "" + i); break;
        }
      }
    }

    // Renew replaces the children of an element that apply has left alone, by its
    // number; of the whole where there is no number.
    renew(markup, i) {
      const el = i === undefined ? this.#root : this.#left[i].el;
      rewrite(el, markup);
      this.#foreign.delete(el);
      this.forgive();
    }
  }

  // Where the browser can move a child without taking it out of the page for a
  // moment, even its transition goes on and it keeps the focus.
  const move = (el, kid, before) =>
    el.moveBefore ? el.moveBefore(kid, before ?? null) : el.insertBefore(kid, before ?? null);

  const insert = (el, before, markup, keyed) => {
    const range = document.createRange();
    range.selectNodeContents(el);
    const piece = range.createContextualFragment(markup);
    arriving.push(...keyed.map((i) => piece.childNodes[i]));
    el.insertBefore(piece, before ?? null);
  };

  // The focus goes to the element that takes the place of the one that had it.
  const rewrite = (el, markup) => {
    const active = document.activeElement;
    const like = () => [...el.querySelectorAll(active.localName)];
    const place = active && active !== el && el.contains(active) ? like().indexOf(active) : -1;
    el.innerHTML = markup;
    if (place >= 0) {
      like()[place]?.focus({ preventScroll: true });
    }
  };

  // A transform goes into the style, where it outdoes the attribute: there CSS turns
  // its change into a movement, in every browser. (To set both takes several times
  // as long.) What a control shows follows from its attributes. In HTML they say
  // only what it shows until somebody uses it. What stands there already is not
  // written again: in a field that would move the caret. In one that nobody has typed
  // in yet, the attribute alone would leave it before what is new.
  const setAttr = (el, name, value, css) => {
    if (name === "transform") {
      el.style.transform = css;
      if (css) {
        return;
      }
    }
    if (name === "value" && el === document.activeElement && el.value !== value) {
      el.value = value;
    }
    el.setAttribute(name, value);
    if (name === "value" && typeof el.value === "string" && el.value !== value) {
      el.value = value;
    } else if (name === "checked" || name === "selected") {
      el[name] = true;
    }
  };

  const removeAttr = (el, name) => {
    el.removeAttribute(name);
    if (name === "checked" || name === "selected") {
      el[name] = false;
    } else if (name === "transform") {
      el.style.transform = "";
    }
  };

  // What was put in fades in, where the style sheet says so. All styles are asked
  // for before the first animation begins, so that the browser computes them once.
  const arrive = () => {
    const list = arriving.map((el) => {
      const style = getComputedStyle(el);
      const time = (name) => milliseconds(style.getPropertyValue(name));
      return { el, last: time("--arrive"), after: time("--arrive-delay") };
    });
    arriving = [];
    for (const { el, last, after } of list.filter(({ last }) => last > 0)) {
      el.animate([{ opacity: 0, offset: 0 }], { duration: last, delay: after, easing: "ease-out", fill: "backwards" });
    }
  };

  const milliseconds = (time) => (parseFloat(time) || 0) * (time.endsWith("ms") ? 1 : 1000);

  globalThis.playgroundHand = (root) => new Hand(root);
  globalThis.playgroundArrive = arrive;
}
