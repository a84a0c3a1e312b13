// The kit's stories in a browser: each part in its states, at the length of three languages and in both directions.

import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, test } from "vitest";
import { DESKTOP, type Look, PHONE, Visitor } from "./browser.ts";
import { openBrowser } from "./chromium.ts";

let pages: ViteDevServer;

beforeAll(async () => {
  pages = await createServer({ server: { port: 0, host: "127.0.0.1" } });
  await pages.listen();
});

afterAll(() => pages.close());

test("every story fits and axe finds nothing", async () => {
  await look({ size: DESKTOP }, [["en", "light"]]);
  await look({ size: PHONE }, [
    ["de", "light"],
    ["zh", "dark"],
    ["ar", "dark"],
  ]);
});

async function look(as: Look, shown: readonly (readonly [string, "light" | "dark"])[]): Promise<void> {
  const url = pages.resolvedUrls?.local[0] ?? "";
  const visitor = await Visitor.open(await openBrowser(), url, as);
  for (const [language, colorScheme] of shown) {
    await visitor.page.emulateMedia({ colorScheme });
    await visitor.page.goto(`${url}stories.html?${language}#${language}`);
    await visitor.page.getByRole("heading", { level: 1 }).waitFor();
    await visitor.page.screenshot({ path: `screenshots/kit-${language}.png`, fullPage: true });
    await visitor.expectAccessible();
    await visitor.expectFitting();
  }
  await visitor.close();
}
