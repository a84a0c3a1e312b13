// A room is looked at, set and kept in order: its information, members, roles and what follows from them.

import { expect, test } from "vitest";
import { PHONE } from "./browser.ts";
import { enter, meet } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

test("a room is set by who may, and what is refused says why", async () => {
  const [ada, bob, eve] = await Promise.all([
    enter(on, "ada"),
    enter(on, "bob", { size: PHONE }),
    enter(on, "eve"),
  ]);
  const harbour = await meet("Harbour", ada, bob, eve);
  await ada.say("Who is on the quay?");
  for (const visitor of [bob, eve]) await visitor.expectSaid("Who is on the quay?");
  await bob.say("I am");
  await eve.say("Buy my things!");

  // What the room is, and its settings.
  await ada.button("Harbour").click();
  await ada.page.getByText("Not encrypted: who runs the server could read it too.").waitFor();
  await ada.look("about");
  await ada.button("Room settings").click();
  await ada.field("Topic").fill("Ships, tides and gossip");
  await ada.button("Save").click();
  await ada.button("Save").waitFor({ state: "detached" });
  await ada.field("New address").fill("harbour");
  await ada.button("Add address").click();
  await ada.page.getByText("#harbour:hearth.example").waitFor();
  await ada.look("room-settings");
  await ada.button("Back").click();
  await ada.page.getByRole("complementary").getByText("Ships, tides and gossip").waitFor();

  // Somebody is made a moderator, who may remove others but not who is above.
  await ada.button(/3.* members/).click();
  await ada.field("Search members").fill("bob");
  await ada.look("members");
  await ada.button(/bob.*@bob/).click();
  await ada.page.getByRole("combobox", { name: /Role/ }).selectOption("50");
  await ada.look("profile");

  await bob.button("Harbour").click();
  await bob.page.getByRole("complementary").getByText("Ships, tides and gossip").waitFor();
  await bob.look("about-phone");
  await bob.button(/3.* members/).click();
  await bob.look("members-phone");
  await bob.button(/ada.*@ada/).click();
  await bob.page.getByText(/Owner/).waitFor();
  await bob.page.getByText(/has the same role as you, or a higher one/).waitFor();
  await bob.page.goBack();
  await bob.button(/eve.*@eve/).click();
  await bob.look("profile-phone");
  await bob.button("Remove").click();
  await bob.page.getByText(/can come back if it is open/).waitFor();
  await bob.field("Reason (optional)").fill("No selling here");
  await bob.look("remove-phone");
  await bob.page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await ada.expectSaid(/bob.* removed .*eve.*: .*No selling here/);
  await eve.page.getByText(/bob.* removed you from this room/).waitFor();
  await eve.page.getByText(/Reason: .*No selling here/).waitFor();
  await eve.look("removed");
  await ada.ask("POST", `/rooms/${harbour}/ban`, { user_id: eve.userId, reason: "Enough" });
  await eve.page.reload();
  await eve.page.getByText(/ada.* banned you from this room/).waitFor();
  await eve.page.getByText("You cannot come in until the ban is lifted.").waitFor();
  await eve.look("banned");
  expect(await eve.button("Join").count()).toBe(0);
  // A message of somebody else is deleted, or reported; whoever is ignored is not heard.
  const theirs = ada.message("Buy my things!");
  await ada.act(theirs, "Report");
  await ada.field("What is wrong?").fill("Advertising");
  await ada.look("report");
  await ada.page.getByRole("dialog").getByRole("button", { name: "Report" }).click();
  await ada.page.getByText("Your report has been sent").waitFor();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
  await ada.act(theirs, "Delete for everyone");
  await ada.page.getByText("cannot be brought back").waitFor();
  await ada.field("Reason (optional)").fill("Advertising");
  await ada.look("delete");
  await ada.confirmRemoval();
  await ada.expectSaid(/Deleted by .*ada.*: .*Advertising/);
  await ada.message("I am").getByRole("button", { name: "bob" }).click();
  await ada.button("Ignore").click();
  await ada.page.getByText("I am", { exact: true }).waitFor({ state: "detached" });
  await ada.choose(/Your account/, "Settings");
  await ada.page
    .getByRole("dialog")
    .getByRole("button", { name: /Stop ignoring/ })
    .click();
  await ada.page.keyboard.press("Escape");
  await ada.message("I am").waitFor();

  // The back button closes one panel after the other, and then the room.
  await bob.page.goBack();
  await bob.field("Search members").waitFor();
  await bob.page.goBack();
  await bob.page.goBack();
  await bob.page.getByRole("complementary").waitFor({ state: "detached" });
  expect(await bob.page.getByRole("heading", { name: "Harbour" }).count()).toBe(1);
  await bob.expectSaid(/Deleted by .*ada.*: .*Advertising/);
  for (const visitor of [ada, bob, eve]) await visitor.close();
});
