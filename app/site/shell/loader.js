// The loader fetches the program, shows how far it has come, and starts it.
// It stands in for go-app's own app.js, whose functions (the goapp… below) the
// program calls or sets by name. The build puts Go's wasm_exec.js before it.

// The only setting that go-app needs: the path that the site is served under.
var goappGetenv = (name) =>
  name === "GOAPP_ROOT_PREFIX" ? decodeURI(new URL(".", document.baseURI).pathname).replace(/\/$/, "") : "";

// What ctx.IsAppInstallable() and its neighbours call.
var goappOnUpdate = () => {};
var goappOnAppInstallChange = () => {};
var goappIsAppInstalled = () =>
  matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
var goappIsAppInstallable = () => !goappIsAppInstalled() && playgroundInstall !== null;
var goappShowInstallPrompt = async () => {
  const offer = playgroundInstall;
  playgroundInstall = null; // an offer can be used once
  await offer.prompt();
  goappOnAppInstallChange();
};

// A percent sign in a link that stands for nothing (#f=%zz) is one of the text.
// go-app ends on an address that Go cannot parse.
const mendAddress = () => {
  const stray = /%(?![0-9a-f]{2})/gi;
  if (stray.test(location.hash)) {
    history.replaceState(null, "", location.hash.replace(stray, "%25"));
  }
};
mendAddress();
addEventListener("popstate", mendAddress);

// The browser's offer to install the page, while there is one.
var playgroundInstall = null;

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  playgroundInstall = event;
  goappOnAppInstallChange();
});

addEventListener("appinstalled", () => {
  playgroundInstall = null;
  goappOnAppInstallChange();
});

// playgroundUpdate changes to the version that has announced itself, and is
// only called because somebody asked for it. It reloads this page; a plain
// reload would show the old version again, as the new one waits until no page
// uses the old.
var playgroundUpdate = async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration || !registration.waiting) {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  registration.waiting.postMessage("take over");
};

// The program calls playgroundLive when the page does what its controls say.
var playgroundLive;
const live = new Promise((done) => { playgroundLive = done; });

// What is done to the page before that, most of it to the picture of it in the
// HTML, is kept, and done when it is live.
{
  const kinds = ["click", "input", "change", "submit"];
  const controls = "#page :is(button, input, select, form)";
  const early = [];

  // The same control has the same name in the picture and in the live page.
  const nameOf = (control) => JSON.stringify([
    control.tagName, control.id, control.getAttribute("aria-label"),
    control.type === "radio" ? control.value : "",
    control.tagName === "BUTTON" ? control.textContent : "",
  ]);

  function keep(event) {
    const control = event.target.closest(controls);
    if (!control) {
      return;
    }
    event.stopImmediatePropagation();
    if (event.type === "submit") {
      event.preventDefault();
    }
    // A click on anything but a plain button comes as what follows from it.
    if (event.type !== "click" || control.type === "button") {
      early.push({ kind: event.type, name: nameOf(control), value: control.value, checked: control.checked });
    }
  }

  function redo({ kind, name, value, checked }) {
    const control = [...document.querySelectorAll(controls)].find((c) => nameOf(c) === name);
    if (kind === "click") {
      control?.click();
    } else if (kind === "submit") {
      control?.requestSubmit();
    } else if (control) {
      Object.assign(control, { value, checked });
      control.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  }

  kinds.forEach((kind) => addEventListener(kind, keep, true));
  live.then(() => {
    kinds.forEach((kind) => removeEventListener(kind, keep, true));
    document.documentElement.dataset.live = "";
    early.forEach(redo);
  });
}

(async ({ src: script, dataset: { wasm, size } }) => {
  const loader = document.getElementById("loader");
  const label = document.getElementById("loader-label");
  const bar = document.getElementById("loader-bar");

  function fail(sentence) {
    loader.hidden = false;
    loader.dataset.failed = "";
    loader.setAttribute("role", "alert");
    bar.remove();
    label.textContent = sentence;
  }

  // The program's size is known from the build, since no header tells it once
  // the server compresses: the bytes counted here are those after unpacking.
  function counted(response) {
    let loaded = 0;
    return new Response(response.body.pipeThrough(new TransformStream({
      transform(chunk, stream) {
        loaded += chunk.byteLength;
        const percent = Math.min(100, Math.floor((100 * loaded) / size));
        bar.value = percent;
        label.textContent = `Loading the playground: ${percent}%`;
        stream.enqueue(chunk);
      },
    })), { headers: { "Content-Type": "application/wasm" } });
  }

  // The page as it is in the HTML is painted first; the program must not hold
  // that up. A page that nobody sees is not painted.
  const painted = () => new Promise((done) => {
    if (document.visibilityState === "hidden") {
      done();
    } else {
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
    }
  });

  async function load() {
    await painted();
    const response = await fetch(wasm);
    if (!response.ok) {
      throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
    }
    // From the worker it comes at once; and only what the browser has fetched
    // itself, untouched, does it keep in compiled form.
    return navigator.serviceWorker?.controller ? response : counted(response);
  }

  // A new version is announced when it has been fetched whole and waits.
  async function keepForOffline() {
    if (!("serviceWorker" in navigator)) {
      return;
    }
    const worker = new URL("../worker.js", script); // at the top of the site, whichever page this is
    const registration = await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
    const announce = () => {
      if (registration.waiting && navigator.serviceWorker.controller) {
        goappOnUpdate();
      }
    };
    registration.addEventListener("updatefound", () => {
      registration.installing.addEventListener("statechange", announce);
    });
    announce();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") {
        registration.update().catch(() => {}); // no network: ask another time
      }
    });
  }

  if (typeof WebAssembly !== "object" || !WebAssembly.instantiateStreaming) {
    fail("This is a picture of the playground. To play with it, use a browser that runs WebAssembly: the page is a Go program.");
    return;
  }
  try {
    loader.hidden = false;
    const go = new Go();
    const { instance } = await WebAssembly.instantiateStreaming(load(), go.importObject);
    await new Promise((done) => setTimeout(done)); // a task for compiling it, another for starting it
    const ended = go.run(instance);
    loader.remove();
    ended.then(() => {
      document.body.append(loader);
      fail("The playground stopped by a mistake of its own. Reload the page to start it again.");
    });
  } catch (err) {
    console.error(err);
    fail(`The playground could not be loaded (${err.message}). Reload the page to try again.`);
    return;
  }
  // What the browser or the worker had to say before, nobody has heard. And the
  // worker finds the program in the browser's cache now, and need not fetch it a
  // second time.
  await live;
  goappOnAppInstallChange();
  keepForOffline().catch((err) => console.warn("not kept for offline use:", err));
})(document.currentScript);
