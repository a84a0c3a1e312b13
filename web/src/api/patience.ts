// Waiting for what may never be answered.

/** How long the server has to hear of it that somebody signs out. */
const FAREWELL_MS = 5_000;

/** Waits for it, but not for long, whatever comes of it. */
export function patiently(farewell: Promise<unknown>): Promise<unknown> {
  const patience = new Promise((resolve) => setTimeout(resolve, FAREWELL_MS));
  return Promise.race([farewell.catch(() => undefined), patience]);
}
