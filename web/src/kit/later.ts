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

/** Told by the browser, or after a while: some are wrong about it. */
function connected(): Promise<unknown> {
  return new Promise((resolve) => {
    addEventListener("online", resolve, { once: true });
    setTimeout(resolve, 10 * AGAIN_MS);
  });
}

/** Styles that did not come; nobody asks for them again. */
const absent = new Set<HTMLLinkElement>();

document.addEventListener(
  "error",
  ({ target }) => target instanceof HTMLLinkElement && target.rel === "stylesheet" && absent.add(target),
  // Such an event goes no way but down.
  true,
);

let pass: Promise<unknown> | undefined;

/** Once for all parts that wait. */
function styled(): Promise<unknown> {
  pass ??= Promise.all([...absent].map(again)).finally(() => {
    pass = undefined;
  });
  return pass;
}

function again(link: HTMLLinkElement): Promise<unknown> {
  absent.delete(link);
  return new Promise((resolve, reject) => {
    const other = link.cloneNode() as HTMLLinkElement;
    other.onload = resolve;
    other.onerror = reject;
    link.replaceWith(other);
  });
}
