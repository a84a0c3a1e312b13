// A community is made, gets rooms, and somebody on a phone comes in by its link and finds them.

import { expect, test } from "vitest";
import { PHONE, signUp, Visitor } from "./browser.ts";
import { stage } from "./stage.ts";

const on = stage();

test("a community with rooms of its own", async () => {
  const ora = await Visitor.open(on.browser, on.server.url);
  const pim = await Visitor.open(on.browser, on.server.url, { size: PHONE });
  await signUp(ora, "ora");
  await signUp(pim, "pim");
  await ora.makeRoom("Gossip", "Invited people only");
  await ora.choose("New", "Create a community");
  await ora.field("Name of the community").fill("Orchestra");
  await ora.page.getByText("Everyone here").click();
  await ora.look("new-community");
  await ora.button("Create community").click();
  await ora.page.getByText("There are no rooms in it yet.").waitFor();
  await ora.makeRoom("Strings", "Members of");
  await ora.say("Bring your bows");
  const list = ora.page.getByRole("navigation", { name: "Your conversations" });
  expect(await list.getByRole("link", { name: /Gossip/ }).count()).toBe(0);
  await ora.button("All conversations").click();
  await list.getByRole("link", { name: /Gossip/ }).waitFor();
  await ora.button("Orchestra").click();
  await ora.page.getByRole("link", { name: "Orchestra" }).click();
  await ora.button("Add rooms").click();
  await ora.button(/Add .*Gossip/).click();
  await ora.button(/Take .*Gossip.* out/).waitFor();
  await ora.page.keyboard.press("Escape");
  await ora.button(/Open .*Gossip/).waitFor();
  await ora.look("community");

  await pim.page.goto(
    `/rooms/${decodeURIComponent(new URL(ora.page.url()).pathname.split("/").at(-1) ?? "")}`,
  );
  await pim.page.getByRole("heading", { name: "Orchestra" }).waitFor();
  await pim.button("Join").click();
  await pim.button(/Join .*Strings/).waitFor();
  await pim.look("community-phone");
  await pim.button(/Join .*Strings/).click();
  await pim.expectSaid("Bring your bows");
  await pim.page.getByRole("button", { name: "Back to the list" }).click();
  await pim.button("Orchestra").click();
  await pim.page.getByRole("link", { name: /Strings/ }).waitFor();
  await pim.look("community-list-phone");
  // What is said there is told at the community.
  await ora.page.getByRole("link", { name: /Strings/ }).click();
  await ora.say("Where is the cello?");
  await pim.button(/Orchestra.*something new/).waitFor();

  // A link to somebody.
  await pim.page.goto("/people/@ora:hearth.example");
  await pim.button("Send a message").waitFor();
  await pim.look("person-phone");
  await ora.close();
  await pim.close();
});
