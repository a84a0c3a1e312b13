// How fast the app is on a processor a quarter as fast as this one, with 100,000 messages in a room. Run by
// scripts/bench-web.sh, which writes what this finds into docs/benchmarks.md.

import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { test } from "vitest";
import { signUp, Visitor } from "./browser.ts";
import { openBrowser } from "./chromium.ts";
import { account } from "./people.ts";
import { Server } from "./server.ts";

const REPORT = process.env["HEARTH_BENCH"];
const MESSAGES = Number(process.env["HEARTH_BENCH_MESSAGES"] ?? 100_000);
const SLOWDOWN = 4;
const ROUNDS = 3;
const SCROLL_MS = 20_000;
/** Rooms beside the long one. */
const ROOMS = 10;

/** A line of the table, written as soon as it is known. */
function note(what: string, is: number, unit: "ms" | "kB", most: number): void {
  const isMet = is <= most ? "yes" : "**no**";
  appendFileSync(
    REPORT ?? "",
    `| ${what} | at most ${most} ${unit} | ${Math.round(is)} ${unit} | ${isMet} |\n`,
  );
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

const median = (values: readonly number[]) => quantile(values, 0.5);

/** A channel's log, some of its messages long, over half a year. */
function log(): string {
  const names = ["ada", "bob", "cleo", "dan", "eve", "fay", "gus", "hal"];
  const lines = Array.from({ length: MESSAGES }, (_, at) => {
    const when = new Date(Date.UTC(2025, 0, 1) + at * 155_000).toISOString();
    const words = `message ${at} ${"and more of it ".repeat((at * 7) % 23)}`;
    return `${when.slice(0, 10)} ${when.slice(11, 19)} <${names[(at >> 2) % names.length]}> ${words}`;
  });
  const file = join(mkdtempSync(join(tmpdir(), "hearth-log-")), "long.log");
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

/** Milliseconds from the page's beginning until something like this is painted. */
async function since(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (selector) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`there is no ${selector}`)), 60_000);
        const look = () =>
          document.querySelector(selector)
            ? requestAnimationFrame(() => resolve(performance.now()))
            : requestAnimationFrame(look);
        look();
      }),
    selector,
  );
}

/** When the page showed something first. It is told a moment after it happened. */
async function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error("nothing was painted")), 60_000);
        new PerformanceObserver((list) => {
          for (const { startTime } of list.getEntriesByName("first-contentful-paint")) resolve(startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
}

/** Frames and long tasks while something is done. */
async function frames(page: Page, work: () => Promise<void>): Promise<{ p99: number; longest: number }> {
  await page.evaluate(() => {
    const found = { frames: [] as number[], tasks: [0], isOn: true };
    (globalThis as { found?: typeof found }).found = found;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.tasks.push(duration);
    }).observe({ type: "longtask" });
    let before = performance.now();
    const tick = (now: number) => {
      found.frames.push(now - before);
      before = now;
      if (found.isOn) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await work();
  const { frames, tasks } = await page.evaluate(() => {
    const { found } = globalThis as unknown as {
      found: { frames: number[]; tasks: number[]; isOn: boolean };
    };
    found.isOn = false;
    return found;
  });
  return { p99: quantile(frames, 0.99), longest: Math.max(...tasks) };
}

/** Milliseconds from the click on a room until its newest message is painted. */
async function switchTo(page: Page, name: string, words: string): Promise<number> {
  const took = await page.evaluate(
    ([name, words]) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`${name} does not show "${words}"`)), 60_000);
        const link = [...document.querySelectorAll<HTMLElement>("nav a")].find((one) =>
          one.textContent.includes(name),
        );
        const from = performance.now();
        if (!link) throw new Error(`there is no room ${name}`);
        link.click();
        const look = () => {
          const isThere = [...document.querySelectorAll("[data-message]")].some(
            (one) => one.checkVisibility() && one.textContent?.includes(words),
          );
          if (isThere) requestAnimationFrame(() => resolve(performance.now() - from));
          else requestAnimationFrame(look);
        };
        look();
      }),
    [name, words] as const,
  );
  await page.waitForTimeout(500);
  return took;
}

const slow = (cdp: CDPSession, rate = SLOWDOWN) => cdp.send("Emulation.setCPUThrottlingRate", { rate });

