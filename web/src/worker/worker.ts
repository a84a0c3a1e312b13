// Keeps what the app is made of, so that it starts at once and without a connection. It knows nobody: what the server
// answers to a member, messages and media never pass through here.

/// <reference lib="webworker" />
import pages from "../../pages.json";
import { isFile, isPage, type Words, wordsLike } from "./paths.ts";

declare const self: ServiceWorkerGlobalScope;

/** Put in by the build: what to keep, words by language, the page's own script, and a word that differs for each build. */
declare const HEARTH_FILES: readonly string[];
declare const HEARTH_WORDS: Words;
declare const HEARTH_ENTRY: string;
declare const HEARTH_BUILD: string;

const NAME = "hearth ";
const CACHE = `${NAME}${HEARTH_BUILD}`;
const PAGE = "/";

/** This build and the one before, which a page that is still open may need parts of. */
const BUILDS = 2;

/** How long the server has to send its page before the one that is here is shown. */
const PATIENCE_MS = 1_000;

/** How long a page has to answer that it leads where the member wants to be. */
const ANSWER_MS = 3_000;

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode !== "navigate") {
    if (isFile(pathname)) event.respondWith(file(request));
  } else if (isPage(pages, pathname)) event.respondWith(page(request));
});

/** A page tells what it was made of before there was a worker: the culture's words, letters. */
self.addEventListener("message", (event) => {
  const files: unknown = event.data;
  if (Array.isArray(files)) event.waitUntil(keep(files.filter((path) => isFile(path))));
});

/** Somebody pressed what the page had the system show: back to the page, at the place that it is about. */
self.addEventListener("notificationclick", (event) => {
  const { notification } = event;
  notification.close();
  event.waitUntil(lead(String(notification.data)));
});

/** Of several pages one alone has the member's session; the others stay as they are and do not answer. */
async function lead(path: string): Promise<void> {
  const pages = await self.clients.matchAll({ type: "window" });
  const answers = pages.map((page) => {
    const { port1, port2 } = new MessageChannel();
    page.postMessage({ open: path }, [port2]);
    return new Promise<WindowClient>((resolve, reject) => {
      port1.onmessage = () => resolve(page);
      setTimeout(reject, ANSWER_MS);
    });
  });
  const page = await Promise.any(answers).catch(() => undefined);
  await (page ? page.focus() : self.clients.openWindow(path));
}

/** With the words in which the app was read until now: a page without words is empty. */
async function install(): Promise<void> {
  const known: string[] = [];
  for (const name of (await caches.keys()).filter((name) => name.startsWith(NAME)))
    for (const { url } of await (await caches.open(name)).keys()) known.push(new URL(url).pathname);
  await keep([PAGE, ...HEARTH_FILES, ...wordsLike(HEARTH_WORDS, known)]);
  await self.skipWaiting();
}

/** What an earlier build had is not fetched again; the name of an asset says what is in it. */
async function keep(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const each = paths.map(async (path) => {
    const known = path.startsWith("/assets/") ? await caches.match(path) : undefined;
    await (known ? cache.put(path, known) : cache.add(path));
  });
  await Promise.all(each);
}

async function takeOver(): Promise<void> {
  const builds = (await caches.keys()).filter((name) => name.startsWith(NAME));
  await Promise.all(builds.slice(0, -BUILDS).map((name) => caches.delete(name)));
  await self.clients.claim();
  // Whoever is of another build asks to be loaded anew.
  for (const client of await self.clients.matchAll()) client.postMessage(HEARTH_ENTRY);
}

/** A file's name never means anything else, so what is here is right. */
async function file(request: Request): Promise<Response> {
  const known = (await caches.match(request, { cacheName: CACHE })) ?? (await caches.match(request));
  if (known) return known;
  const answer = await fetch(request);
  // After signing out nothing is kept any more.
  if (answer.ok && (await caches.has(CACHE))) await (await caches.open(CACHE)).put(request, answer.clone());
  return answer;
}

/** The server's page, which is never older than the server; the one that is here if that takes too long or fails. */
async function page(request: Request): Promise<Response> {
  const asked = fetch(request);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const answer = await Promise.race([asked.catch(() => undefined), late]);
  if (answer?.ok) return answer;
  return (await caches.match(PAGE, { cacheName: CACHE })) ?? asked;
}
