// The server dies while people write, and what the app tells of such things arrives as far as its member agrees.

import { expect, test } from "vitest";
import type { Visitor } from "./browser.ts";
import { enter, meet } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

interface Told {
  signal: string;
  variant?: string;
}

/** The signals in the member's own copy of what is kept of them. */
async function kept(visitor: Visitor): Promise<string[]> {
  const copy: unknown = await visitor.ask("GET", "/_hearth/privacy/export");
  const { signals } = (copy as { modules: { signals: { signals: Told[] } } }).modules.signals;
  return signals.map(({ signal, variant }) => `${signal} ${variant ?? ""}`.trim());
}

/** The page is hidden, as behind another one, and what was gathered goes out. */
async function lookAway(visitor: Visitor): Promise<void> {
  await visitor.page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
    Reflect.deleteProperty(document, "visibilityState");
  });
}

/** Says yes or no to both uses that the app has a part in. */
async function decide(visitor: Visitor): Promise<void> {
  await visitor.choose(/Your account/, "Settings");
  for (const name of ["Noticing when people drift away", "Improving the app"]) {
    const isSaid = visitor.page.waitForResponse(/privacy\/consent\//);
    await visitor.page.getByText(name, { exact: true }).click();
    await isSaid;
  }
}

const lives = process.env["HEARTH_SOAK"] ? 5 : 1;

test("nothing is lost or doubled when the server dies while two people write", {
  timeout: lives * 180_000,
}, async () => {
  const [ada, bob] = await Promise.all([enter(on, "ada"), enter(on, "bob")]);
  const room = await meet("Storm", ada, bob);
  const lines: string[] = [];
  const own = (all: readonly string[], begin: string) => all.filter((line) => line.startsWith(begin));
  for (let life = 0; life < lives; life += 1) {
    for (const [person, name] of [
      [ada, "ada"],
      [bob, "bob"],
    ] as const) {
      await person.say(`${name} ${life}: before`);
      lines.push(`${name} ${life}: before`);
    }
    // Some of these are on their way when it dies, and some are written while it is gone.
    const writing = [ada, bob].map(async (person, who) => {
      for (let line = 0; line < 4; line += 1) {
        const words = `${who === 0 ? "ada" : "bob"} ${life}: ${line}`;
        lines.push(words);
        await person.say(words);
      }
    });
    await on.server.kill();
    await Promise.all(writing);
    await on.server.start();
    for (const person of [ada, bob])
      for (const name of ["ada", "bob"]) await person.expectSaid(`${name} ${life}: 3`);
    // What one sees, and in the order in which it was written. The page has no more than the screen needs.
    for (const person of [ada, bob]) {
      const seen = await person.page.locator("[data-content]").allInnerTexts();
      for (const name of ["ada", "bob"])
        expect(own(seen, `${name} ${life}`)).toEqual(own(lines, `${name} ${life}`));
    }
  }
  const history = await ada.ask("GET", `/rooms/${room}/messages?dir=f&limit=200`);
  const chunk = history["chunk"] as unknown as { type: string; content: { body: string } }[];
  const said = chunk.filter(({ type }) => type === "m.room.message").map(({ content }) => content.body);
  expect([...said].sort()).toEqual([...lines].sort());
  for (const name of ["ada", "bob"]) expect(own(said, name)).toEqual(own(lines, name));
  await ada.close();
  await bob.close();
});

test("what gets in the way is told while the member agrees, and never what they write", async () => {
  const [cleo, dan] = await Promise.all([enter(on, "cleo"), enter(on, "dan")]);
  const sent: string[] = [];
  dan.page.on("request", (request) => {
    if (request.url().endsWith("/_hearth/signals")) sent.push(request.postData() ?? "");
  });
  await meet("Quiet", cleo, dan);
  await dan.say("Nobody counts this");
  await dan.message("Nobody counts this").waitFor();

  // Nothing is told before he has agreed.
  await dan.page.reload();
  await dan.expectSaid("Nobody counts this");
  expect(sent).toEqual([]);
  await decide(dan);
  for (const more of await dan.page.getByText("Why, with which data").all()) await more.click();
  await dan.picture("settings-told");
  await dan.expectAccessible();
  await dan.page.getByRole("dialog").getByLabel("Close").click();
  // Telling begins once the conversations are there; what was done before is not told.
  await expect.poll(() => sent.length, { timeout: 60_000 }).toBeGreaterThan(0);

  await dan.message("Nobody counts this").hover();
  await dan.message("Nobody counts this").getByRole("button", { name: "React" }).click();
  await dan.page.getByRole("button", { name: "❤️" }).click();
  await dan.page.getByRole("searchbox", { name: "Filter conversations" }).fill("no such room");
  await dan.refuse(/\/send\/m\.room\.message\//);
  await dan.say("The secret is plum");
  await dan.button("Try again").waitFor();
  await lookAway(dan);
  const wanted = [
    "capability_used reactions",
    "empty_search filter",
    "refused forbidden",
    "send_failed forbidden",
  ];
  await expect
    .poll(() => kept(dan), { timeout: 60_000, interval: 500 })
    .toEqual(expect.arrayContaining(wanted));
  expect(sent.join()).not.toMatch(/plum|Quiet|dan|no such room|[!@$]/);

  // Once he says no, nothing leaves the page.
  await decide(dan);
  await dan.page.getByRole("dialog").getByLabel("Close").click();
  const before = [sent.length, (await kept(dan)).length];
  await dan.button("Try again").click();
  await dan.button("Discard").click();
  await dan.page.reload();
  await dan.expectSaid("Nobody counts this");
  expect([sent.length, (await kept(dan)).length]).toEqual(before);
  await cleo.close();
  await dan.close();
});
