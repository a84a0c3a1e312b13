// One browser and one server for a file of stories.

import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { openBrowser, pictureAll } from "./browser.ts";
import { Server } from "./server.ts";

/** Both are there from the first story of the file to its last. */
export function stage(settings: Record<string, string> = {}) {
  const on = {} as { browser: Browser; server: Server };
  beforeAll(async () => {
    [on.browser, on.server] = await Promise.all([openBrowser(), new Server(settings).start()]);
  });
  // What people saw when a story failed says more than its last line.
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await pictureAll(on.browser, `failed-${task.name}`);
  });
  afterAll(async () => {
    await on.browser?.close();
    await on.server?.remove();
  });
  return on;
}