test.skipIf(!REPORT)("how fast the app is", { timeout: 1_200_000 }, async () => {
  const server = new Server();
  const room = await server.import(log(), "#long");
  await server.start();
  const browser = await openBrowser();
  const host = await account(server, "host");
  const others: string[] = [];
  for (let number = 0; number < ROOMS; number += 1) {
    const name = `Room ${number}`;
    const { room_id } = await host("POST", "/createRoom", { name, preset: "public_chat" });
    for (let at = 0; at < 60; at += 1)
      await host("POST", `/rooms/${room_id}/send/m.room.message`, {
        msgtype: "m.text",
        body: `${name}: ${at}.`,
      });
    others.push(room_id ?? "");
  }

  const paints: number[] = [];
  const ready: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const visitor = await Visitor.open(browser, server.url, { isKept: true });
    await slow(await visitor.page.context().newCDPSession(visitor.page));
    await visitor.page.goto("/sign-in");
    ready.push(await since(visitor.page, "[name=password]"));
    paints.push(await firstPaint(visitor.page));
    await visitor.close();
  }
  note("first contentful paint", median(paints), "ms", 1_500);
  note("sign-in ready", median(ready), "ms", 2_500);

  const reader = await Visitor.open(browser, server.url, { isKept: true });
  const { page } = reader;
  const cdp = await page.context().newCDPSession(page);
  await signUp(reader, "reader");
  const token = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  const [, access] = /"accessToken\\*":\\*"([^"\\]+)/.exec(token) ?? [];
  for (const id of [room, ...others]) {
    await fetch(`${server.url}/_matrix/client/v3/join/${encodeURIComponent(id)}`, {
      method: "POST",
      headers: { authorization: `Bearer ${access}` },
      body: "{}",
    });
  }
  await page.goto(`/rooms/${encodeURIComponent(room)}`);
  await reader.message(`message ${MESSAGES - 1} `).waitFor();
  await page.waitForTimeout(3_000);

  await slow(cdp);
  const warm: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.reload({ waitUntil: "commit" });
    warm.push(await since(page, "[data-message]"));
    await page.waitForTimeout(2_000);
  }
  note("warm start until a conversation can be read", median(warm), "ms", 1_500);

  const first: number[] = [];
  for (let number = 0; number < ROOMS; number += 1)
    first.push(await switchTo(page, `Room ${number}`, `Room ${number}: 59.`));
  note("room that was not open before, median", median(first), "ms", 100);
  note("room that was not open before, slowest of 10", Math.max(...first), "ms", 200);
  const back: number[] = [];
  await switchTo(page, "long", `message ${MESSAGES - 1} `);
  for (let round = 0; round < 10; round += 1) {
    const isThere = round % 2 === 1;
    back.push(
      isThere
        ? await switchTo(page, "long", `message ${MESSAGES - 1} `)
        : await switchTo(page, `Room ${ROOMS - 1}`, `Room ${ROOMS - 1}: 59.`),
    );
  }
  note("room switch, back to one of the last, median", median(back), "ms", 100);
  note("room switch, back to one of the last, slowest of 10", Math.max(...back), "ms", 200);

  const field = page.locator("section footer textarea:visible");
  await field.focus();
  const typing = await frames(page, () =>
    page.keyboard.type("What is typed here is seen at once. ".repeat(6), { delay: 25 }),
  );
  note("typing: frame, 99th percentile", typing.p99, "ms", 50);
  note("typing: longest task", typing.longest, "ms", 200);
  await field.fill("");

  const box = await page.locator("[role=group][tabindex='0']:visible").boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 300);
  const scrolling = await frames(page, async () => {
    for (const until = Date.now() + SCROLL_MS; Date.now() < until; ) {
      await page.mouse.wheel(0, -300);
      await page.waitForTimeout(16);
    }
  });
  note("scrolling up 100,000 messages: frame, 99th percentile", scrolling.p99, "ms", 50);
  note("scrolling up 100,000 messages: longest task", scrolling.longest, "ms", 200);

  // What the worker keeps comes unpacked, so the server is asked how much of it there was.
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => /\.js$/.test(name) && !/crypto/.test(name)),
  );
  const bytes = [...new Set(scripts)].map(async (name) => {
    const answer = await fetch(name, { method: "HEAD", headers: { "accept-encoding": "gzip" } });
    return Number(answer.headers.get("content-length"));
  });
  const kilobytes = (await Promise.all(bytes)).reduce((sum, each) => sum + each, 0) / 1_000;
  note("JavaScript until a conversation can be read and all of the above", kilobytes, "kB", 520);
  await reader.close();
  await server.remove();
});
