// Keeps this program on the device, so that a visitor's pass opens at a gate without a network. Registered by the
// page of a pass only (`boot.keep` in src/loader.js), and gone with it. What the pass says is not here but in
// localStorage, and no answer of the backend is ever kept.
//
//   pages, config.json      from the network; from here only when there is none, or when it takes too long
//   files with a hash       from here, where they are: their content never changes
//   anything else           not our business
'use strict';

const CACHE = 'pass';
const HASHED = /-[0-9a-f]{8,16}(_bg)?(\.[a-z]+)*\.(wasm|js|css)$/;
const FILE = /\.(js|wasm|css)$/;
// A line at a factory gate may hang without being down.
const PATIENCE = 6000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('message', event => event.waitUntil(keep(event.data).catch(() => {})));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  const scope = self.registration.scope;
  if (request.method !== 'GET' || !url.href.startsWith(scope)) return;
  if (request.mode === 'navigate') event.respondWith(freshOrKept(request, scope));
  else if (url.href === scope + 'config.json') event.respondWith(freshOrKept(request, url.href));
  else if (HASHED.test(url.pathname)) event.respondWith(caches.match(request).then(kept => kept || fetch(request)));
  else if (FILE.test(url.pathname)) event.respondWith(freshOrKept(request, url.href));
});

// Keeps what a running page was made of, if the page as it is served now is made of the same: `mark` names one of its
// files. Otherwise a newer version is out, and is kept when it has been opened.
async function keep({ mark, files }) {
  const scope = self.registration.scope;
  const page = await fetch(scope, { cache: 'no-cache' });
  if (!page.ok || !(await page.clone().text()).includes(mark)) return;
  const cache = await caches.open(CACHE);
  const wanted = files.concat(scope + 'config.json');
  for (const kept of await cache.keys()) {
    if (!wanted.includes(kept.url) && kept.url !== scope) await cache.delete(kept);
  }
  await Promise.all(wanted.map(async file => {
    if (HASHED.test(file) && await cache.match(file)) return;
    await cache.add(file);
  }));
  await cache.put(scope, page);
}

async function freshOrKept(request, name) {
  const kept = await caches.match(name);
  const fresh = fetch(request);
  if (!kept) return fresh;
  const late = new Promise(resolve => setTimeout(() => resolve(kept.clone()), PATIENCE));
  return Promise.race([fresh, late]).catch(() => kept);
}
