// What people send to harm: HTML, floods of marks, directions and letters, events that nobody knows. All of it is shown, in its place.

import { expect, test } from "vitest";
import { DESKTOP, PHONE, type Visitor } from "./browser.ts";
import { account, enter, openRoom } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

const HTML = `<h1>Big</h1><script>document.title="taken"</script><img src="https://evil.example/x.png" onerror="alert(1)" alt="picture">
<style>*{display:none}</style><svg onload="alert(1)"><a href="javascript:alert(1)">svg</a></svg><iframe src="https://evil.example"></iframe>
<p style="position:fixed;inset:0;z-index:99">over everything</p><a href="javascript:alert(1)">a link</a>
<form action="https://evil.example"><input name="password"><button>Sign in</button></form>${"<blockquote>".repeat(500)}deep`;

const JOIN = { en: "Join", "ar-XB": /Join/ };

test("what is sent to harm is shown in its place", async () => {
  const host = await account(on.server, "host");
  const mallory = await account(on.server, "mallory");
  const { room_id } = await openRoom(host, `\u202EMarket${"\u0301".repeat(200)}`);
  await mallory("POST", `/join/${room_id}`, {});
  await mallory("PUT", "/profile/@mallory:hearth.example/displayname", {
    displayname: `\u202Eyrollam\u200B\u200B${"\u0489".repeat(60)}`,
  });
  const send = (body: string, more: object = {}) =>
    mallory("POST", `/rooms/${room_id}/send/m.room.message`, { msgtype: "m.text", body, ...more });
  await send("html", { format: "org.matrix.custom.html", formatted_body: HTML });
  await send(`\u202E\u2067 turned around \u200F${"\u200B".repeat(5_000)} end of it`);
  await send(`Z${"\u0300\u0301\u0302\u0303".repeat(300)}algo`);
  await send("long ".repeat(12_000));
  await send("lines\n".repeat(2_000));
  await send("x".repeat(30_000));
  await send("odd", { msgtype: "org.example.odd", format: 7, formatted_body: { a: 1 } });
  await send("mentions", { "m.mentions": { user_ids: "everybody", room: "yes" } });
  await mallory("POST", `/rooms/${room_id}/send/org.example.unknown`, { body: "never shown" });
  await mallory("POST", `/rooms/${room_id}/send/m.reaction`, {
    "m.relates_to": {
      rel_type: "m.annotation",
      event_id: (await send("reacted to")).event_id,
      key: "k".repeat(500),
    },
  });
  await host("PUT", `/rooms/${room_id}/state/m.room.topic`, { topic: "Prices\u202E" });
  await host("PUT", `/rooms/${room_id}/state/m.room.history_visibility`, { history_visibility: "joined" });
  await host("PUT", `/rooms/${room_id}/state/org.example.unknown`, { what: "never shown" });

  for (const [language, size] of [
    ["en", DESKTOP],
    ["ar-XB", PHONE],
  ] as const) {
    const name = `hostile-${language.toLowerCase()}`;
    const guest = await enter(on, name, { language, size });
    await host("POST", `/rooms/${room_id}/invite`, { user_id: `@${name}:hearth.example` });
    await host("PUT", `/rooms/${room_id}/state/m.room.history_visibility`, { history_visibility: "shared" });
    await guest.page.goto(`/rooms/${room_id}`);
    await guest.page.getByRole("button", { name: JOIN[language] }).click();
    await guest.message("reacted to").waitFor();
    await guest.look(`${name}-end`);
    const group = guest.page.locator("[role=group][tabindex='0']");
    await group.press("Home");
    await guest.message("over everything").waitFor();
    expect(await guest.page.title()).not.toBe("taken");
    expect(await guest.page.getByText("never shown").count()).toBe(0);
    expect(await guest.page.locator("input[name=password], iframe, [data-content] img").count()).toBe(0);
    await guest.look(`${name}-begin`);
    if (language === "en") await unfold(guest);
    await leave(guest);
  }
});

async function unfold(guest: Visitor): Promise<void> {
  await guest.expectSaid(/host.* set the topic: .*Prices/);
  await guest.expectSaid(/host.* changed who may read what was said before/);
  const long = guest.message("long long");
  await long.getByRole("button", { name: "Show all of it" }).click();
  expect((await long.locator("[data-content]").allInnerTexts()).join("").length).toBeGreaterThan(50_000);
  await long.getByRole("button", { name: "Show less" }).click();
  expect((await long.boundingBox())?.height ?? 0).toBeLessThan(500);
}

test("names that turn or flood are tamed wherever they are looked up", async () => {
  const eve = await account(on.server, "eve");
  const name = `\u202Eeve\u2069 of old\u200B\u200B${"\u0489".repeat(60)}`;
  await eve("PUT", "/profile/@eve:hearth.example/displayname", { displayname: name });
  await openRoom(eve, `${name} and friends`);
  const finn = await enter(on, "finn", { path: "/people/@eve:hearth.example" });
  const isTamed = async (words: string) => {
    const shown = finn.page.locator("bdi", { hasText: words }).first();
    await shown.waitFor();
    expect(await shown.textContent()).toMatch(/^eve of old\u0489{3}( and friends)?$/);
  };
  await isTamed("eve of old");
  await finn.go("/");
  await finn.choose("New", "Find a room");
  await isTamed("and friends");
  await finn.page.getByRole("dialog").getByLabel("Close").click();
  await finn.choose("New", "Message someone");
  await finn.page.getByLabel("Name or @address").fill("@eve");
  await isTamed("eve of old");
  await finn.close();
});

/** Whatever way HTML is read, Chromium tells of handlers and styles in it, which nothing but the page's policy refuses a second time. */
async function leave(guest: Visitor): Promise<void> {
  const others = guest.faults.filter((fault) => !/inline event handler|inline style/.test(fault));
  guest.faults.length = 0;
  guest.faults.push(...others);
  await guest.close();
}
