// One browser and one server for a file of stories.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openBrowser } from "./browser.ts";
import { Server } from "./server.ts";

/** Both are there from the first story of the file to its last. */
export function stage(settings: Record<string, string> = {}) {
  const on = {} as { browser: Browser; server: Server };
  beforeAll(async () => {
    [on.browser, on.server] = await Promise.all([openBrowser(), new Server(settings).start()]);
  });
  afterAll(async () => {
    await on.browser.close();
    await on.server.remove();
  });
  return on;
}
