// A community is made, gets rooms and loses one; somebody on a phone is invited and finds them.

import { expect, test } from "vitest";
import { PHONE } from "./browser.ts";
import { png } from "./files.ts";
import { flow } from "./flow.ts";
import { enter, retire } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

test("a community with rooms of its own", async () => {
  const [ora, pim] = await Promise.all([enter(on, "ora"), enter(on, "pim", { size: PHONE })]);
  await retire(ora, "Gossip");
  await flow("make a community and invite somebody into it", ora, async () => {
    await ora.click(ora.button("New"));
    await ora.click(ora.page.getByRole("menuitem", { name: "Create a community" }));
    await ora.fill("Name of the community", "Orchestra");
    await ora.click(ora.button("Create community"));
    await ora.click(ora.button("Invite people"));
    await ora.fill("Name or @address", "pim");
    await ora.click(ora.page.getByText("@pim:hearth.example"));
    await ora.page.getByText(/Invited: .*pim/).waitFor();
    await pim.page.getByRole("link", { name: /Orchestra/ }).waitFor();
  });
  await ora.page.keyboard.press("Escape");
  await pim.page.getByRole("link", { name: /Orchestra/ }).click();
  await pim.button("Join").click();
  await pim.page.getByText("There are no rooms in it yet.").waitFor();

  await ora.button("Create a room").click();
  await ora.field("Name of the room").fill("Strings");
  await ora.page.getByText(/Members of .*Orchestra/).waitFor();
  await ora.look("community-new-room");
  await ora.button("Create room").click();
  await ora.page.getByRole("heading", { name: "Strings" }).waitFor();
  await ora.say("Bring your bows");
  const list = ora.page.getByRole("navigation", { name: "Your conversations" });
  await ora.button("Orchestra").click();
  await list.getByRole("link", { name: /Strings/ }).waitFor();
  expect(await list.getByRole("link", { name: /Gossip/ }).count()).toBe(0);
  await ora.button("All conversations").click();
  await list.getByRole("link", { name: /Gossip/ }).waitFor();
  await ora.button("Orchestra").click();
  await ora.page.getByRole("link", { name: "Orchestra" }).click();

  // A room that is there already is put in, and taken out again.
  await ora.button("Add rooms").click();
  await ora.button("Gossip").click();
  await ora.page.getByText(/Added: .*Gossip/).waitFor();
  await ora.look("community-add");
  await ora.page.keyboard.press("Escape");
  await ora.button(/^Gossip.*member/).waitFor();
  await ora.look("community");
  await ora.button(/Take .*Gossip.* out/).click();
  await ora.page.getByText("The room stays as it is").waitFor();
  await ora.look("community-take");
  await ora.button("Take out").click();
  await ora.button(/^Gossip.*member/).waitFor({ state: "detached" });
  await ora.button("All conversations").click();
  await list.getByRole("link", { name: /Gossip/ }).waitFor();

  // Who may not change it is not offered to, until they may; and finds what they may come into.
  await pim.button("Join").waitFor();
  const offered = pim.button(/Add rooms|Create a room|Take .*Strings.* out/);
  expect(await offered.count()).toBe(0);
  await ora.button("Orchestra").click();
  await ora.page.getByRole("link", { name: "Orchestra" }).click();
  await ora.button("About").click();
  await ora.look("community-about");
  await ora.button("Community settings").click();
  await ora.page.getByRole("combobox", { name: /Add rooms and take them out/ }).selectOption("0");
  await pim.button(/Take .*Strings.* out/).waitFor();
  expect(await offered.count()).toBe(3);
  await ora.look("community-settings");
  await ora.page.getByRole("combobox", { name: /Add rooms and take them out/ }).selectOption("50");
  await pim.button(/Take .*Strings.* out/).waitFor({ state: "detached" });
  await pim.look("community-phone");
  await pim.button("Join").click();
  await pim.expectSaid("Bring your bows");
  await pim.page.getByRole("button", { name: "Back to the list" }).click();
  await pim.button("Orchestra").click();
  await pim.page.getByRole("link", { name: /Strings/ }).waitFor();
  await pim.look("community-list-phone");
  // What is said there is told at the community.
  await ora.page.getByRole("link", { name: /Strings/ }).click();
  await ora.say("Where is the cello?");
  await pim.button(/Orchestra.*1.* unread message/).waitFor();

  // A link to somebody.
  await pim.page.goto("/people/@ora:hearth.example");
  await pim.button("Send a message").waitFor();
  await pim.look("person-phone");
  // Who leaves reads what that means.
  await pim.page.goto("/");
  await pim.button(/^Orchestra/).click();
  await pim.page.getByRole("link", { name: "Orchestra" }).click();
  await pim.button("About").click();
  await pim.button("Leave").click();
  await pim.page.getByText("You stay in those of its rooms").waitFor();
  await pim.page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await pim.page.getByRole("link", { name: /Strings/ }).waitFor();
  expect(await pim.button(/^Orchestra/).count()).toBe(0);
  await ora.close();
  await pim.close();
});

test("a community is made by keyboard, with a topic and a picture, for who asks; and mirrored", async () => {
  const [kai, lou] = await Promise.all([enter(on, "kai"), enter(on, "lou", { language: "ar-XB" })]);
  const { keyboard } = kai.page;
  await kai.button("New").focus();
  for (const key of ["Enter", "ArrowDown", "ArrowDown", "Enter"]) await keyboard.press(key);
  await kai.page.getByRole("dialog").waitFor();
  await keyboard.type("Choir");
  await keyboard.press("Tab");
  await keyboard.type("Songs on Thursdays");
  await kai.page.locator("input[type=file]").setInputFiles(png("notes.png", 60, 60));
  await kai.page.getByRole("dialog").locator("img").waitFor();
  await kai.look("community-new");
  await kai.page.getByRole("radio").first().focus();
  for (const key of ["ArrowDown", "Tab", "Enter"]) await keyboard.press(key);
  await kai.page.getByRole("heading", { name: "Choir" }).waitFor();
  await kai.page.getByText("Songs on Thursdays").waitFor();
  await kai.page.locator("section img").first().waitFor();

  await lou.page.goto(new URL(kai.page.url()).pathname);
  await lou.page.getByText("Songs on Thursdays").waitFor();
  await lou.look("community-asking-mirrored");
  await lou.page.locator("main header button").first().click();
  await lou.page.getByRole("menuitem").nth(2).click();
  await lou.page.getByRole("dialog").waitFor();
  await lou.look("community-new-mirrored");
  await kai.close();
  await lou.close();
});
