// A long conversation stays where its reader is.

import { expect, test } from "vitest";
import type { Visitor } from "./browser.ts";
import { account, enter, join, openRoom } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

const MESSAGES = 400;
const LATE_MS = 500;

/** What is asked of the server about messages comes late. */
const late = (reader: Visitor) =>
  reader.page.route(/\/(messages|sync)\?/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    await route.continue();
  });

test("a long conversation stays where the reader is", async () => {
  const { room_id, say, sayAll } = await openRoom(await account(on.server, "writer"), "Long");
  await sayAll(Array.from({ length: MESSAGES }, (_, at) => `Message ${at}: ${"and more ".repeat(at % 30)}`));
  await say("The last one");
  const reader = await enter(on, "reader");
  await join(reader, room_id, /Long/);
  await reader.message("The last one").waitFor();

  // The reader has reached the first message that is here before older ones come; it loses its day and its sender then.
  await late(reader);
  // Whatever is fetched before it, what is being read does not move by itself.
  const moved = await reader.page.evaluate(async () => {
    const scroller = document.querySelector<HTMLElement>("[role=group][tabindex='0']");
    if (!scroller) throw new Error("there is no conversation");
    // After the paint: what is put right before it, nobody sees.
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const seen = () => {
      const top = scroller.getBoundingClientRect().top;
      const all = [...scroller.querySelectorAll<HTMLElement>("[data-message]")];
      return all.find((one) => one.getBoundingClientRect().top > top + 100);
    };
    let worst = 0;
    for (let step = 0; step < 60; step += 1) {
      scroller.scrollTop -= 400;
      await frame();
      await frame();
      const one = seen();
      const id = one?.dataset["message"];
      const before = one?.getBoundingClientRect().top ?? 0;
      for (let wait = 0; wait < 6; wait += 1) await frame();
      const after = [...scroller.querySelectorAll<HTMLElement>("[data-message]")].find(
        (other) => other.dataset["message"] === id,
      );
      if (after) worst = Math.max(worst, Math.abs(after.getBoundingClientRect().top - before));
    }
    return { worst, rows: scroller.querySelectorAll("[data-index]").length };
  });
  expect(moved.worst).toBeLessThanOrEqual(2);
  expect(moved.rows).toBeLessThan(80);
  await reader.button("To the newest").click();
  await reader.message("The last one").waitFor();
  await reader.close();
});

test("the message that a link leads to stays in sight when those around it come late", async () => {
  const { room_id, say, sayAll } = await openRoom(await account(on.server, "keeper"), "Short");
  const { event_id: first } = await say("The very first word");
  await sayAll(Array.from({ length: 100 }, (_, at) => `Boat ${at}`));
  await say("The last one");
  const reader = await enter(on, "guest");
  await reader.ask("POST", `/join/${room_id}`, {});
  await late(reader);
  // The room is not known here yet, and neither its newest messages nor those that come with the link fill the place.
  await reader.page.goto(`/rooms/${room_id}/${first}`);
  await reader.message("The very first word").waitFor();
  await reader.page.waitForFunction(() => {
    const place = document.querySelector("[role=group][tabindex='0']");
    return place && place.scrollHeight > place.clientHeight;
  });
  await reader.page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)))),
  );
  expect(await reader.message("The very first word").isVisible()).toBe(true);
  await reader.close();
});

test("who comes back to a conversation finds it as they left it, or is led to what is new", async () => {
  const writer = await account(on.server, "painter");
  const { room_id, say, sayAll } = await openRoom(writer, "Attic");
  await sayAll(Array.from({ length: 120 }, (_, at) => `Picture ${at}`));
  const cellar = await openRoom(writer, "Cellar");
  await cellar.say("It is dark here");
  const reader = await enter(on, "visitor");
  await reader.ask("POST", `/join/${cellar.room_id}`, {});
  await join(reader, room_id, /Attic/);
  await reader.message("Picture 119").waitFor();

  const scroller = reader.page.locator("[role=group][tabindex='0']:visible");
  await scroller.evaluate((place) => place.scrollBy(0, -1_500));
  const away = reader.button("To the newest");
  await away.waitFor();
  /** Which picture stands at the upper edge. Pixels are no measure: older messages come in above. */
  const seen = () =>
    scroller.evaluate((place) => {
      const edge = place.getBoundingClientRect().top + 100;
      const all = [...place.querySelectorAll<HTMLElement>("[data-message]")];
      const one = all.find((message) => message.getBoundingClientRect().bottom > edge);
      return Number(/Picture (\d+)/.exec(one?.textContent ?? "")?.[1]);
    });
  await reader.page.waitForTimeout(1_000);
  const before = await seen();
  const to = (room: RegExp) => reader.page.getByRole("link", { name: room }).click();
  await to(/Cellar/);
  await reader.message("It is dark here").waitFor();
  expect(await reader.message("Picture 119").count()).toBe(0);
  await to(/Attic/);
  await away.waitFor();
  await expect.poll(async () => Math.abs((await seen()) - before)).toBeLessThanOrEqual(1);

  await to(/Cellar/);
  await say("The last picture");
  await reader.page
    .getByRole("link", { name: /Attic/ })
    .getByText(/1.* unread message/)
    .waitFor();
  await to(/Attic/);
  await reader.message("The last picture").waitFor();
  await reader.page.getByRole("separator", { name: "New" }).waitFor();
  await reader.close();
});
