/// <reference lib="webworker" />
export {};
declare const self: ServiceWorkerGlobalScope;

/** Every file of the page with the SHA-256 of its content, written by the build. */
declare const FILES: readonly (readonly [path: string, integrity: string])[];
/** Changes whenever one of the files changes. */
declare const VERSION: string;

const PREFIX = 'visitenkarte-tablet-';
const CACHE = PREFIX + VERSION;
const SHELL = new URL('./', self.location.href).href;
const INTEGRITY = new Map(FILES.map(([path, integrity]) => [new URL(path, SHELL).href, integrity]));

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) =>
      // With its integrity, so that neither a captive portal's page nor half of another version is ever kept.
      cache.addAll([...INTEGRITY].map(([url, integrity]) => new Request(url, { integrity, cache: 'reload' }))),
    ),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith(PREFIX) && name !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') {
    void self.skipWaiting();
  }
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  url.hash = '';
  url.search = '';
  const path = event.request.mode === 'navigate' && url.href === `${SHELL}index.html` ? SHELL : url.href;
  // Anything else, above all /v1/, goes its usual way as if this worker did not exist.
  if (event.request.method === 'GET' && INTEGRITY.has(path)) {
    event.respondWith(
      caches
        .open(CACHE)
        .then((cache) => cache.match(path))
        .then((kept) => kept ?? fetch(event.request)),
    );
  }
});
