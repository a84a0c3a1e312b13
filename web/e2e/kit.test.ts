// The kit's stories in a browser: each part in its states, at the length of three languages and in both directions.

import type { Browser } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, test } from "vitest";
import { DESKTOP, openBrowser, PHONE, Visitor } from "./browser.ts";

let browser: Browser;
let pages: ViteDevServer;

beforeAll(async () => {
  [browser, pages] = await Promise.all([
    openBrowser(),
    createServer({ server: { port: 0, host: "127.0.0.1" } }),
  ]);
  await pages.listen();
});

afterAll(async () => {
  await browser.close();
  await pages.close();
});

test("every story fits and axe finds nothing", async () => {
  const url = pages.resolvedUrls?.local[0] ?? "";
  for (const [language, size, scheme] of [
    ["en", DESKTOP, "light"],
    ["de", PHONE, "light"],
    ["zh", PHONE, "dark"],
    ["ar", PHONE, "dark"],
  ] as const) {
    const visitor = await Visitor.open(browser, url, { size, scheme });
    await visitor.page.goto(`${url}stories.html#${language}`);
    await visitor.page.getByRole("heading", { level: 1 }).waitFor();
    await visitor.page.screenshot({ path: `screenshots/kit-${language}.png`, fullPage: true });
    await visitor.expectAccessible();
    await visitor.expectFitting();
    await visitor.close();
  }
});
