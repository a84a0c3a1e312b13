// The app is kept on the device: it starts without a connection, tells of a newer build, and is gone after signing out.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Visitor } from "./browser.ts";
import { enter, retire } from "./people.ts";
import { stage } from "./stage.ts";

const BUILT = process.env["HEARTH_WEB_DIR"] ?? join(import.meta.dirname, "../dist");

/** From opening the app to a conversation that can be read, in a browser that is four times slower. */
const WARM_MS = 1_500;

const folder = mkdtempSync(join(tmpdir(), "hearth-build-"));
const on = stage(async () => {
  cpSync(BUILT, folder, { recursive: true });
  return { HEARTH_WEB_DIR: folder };
});

afterAll(() => rmSync(folder, { recursive: true }));

test("the app starts without a server, and loads itself anew when there is a newer one", async () => {
  const lea = await enter(on, "lea", { isKept: true });
  await retire(lea, "Harbour");
  await lea.say("The tide is out");
  await lea.message("The tide is out").waitFor();
  await lea.page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  // The store is written a moment after what it keeps.
  await isStored(lea, "The tide is out");
  expect(await kept(lea)).toEqual([]);

  const slow = await lea.page.context().newCDPSession(lea.page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const began = performance.now();
  await lea.page.reload({ waitUntil: "commit" });
  await lea.message("The tide is out").waitFor();
  const warm = Math.round(performance.now() - began);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  console.log(`a warm start takes ${warm} ms`);
  if (process.env["HEARTH_SOAK"]) expect(warm).toBeLessThanOrEqual(WARM_MS);

  await on.server.kill();
  await lea.page.reload();
  await lea.message("The tide is out").waitFor();
  await lea.page.getByText("No connection").waitFor();
  await lea.look("offline-start");

  // The server comes back with another build.
  for (const end of ["", ".br", ".gz"]) rmSync(join(folder, `worker.js${end}`));
  const worker = readFileSync(join(BUILT, "worker.js"), "utf8");
  const [cache = ""] = await lea.page.evaluate(() => caches.keys());
  const build = cache.replace("hearth ", "");
  expect(worker).toContain(build);
  writeFileSync(
    join(folder, "worker.js"),
    worker.replaceAll(/\/assets\/member-[^"]*\.js(?="\))/g, "/assets/newer.js").replaceAll(build, "newer"),
  );
  await on.server.start();
  await lea.page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await lea.page.getByText("A new version is here").waitFor();
  await lea.look("update");
  // It has the words in which the app was read until now.
  const newer = await lea.page.evaluate(async () =>
    (await (await caches.open("hearth newer")).keys()).map(({ url }) => new URL(url).pathname),
  );
  const words = (tag: string) => newer.filter((path) => path.startsWith(`/assets/${tag}-`)).length;
  expect(words("en")).toBeGreaterThan(0);
  expect(words("de")).toBe(0);
  await lea.button("Reload").click();
  await lea.message("The tide is out").waitFor();
  await lea.page.getByText("A new version is here").waitFor({ state: "detached" });

  await lea.signOut();
  await lea.page.waitForFunction(async () => (await caches.keys()).length === 0);
  await lea.close();
});

/** Waits until the app's database has the message with these words. */
async function isStored(visitor: Visitor, words: string): Promise<void> {
  const id = await visitor
    .message(words)
    .locator("xpath=ancestor-or-self::*[@data-message]")
    .getAttribute("data-message");
  await visitor.page.waitForFunction(async (id) => {
    const open = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const [{ name = "" } = {}] = (await indexedDB.databases()).filter(({ name }) =>
      name?.startsWith("matrix-js-sdk:"),
    );
    const database = await open(indexedDB.open(name));
    const kept = await open(database.transaction("sync").objectStore("sync").getAll());
    database.close();
    return JSON.stringify(kept).includes(id ?? "");
  }, id);
}

/** What is kept that is not the app's own. */
function kept(visitor: Visitor): Promise<string[]> {
  return visitor.page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    }
    return found.filter((path) => !/^\/($|assets\/|icon|manifest\.webmanifest$)/.test(path));
  });
}
