// The loader fetches the program, shows how far it has come, and starts it.
// It stands in for go-app's own app.js, whose functions (the goapp… below) the
// program calls or sets by name. The build puts Go's wasm_exec.js, standins.js and
// early.js before it.

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

// playgroundPython brings the module with the editor and CPython, which only comes when
// somebody asks for it; see app/python.
var playgroundPython = ((python) => () => import(new URL(python, document.baseURI)))(document.currentScript.dataset.python);

var playgroundAsk = (...question) => playgroundPython().then((module) => module.confirm(...question), (err) => {
  console.warn(err);
  document.getElementById("python-answer").textContent = "Python could not be fetched. Is there a network?";
});

for (const kind of ["click", "focusin"]) {
  addEventListener(kind, ({ target }) => {
    if (target.closest?.("#editor")) {
      editSource(kind, target);
    }
  });
}

const editSource = (kind, target) => playgroundPython().then((module) => module.edit(kind, target), (err) => {
  console.warn(err);
  document.getElementById("python-state").textContent = "The editor could not be fetched. Is there a network?";
});

// A link brings a source, and a draft waits for whoever comes back.
live.then(() => {
  if (document.getElementById("editor") && (location.hash.startsWith("#py=") || localStorage.getItem("function-draft"))) {
    editSource("open");
  }
});

(async ({ src: script, dataset: { wasm, size } }) => {
  const loader = document.getElementById("loader");
  document.getElementById("late").remove(); // it says that this script has not come
  const label = document.getElementById("loader-label");
  const bar = document.getElementById("loader-bar");

  function fail(sentence) {
    loader.hidden = false;
    loader.dataset.failed = "";
    loader.setAttribute("role", "alert");
    bar.remove();
    label.textContent = sentence;
  }

  // What ends the program, ends it for good: the page is a picture again, and
  // says so once.
  const stopped = () => {
    if (!loader.isConnected) {
      document.body.append(loader);
      fail("The playground stopped by a mistake of its own. Reload the page to start it again.");
    }
  };

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

  // A new version is announced when it has been fetched whole and waits. Where
  // there was none before, it is no new one; and for a moment the version that
  // becomes active is told as waiting still.
  async function keepForOffline() {
    if (!navigator.serviceWorker) {
      return;
    }
    const worker = new URL("../worker.js", script); // at the top of the site, whichever page this is
    const registration = await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
    const announce = () => {
      const { active, waiting } = registration;
      if (active && waiting && active !== waiting) {
        goappOnUpdate();
      }
    };
    registration.addEventListener("updatefound", () => {
      registration.installing.addEventListener("statechange", announce);
    });
    announce();
    navigator.serviceWorker.ready.then(({ active, scope }) => {
      active.postMessage({ keep: new URL(wasm, document.baseURI).href.slice(scope.length) });
    });
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
    // An exception of the browser that goes through the program ends it too, and
    // Go does not notice: its run never ends.
    const resume = go._resume;
    go._resume = () => {
      try {
        resume.call(go);
      } catch (err) {
        stopped();
        throw err;
      }
    };
    const ended = go.run(instance);
    loader.remove();
    ended.catch((err) => console.error(err)).then(stopped);
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
