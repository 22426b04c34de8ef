// Keeps the shell of the app on the device: the page, config.json, and the files of the program that people have used. So the
// app opens at once, and a pass opens at a gate without a network. No answer of the backend is ever kept.
//
//   one of the app's pages      as kept, at once; a few seconds later the server is asked whether there is a newer version
//   the same, reloaded          the newest version, if it comes in time
//   config.json                 as kept: it belongs to the version of the page
//   files with a hash           as kept, where they are: their content never changes
//   anything else               not our business
//
// A newer version is kept as a whole or not at all: its files first, its page last. It is used at the next start.
// `"serviceWorker": false` in config.json has all of this removed.
'use strict';

const CACHE = 'shell';
const SCOPE = self.registration.scope;
const SETTINGS = SCOPE + 'config.json';
// As src/route.rs has them.
const OWN_PAGE = /^(index\.html)?$|^(visits|booked|i|m|companions|host)(\/|$)/;
const HASHED = /\/((?:visitor|host)-[0-9a-f]{16})\.[^/]+$/;
const HASHES = /(?:visitor|host)-[0-9a-f]{16}/g;
// Milliseconds. A line at a factory gate may hang without being down.
const PATIENCE = 6000;
const FIRST_SCREEN = 3000;

self.addEventListener('install', event => {
  self.skipWaiting();
  event.waitUntil(refresh());
});
self.addEventListener('activate', event => event.waitUntil(takeOver()));
self.addEventListener('message', event => event.waitUntil(keep(event.data.files).catch(ignore)));

self.addEventListener('fetch', event => {
  const { request } = event;
  const [address] = request.url.split('?');
  if (request.method !== 'GET' || !address.startsWith(SCOPE)) return;
  if (request.mode === 'navigate' && OWN_PAGE.test(address.slice(SCOPE.length))) event.respondWith(open(event));
  else if (address === SETTINGS || HASHED.test(address)) event.respondWith(keptOrFetched(request, address));
});

async function takeOver() {
  const others = (await caches.keys()).filter(name => name !== CACHE);
  await Promise.all(others.map(name => caches.delete(name)));
  await self.clients.claim();
}

async function open(event) {
  const isReload = event.request.isReloadNavigation || event.request.cache === 'no-cache';
  if (isReload) await Promise.race([refresh().catch(ignore), after(PATIENCE)]);
  else event.waitUntil(after(FIRST_SCREEN).then(refresh).catch(ignore));
  return keptOrFetched(event.request, SCOPE);
}

async function keptOrFetched(request, name) {
  return await caches.match(name) || fetch(request);
}

// Keeps what a running page was made of, if it is of the version that is kept.
async function keep(files) {
  const cache = await caches.open(CACHE);
  if (!await cache.match(SCOPE)) await refresh();
  const hashes = await hashesOf(await cache.match(SCOPE));
  await add(cache, files.filter(file => hashes.has(hashOf(file))));
}

// Keeps the version that the server has now, with as many of its files as are kept of the present one.
async function refresh() {
  const [page, settings] = await Promise.all([SCOPE, SETTINGS].map(url => fetched(url, 'no-cache')));
  const { serviceWorker } = await settings.clone().json();
  if (serviceWorker === false) return leave();
  const hashes = await hashesOf(page);
  if (!hashes.size) throw new Error('not this app');
  const cache = await caches.open(CACHE);
  const before = await cache.match(SCOPE);
  const isNew = before && await before.clone().text() !== await page.clone().text();
  if (isNew) await change(cache, await hashesOf(before), hashes);
  await cache.put(SETTINGS, settings);
  await cache.put(SCOPE, page);
  if (isNew) (await self.clients.matchAll()).forEach(client => client.postMessage('updated'));
}

// Adds the files of the next version. Those of the present one stay as long as it does: its pages may still be open.
async function change(cache, present, next) {
  const files = (await cache.keys()).map(request => request.url).filter(url => HASHED.test(url));
  const renamed = name => [...next].find(hash => hash.split('-')[0] === name.split('-')[0]);
  await add(cache, files.filter(url => present.has(hashOf(url))).map(url => url.replace(HASHES, renamed)));
  const over = files.filter(url => !present.has(hashOf(url)) && !next.has(hashOf(url)));
  await Promise.all(over.map(url => cache.delete(url)));
}

async function add(cache, files) {
  await Promise.all(files.map(async file => await cache.match(file) || cache.put(file, await fetched(file))));
}

// A page in place of a file says that there is no such file.
async function fetched(url, cache) {
  const response = await fetch(url, { cache, redirect: 'error' });
  const isPage = /html/.test(response.headers.get('Content-Type'));
  if (!response.ok || isPage !== (url === SCOPE)) throw new Error(`${url}: ${response.status}`);
  return response;
}

async function leave() {
  await caches.delete(CACHE);
  await self.registration.unregister();
}

// The programs that a page names, each with the hash of its version.
async function hashesOf(page) {
  return new Set(page && (await page.clone().text()).match(HASHES));
}

function hashOf(file) {
  return (HASHED.exec(file) || [])[1];
}

function after(milliseconds) {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

function ignore() {}
