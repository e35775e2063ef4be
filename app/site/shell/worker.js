// The service worker: it keeps one version of the site, whole, and answers from
// it, so that the playground opens without network. The build writes version
// and files above this line.
"use strict";

const prefix = "playground " + registration.scope + " ";
const name = prefix + version;

// The page keeps Python in a cache of its own, since it is large and changes
// seldom: a new version of the site leaves it there.
const python = "playground-python";

// Files in assets/ have their content in their name: whatever the browser has
// of them is right. All others are asked for anew.
addEventListener("install", (event) => {
  event.waitUntil(opened()
    .then((pages) => files.concat(programs.filter((program) => pages.has(pageOf(program)))))
    .then((list) => caches.open(name).then((cache) => cache.addAll(
      list.map((file) => new Request(file, { cache: file.startsWith("assets/") ? "default" : "no-cache" }))))));
});

// Each page has a program of its own, which is kept once that page has been opened:
// nobody is to download what another page needs. A new version brings those that the
// version before has kept.
const pageOf = (program) => program.match(/assets\/(\w+)\.[^/]*\.wasm$/)?.[1];

async function opened() {
  const names = await caches.keys();
  const kept = await Promise.all(names.filter((other) => other.startsWith(prefix)).map(async (other) =>
    (await (await caches.open(other)).keys()).map((request) => pageOf(request.url))));
  return new Set(kept.flat().filter(Boolean));
}

// A new version waits until no page uses the old one, or somebody asks for it.
addEventListener("message", (event) => {
  if (event.data === "take over") {
    skipWaiting();
  } else if (programs.includes(event.data?.keep)) { // of the page that has brought this worker
    event.waitUntil(caches.open(name).then((cache) => cache.add(event.data.keep)));
  }
});

addEventListener("activate", (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(
      names.filter((other) => other.startsWith(prefix) && other !== name).map((other) => caches.delete(other))))
    .then(() => clients.claim())); // so that the first visit, too, hears of updates
});

// Links may carry a query that means nothing to the site, and a fragment, which
// never gets here. What is not kept is the network's to answer.
addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || !event.request.url.startsWith(registration.scope)) {
    return;
  }
  event.respondWith(caches.open(name)
    .then((cache) => cache.match(page(event.request.url), { ignoreSearch: true }))
    .then((kept) => kept || caches.match(event.request, { cacheName: python }))
    .then((kept) => kept || fetch(event.request).then(keep)));
});

async function keep(response) {
  if (response.ok && pageOf(response.url)) {
    const copy = response.clone();
    caches.open(name).then((cache) => cache.put(copy.url, copy));
  }
  return response;
}

// Page gives the long name of the first page its short one, which is kept.
function page(url) {
  const address = new URL(url);
  address.pathname = address.pathname.replace(/\/index\.html$/, "/");
  return address.href;
}
