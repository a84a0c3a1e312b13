// The browser, and a server for a file of stories.

import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { pictureAll } from "./browser.ts";
import { openBrowser } from "./chromium.ts";
import { Server } from "./server.ts";

export interface Stage {
  browser: Browser;
  server: Server;
}

type Settings = Record<string, string>;

/** Both are there from the first story of the file to its last. */
export function stage(settings: Settings | (() => Promise<Settings>) = {}): Stage {
  const on = {} as Stage;
  beforeAll(async () => {
    const server = new Server(typeof settings === "function" ? await settings() : settings);
    [on.browser, on.server] = await Promise.all([openBrowser(), server.start()]);
  });
  afterEach(async ({ task }) => {
    // What people saw when a story failed says more than its last line.
    if (task.result?.state === "fail") await pictureAll(on.browser, `failed-${task.name}`);
    await Promise.all(on.browser.contexts().map((context) => context.close()));
  });
  afterAll(() => on.server?.remove());
  return on;
}
