// Keeps the pages that were read, and the sound that was asked to be kept, for when there is no network.
"use strict";

const ROOT = new URL("./", self.location).href;
const ASSETS = `speakerine-assets ${ROOT} `;
const VERSION = `${ASSETS}{{ version }}`;
const PAGES = `speakerine-pages ${ROOT}`;
const SOUND = "speakerine-sound"; // a page puts an MP3 there when the listener asks for it
const SHELL = {{ shell|tojson }}.map((path) => ROOT + path);
const READ = /\.(html|json|vtt|srt)$/;

const ABSENT = `<!DOCTYPE html><html lang="fr"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Hors ligne</title>
<h1>Hors ligne</h1><p>Cette page n’a pas encore été ouverte sur cet appareil.</p>
<p><a href="${ROOT}index.html">Les épisodes</a></p>`;

self.addEventListener("install", (event) => {
  const fresh = SHELL.map((url) => new Request(url, { cache: "no-cache" }));
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(fresh)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.replace(/[?#].*/s, "");
  if (request.method !== "GET" || !address.startsWith(ROOT)) return;
  if (SHELL.includes(address)) event.respondWith(keptFirst(request, address));
  else if (address.endsWith(".mp3")) event.respondWith(keptSound(request, address));
  else if (address.endsWith("/")) event.respondWith(newestFirst(event, `${address}index.html`));
  else if (READ.test(address)) event.respondWith(newestFirst(event, address));
});

async function forgetOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(ASSETS) && name !== VERSION);
  return Promise.all(older.map((name) => caches.delete(name)));
}

async function keptFirst(request, address) {
  const kept = await (await caches.open(VERSION)).match(address);
  return kept ?? fetch(request);
}

async function newestFirst(event, address) {
  const { request } = event;
  const pages = await caches.open(PAGES);
  try {
    const answer = await fetch(request);
    if (answer.status === 200 && !answer.redirected) event.waitUntil(pages.put(address, answer.clone()));
    return answer;
  } catch (error) {
    const kept = await pages.match(address);
    if (kept) return kept;
    if (request.mode !== "navigate") throw error;
    return new Response(ABSENT, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
}

async function keptSound(request, address) {
  const kept = await (await caches.open(SOUND)).match(address);
  return kept ? part(await kept.blob(), request.headers.get("range")) : fetch(request);
}

// One range of bytes, as players ask for it. Source: RFC 9110, §14.
function part(sound, range) {
  const headers = { "Content-Type": "audio/mpeg", "Accept-Ranges": "bytes" };
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  if (!first && !last) return new Response(sound, { headers });
  const start = first ? Number(first) : Math.max(0, sound.size - Number(last));
  const end = first && last ? Math.min(Number(last), sound.size - 1) : sound.size - 1;
  if (start > end) {
    return new Response(null, { status: 416, headers: { ...headers, "Content-Range": `bytes */${sound.size}` } });
  }
  headers["Content-Range"] = `bytes ${start}-${end}/${sound.size}`;
  return new Response(sound.slice(start, end + 1), { status: 206, headers });
}
