// A community gets a room of its own, and somebody on a phone comes in by a link and finds it.

import { expect, test } from "vitest";
import { PHONE } from "./browser.ts";
import { enter, retire } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

test("a community with rooms of its own", async () => {
  const [ora, pim] = await Promise.all([enter(on, "ora"), enter(on, "pim", { size: PHONE })]);
  await retire(ora, "Gossip");
  // As another client makes it.
  const { room_id: space } = await ora.ask("POST", "/createRoom", {
    name: "Orchestra",
    preset: "public_chat",
    creation_content: { type: "m.space" },
  });
  await ora.button("Orchestra").click();
  await ora.makeRoom("Strings", "Members of its community can come in.");
  await ora.say("Bring your bows");
  const list = ora.page.getByRole("navigation", { name: "Your conversations" });
  expect(await list.getByRole("link", { name: /Gossip/ }).count()).toBe(0);
  await ora.button("Your conversations").click();
  await list.getByRole("link", { name: /Gossip/ }).waitFor();
  await ora.button("Orchestra").click();
  await ora.page.getByRole("link", { name: "Orchestra" }).click();
  await ora.button("Strings").waitFor();
  await ora.look("community");

  await pim.page.goto(`/rooms/${space}`);
  await pim.page.getByRole("heading", { name: "Orchestra" }).waitFor();
  await pim.button("Join").click();
  await pim.page.getByText("Strings").waitFor();
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
  await ora.close();
  await pim.close();
});
