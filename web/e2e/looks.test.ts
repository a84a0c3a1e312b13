// Every screen in every language and size: nothing untranslated, nothing cut off, nothing that axe finds. And a long
// conversation, which stays where the reader is.

import { expect, test } from "vitest";
import { DESKTOP, PHONE, signUp, Visitor } from "./browser.ts";
import { account } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

test("the app in every language, on every screen", async () => {
  const host = await account(on.server, "host");
  const { room_id } = await host("POST", "/createRoom", {
    name: "Garten und Küche 花园",
    preset: "public_chat",
    visibility: "public",
  });
  const say = (body: string, more = {}) =>
    host("POST", `/rooms/${room_id}/send/m.room.message`, { msgtype: "m.text", body, ...more });
  await say("The kettle is on. مرحبا بكم جميعا في الحديقة! 今天下午三点在花园见面，带上你们最喜欢的茶。");
  await say(
    "https://hearth.example/a/very/long/address/that/does/not/end/where/one/would/expect/it/to/end/at/all",
  );
  const html =
    "<h3>Plan</h3><ul><li>Tea</li><li><code>kettle --on</code></li></ul><blockquote>Slowly</blockquote>";
  await say("Plan", { format: "org.matrix.custom.html", formatted_body: html });
  for (const [language, size, scheme, contrast] of [
    ["en", DESKTOP, "light", "no-preference"],
    ["zh-Hans", DESKTOP, "dark", "no-preference"],
    ["zh-Hans", PHONE, "light", "no-preference"],
    ["ar-XB", DESKTOP, "light", "no-preference"],
    ["ar-XB", PHONE, "dark", "no-preference"],
    ["en-XA", PHONE, "light", "more"],
  ] as const) {
    const name = `${language}-${size === PHONE ? "phone" : "desktop"}`;
    const guest = await Visitor.open(on.browser, on.server.url, { language, size, scheme, contrast });
    await signUp(guest, `guest-${name.toLowerCase()}`);
    await guest.look(`${name}-none`);
    await guest.page.locator("main button").last().click();
    await guest.page.getByRole("button", { name: /花园/ }).waitFor();
    await guest.look(`${name}-find`);
    await guest.page.getByRole("button", { name: /花园/ }).click();
    await guest.page.getByText("kettle --on").waitFor();
    await guest.say("🙂 Danke");
    await guest.message("Danke").waitFor();
    await guest.look(`${name}-room`);
    await guest.page.goto("/");
    await guest.page.getByRole("link", { name: /花园/ }).waitFor();
    await guest.page.locator("main header button").last().click();
    await guest.page.getByRole("menuitem").first().click();
    await guest.page.getByRole("dialog").waitFor();
    await guest.look(`${name}-settings`);
    if (language === "en-XA") expect(await guest.untranslated()).toEqual([]);
    await guest.close();
  }
});

test("a long conversation stays where the reader is", async () => {
  const writer = await account(on.server, "writer");
  const { room_id } = await writer("POST", "/createRoom", {
    name: "Long",
    preset: "public_chat",
    visibility: "public",
  });
  for (let at = 0; at < MESSAGES; at += 20) {
    await Promise.all(
      Array.from({ length: 20 }, (_, by) =>
        writer("POST", `/rooms/${room_id}/send/m.room.message`, {
          msgtype: "m.text",
          body: `Message ${at + by}: ${"and more ".repeat((at + by) % 30)}`,
        }),
      ),
    );
  }
  await writer("POST", `/rooms/${room_id}/send/m.room.message`, { msgtype: "m.text", body: "The last one" });
  const reader = await Visitor.open(on.browser, on.server.url);
  await signUp(reader, "reader");
  await reader.button("Find a room").click();
  await reader.page.getByRole("button", { name: /Long/ }).click();
  await reader.message("The last one").waitFor();

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

const MESSAGES = 400;
