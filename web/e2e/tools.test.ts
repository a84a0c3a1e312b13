// What can be done with a message, by the keyboard alone and as a screen reader is told of it.

import { expect, test } from "vitest";
import type { Visitor } from "./browser.ts";
import { enter, meet } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

const TOOLS = ["React", "Reply", "Reply in thread", "More about this message"];

/** Where the keyboard is, by role and name. */
const focused = ({ page }: Visitor) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return `${at?.getAttribute("role") ?? at?.localName} ${at?.getAttribute("aria-label") ?? at?.textContent}`;
  });

test("a message's tools are reached, used and left by the keyboard", async () => {
  const [ivo, lea] = await Promise.all([enter(on, "ivo"), enter(on, "lea")]);
  await meet("Meadow", ivo, lea);
  await lea.say("Who brings the rake?");
  await ivo.expectSaid("Who brings the rake?");
  await ivo.say("I do");
  await lea.expectSaid("I do");
  const { keyboard } = ivo.page;
  const press = async (key: string, isThere: string | RegExp, times = 12) => {
    for (let time = 0; time < times; time += 1) {
      await keyboard.press(key);
      if ((await focused(ivo)).match(isThere)) return;
    }
    throw new Error(`${key} does not lead to ${isThere}, but to ${await focused(ivo)}`);
  };
  // Nothing but the conversation stands between the field and the messages.
  await ivo.page.locator("footer textarea:visible").focus();
  await press("Shift+Tab", /^(group Messages|article )/);
  await press("ArrowUp", /^article .*ivo/, 1);
  await press("ArrowUp", /^article .*lea/, 1);
  const described = await ivo.page.evaluate(() => {
    const words = document.activeElement?.getAttribute("aria-describedby");
    return words && document.getElementById(words)?.textContent;
  });
  expect(described).toBe("Who brings the rake?");
  // Whoever does not see them hears of the same tools, in the same order, under the message that they are of.
  const heard = await ivo.message("rake").ariaSnapshot();
  expect(heard.split("\n").filter((line) => line.includes("- button"))).toEqual(
    ["lea", ...TOOLS].map((name) => `  - button "${name}"`),
  );
  await press("Tab", "button React");
  await press("Tab", "button Reply", 1);
  await press("Tab", "button Reply in thread", 1);
  await press("Tab", "button More about this message", 1);
  await ivo.expectAccessible();
  // A menu gives the focus back to where it was opened.
  await keyboard.press("Enter");
  await ivo.page.getByRole("menu", { name: "More about this message" }).waitFor();
  await ivo.expectAccessible();
  await keyboard.press("Escape");
  await expect.poll(() => focused(ivo)).toBe("button More about this message");
  await press("Shift+Tab", /^button Reply$/, 2);
  await keyboard.press("Enter");
  await ivo.page.getByText(/^Reply to .*rake/).waitFor();
  await expect.poll(() => focused(ivo)).toMatch(/^textarea/);
  for (const visitor of [ivo, lea]) await visitor.close();
});

test("what is copied is said, and who deletes a message stays where it was", async () => {
  const nia = await enter(on, "nia");
  await meet("Orchard", nia);
  await nia.say("The pears are ripe");
  const { page } = nia;
  const { keyboard } = page;
  const choose = async (choice: string) => {
    await nia.message("pears").focus();
    await nia.message("pears").getByRole("button", { name: "More about this message" }).focus();
    await keyboard.press("Enter");
    await page.getByRole("menuitem", { name: choice }).focus();
    await keyboard.press("Enter");
  };
  await page.evaluate(() => {
    const kept: string[] = [];
    Object.assign(globalThis, { kept });
    navigator.clipboard.writeText = async (words) => {
      kept.push(words);
      if (kept.length > 1) throw new Error("The browser does not let it.");
    };
  });
  const said = nia.message("pears").getByRole("status");
  await choose("Copy text");
  await said.getByText("Copied").waitFor();
  await expect.poll(() => focused(nia)).toBe("button More about this message");
  await choose("Copy link");
  await said.getByText("It could not be copied.").waitFor();
  await nia.look("tools-copied");
  expect(await page.evaluate(() => (globalThis as unknown as { kept: string[] }).kept[0])).toBe(
    "The pears are ripe",
  );
  await choose("Delete");
  await nia.confirmRemoval();
  await nia.message("pears").waitFor({ state: "detached" });
  await expect.poll(() => focused(nia)).toMatch(/^article .*nia/);
  await nia.close();
});
