// The server dies while people write, and what the app tells of such things arrives as far as its member agrees.

import { expect, test } from "vitest";
import { signUp, Visitor } from "./browser.ts";
import { stage } from "./stage.ts";

const on = stage();

interface Told {
  signal: string;
  variant?: string;
}

/** Asks the server as the member whose page it is. */
function ask(visitor: Visitor, path: string, put?: unknown): Promise<unknown> {
  const asked = { path, put: put === undefined ? undefined : JSON.stringify(put) };
  return visitor.page.evaluate(async ({ path, put }) => {
    const { accessToken } = JSON.parse(localStorage.getItem("hearth.session") ?? "{}");
    const headers = { authorization: `Bearer ${accessToken}` };
    const init = put === undefined ? { headers } : { headers, method: "PUT", body: put };
    return (await fetch(path, init)).json();
  }, asked);
}

/** The signals in the member's own copy of what is kept of them. */
async function kept(visitor: Visitor): Promise<string[]> {
  const copy = await ask(visitor, "/_hearth/privacy/export");
  const { signals } = (copy as { modules: { signals: { signals: Told[] } } }).modules.signals;
  return signals.map(({ signal, variant }) => `${signal} ${variant ?? ""}`.trim());
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
  timeout: lives * 90_000,
}, async () => {
  const ada = await Visitor.open(on.browser, on.server.url);
  const bob = await Visitor.open(on.browser, on.server.url);
  await signUp(ada, "ada");
  await signUp(bob, "bob");
  await ada.makeRoom("Storm", "Everyone here");
  await bob.choose("New", "Find a room");
  await bob.page.getByRole("button", { name: /Storm/ }).click();
  await bob.page.getByRole("heading", { name: "Storm" }).waitFor();
  const lines: string[] = [];
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
  }
  for (const person of [ada, bob]) {
    const said = await person.page.locator("[data-content]").allInnerTexts();
    expect([...said].sort()).toEqual([...lines].sort());
    // Each one's lines are in the order in which they were written.
    for (const name of ["ada", "bob"]) {
      const own = (all: string[]) => all.filter((line) => line.startsWith(name));
      expect(own(said)).toEqual(own(lines));
    }
  }
  await ada.close();
  await bob.close();
});

test("what gets in the way is told while the member agrees, and never what they write", async () => {
  const cleo = await Visitor.open(on.browser, on.server.url);
  const dan = await Visitor.open(on.browser, on.server.url);
  await signUp(cleo, "cleo");
  await signUp(dan, "dan");
  await cleo.makeRoom("Quiet", "Everyone here");
  const room = new URL(cleo.page.url()).pathname.split("/").at(-1);
  const sent: string[] = [];
  dan.page.on("request", (request) => {
    if (request.url().endsWith("/_hearth/signals")) sent.push(request.postData() ?? "");
  });
  await dan.choose("New", "Find a room");
  await dan.page.getByRole("button", { name: /Quiet/ }).click();
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

  await dan.message("Nobody counts this").hover();
  await dan.message("Nobody counts this").getByRole("button", { name: "React" }).click();
  await dan.page.getByRole("button", { name: "❤️" }).click();
  await dan.page.getByRole("searchbox", { name: "Filter conversations" }).fill("no such room");
  await ask(cleo, `/_matrix/client/v3/rooms/${room}/state/m.room.power_levels`, { events_default: 50 });
  await dan.say("The secret is plum");
  await dan.button("Try again").waitFor();
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
