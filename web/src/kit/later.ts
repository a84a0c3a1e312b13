// Parts of the app that are fetched when they are first shown.

import { lazy } from "react";

/** Between two attempts, and how many there are before the screen is broken. */
const AGAIN_MS = 3_000;
const ATTEMPTS = 10;

/** React's own would break the whole screen at the first attempt that fails; a connection comes back. */
export const later: typeof lazy = (load) => lazy(() => fetched(load));

async function fetched<T>(load: () => Promise<T>): Promise<T> {
  let work = load;
  for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
    try {
      return await work();
    } catch {
      await (navigator.onLine ? new Promise((resolve) => setTimeout(resolve, AGAIN_MS)) : connected());
      work = () => styled().then(load);
    }
  }
  return work();
}

function connected(): Promise<unknown> {
  return new Promise((resolve) => addEventListener("online", resolve, { once: true }));
}

/** Styles that did not come are not asked for again by who asked for them. */
async function styled(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
  await Promise.all(links.filter(isAbsent).map(again));
}

/** What did not come is there as a sheet that cannot be read. */
function isAbsent({ sheet }: HTMLLinkElement): boolean {
  try {
    return !sheet?.cssRules;
  } catch {
    return true;
  }
}

function again(link: HTMLLinkElement): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const other = link.cloneNode() as HTMLLinkElement;
    other.onload = resolve;
    other.onerror = reject;
    link.replaceWith(other);
  });
}
