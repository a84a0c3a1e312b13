// A room of ten thousand people: they are listed, found and mentioned without a wait. It takes most of a minute to move them in.

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { signUp, Visitor } from "./browser.ts";
import { openBrowser } from "./chromium.ts";
import { Server } from "./server.ts";

const PEOPLE = 10_000;

/** What one task takes at most: beyond it, a press waits. */
const LONGEST_MS = 200;

/** A conversation is drawn in one task, beside which everybody in it comes in: what that takes at most. */
const OPENING_MS = 500;

const nameOf = (at: number) => `person${String(at).padStart(5, "0")}`;

/** A channel in which each has said one thing. */
function log(): string {
  const lines = Array.from({ length: PEOPLE }, (_, at) => {
    const when = new Date(Date.UTC(2025, 0, 1) + at * 60_000).toISOString();
    return `${when.slice(0, 10)} ${when.slice(11, 19)} <${nameOf(at)}> word ${at}`;
  });
  const file = join(mkdtempSync(join(tmpdir(), "hearth-crowd-")), "crowd.log");
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

/** The longest task while something is done. */
async function longest(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const tasks = [0];
    (globalThis as { tasks?: number[] }).tasks = tasks;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: "longtask" });
  });
  await work();
  return page.evaluate(() => Math.max(...((globalThis as { tasks?: number[] }).tasks ?? [])));
}

test.runIf(process.env["HEARTH_SOAK"])("ten thousand people are listed, found and mentioned", async () => {
  const server = new Server();
  const room = await server.import(log(), "#crowd");
  await server.start();
  const browser = await openBrowser();
  const reader = await Visitor.open(browser, server.url);
  const { page } = reader;
  await signUp(reader, "reader");
  await reader.ask("POST", `/join/${room}`, {});
  const panel = page.getByRole("complementary");
  const took: Record<string, number> = {};
  const time = async (what: string, work: () => Promise<void>) => {
    took[what] = await longest(page, work);
  };
  await time("open the room", async () => {
    await reader.go(`/rooms/${encodeURIComponent(room)}`);
    await reader.message(`word ${PEOPLE - 1}`).waitFor();
  });
  await time("open the list", async () => {
    await reader.go(`${new URL(page.url()).pathname}?panel=members`);
    await panel.getByText(nameOf(0), { exact: true }).waitFor();
  });
  await time("search it", async () => {
    await reader.field("Search members").pressSequentially(nameOf(PEOPLE - 1), { delay: 30 });
    await panel.getByText(nameOf(PEOPLE - 1), { exact: true }).waitFor();
    await reader.field("Search members").fill("");
    await panel.getByText(nameOf(0), { exact: true }).waitFor();
  });
  await time("scroll it", async () => {
    const list = panel.getByRole("list").first();
    await list.hover();
    for (let step = 0; step < 30; step += 1) await page.mouse.wheel(0, 2_000);
    await expect.poll(() => panel.getByText(nameOf(0), { exact: true }).count()).toBe(0);
  });
  await reader.look("crowd");
  await time("mention somebody", async () => {
    await page
      .locator("section footer textarea:visible")
      .pressSequentially("Hello @person0777", { delay: 30 });
    await page.getByRole("option", { name: nameOf(7_770) }).waitFor();
    await page.keyboard.press("Enter");
  });
  for (const [what, ms] of Object.entries(took))
    expect(ms, what).toBeLessThanOrEqual(what === "open the room" ? OPENING_MS : LONGEST_MS);
  await reader.close();
  await server.remove();
});
