// The page's side of the worker: it is started, told what is in use, asked for news, and taken away.

import { Signal } from "../matrix/signal.ts";

/** Between two questions whether the server has another build. */
const ASK_MS = 15 * 60_000;

/** Another build than this page's is on the server. */
export const isOld = new Signal(false);

let isBegun = false;

const isPossible = () => import.meta.env.PROD && "serviceWorker" in navigator;

/** Hears of other builds, from the first moment on. */
export function listen(): void {
  if (!isPossible()) return;
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (typeof data === "string") isOld.set(data !== ownEntry());
  });
  addEventListener("vite:preloadError", () => void look());
}

/** A part of this page did not come: the server has it no more, or cannot be reached. */
async function look(): Promise<void> {
  try {
    const answer = await fetch("/", { cache: "no-store" });
    if (answer.ok && !(await answer.text()).includes(ownEntry())) isOld.set(true);
  } catch {
    // It is asked for again when it is wanted again.
  }
}

/** Keeps the app on this device from now on. */
export async function keepHere(): Promise<void> {
  if (isBegun || !isPossible()) return;
  isBegun = true;
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register("/worker.js");
  const { active } = await serviceWorker.ready;
  const used = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
  active?.postMessage([...new Set(used)]);
  let askedAt = Date.now();
  const ask = () => {
    if (document.visibilityState !== "visible" || Date.now() - askedAt < ASK_MS) return;
    askedAt = Date.now();
    void registration.update().catch(() => undefined);
  };
  document.addEventListener("visibilitychange", ask);
  setInterval(ask, ASK_MS);
}

/** Takes away all that was kept. */
export async function keepNothing(): Promise<void> {
  isBegun = false;
  if (!isPossible()) return;
  const registrations = await navigator.serviceWorker.getRegistrations();
  for (const registration of registrations)
    for (const notification of await registration.getNotifications()) notification.close();
  await Promise.all(registrations.map((registration) => registration.unregister()));
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

function ownEntry(): string {
  const script = document.querySelector<HTMLScriptElement>("script[type=module][src]");
  return script ? new URL(script.src).pathname : "";
}
