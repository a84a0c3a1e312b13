// Where links lead, and what is told where one may not go on.

import { expect, test } from "vitest";
import { PASSWORD, PHONE, Visitor } from "./browser.ts";
import { account, enter, join, meet, openRoom } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

test("links in messages stay in the app", async () => {
  const mia = await enter(on, "mia");
  const room = await meet("Harbour", mia);
  const quay = await openRoom(mia.ask, "Quay");
  const { event_id = "" } = await quay.say("Ships come in here");
  await mia.say(`See ${on.server.url}/rooms/${encodeURIComponent(quay.room_id)}/${event_id}`);
  await mia.message("See").getByRole("link").click();
  await mia.page.getByRole("heading", { name: "Quay" }).waitFor();
  await mia.message("Ships come in here").waitFor();
  expect(mia.page.context().pages()).toHaveLength(1);
  await mia.page.goBack();
  await mia.page.getByRole("heading", { name: "Harbour" }).waitFor();

  await mia.say(`Or https://matrix.to/#/${quay.room_id}`);
  await mia.message("Or").getByRole("link").click();
  await mia.page.getByRole("heading", { name: "Quay" }).waitFor();

  const ned = await account(on.server, "ned");
  await ned("POST", `/join/${room}`, {});
  await mia.openRoom(/Harbour/);
  await mia.page.locator("footer textarea:visible").pressSequentially("Hello @ne");
  await mia.page.getByRole("option", { name: /ned/ }).waitFor();
  await mia.page.locator("footer textarea:visible").press("Enter");
  await mia.page.locator("footer textarea:visible").press("Enter");
  await mia.message("Hello").getByRole("link", { name: "@ned" }).click();
  await mia.page.getByRole("complementary").getByText("@ned:hearth.example").waitFor();
  await mia.look("mention-profile");
  await mia.close();
});

test("where one may not write, it is said; where a room was replaced, the way leads on", async () => {
  const ola = await account(on.server, "ola");
  const { room_id } = await openRoom(ola, "Stage");
  await ola("PUT", `/rooms/${room_id}/state/m.room.power_levels/`, {
    events_default: 50,
    events: { "m.reaction": 50 },
    invite: 50,
  });
  const { event_id = "" } = await ola("POST", `/rooms/${room_id}/send/m.room.message`, {
    msgtype: "m.text",
    body: "Please be quiet",
  });
  const pam = await enter(on, "pam", { path: "/" });
  await pam.ask("POST", `/join/${room_id}`, {});
  await pam.page.getByRole("link", { name: /Stage/ }).click();
  await pam.page.getByText("Only some people may write here").waitFor();
  await pam.message("Please be quiet").hover();
  await pam.button("More about this message").waitFor();
  expect(await pam.button("Reply").count()).toBe(0);
  expect(await pam.button("React").count()).toBe(0);
  await pam.look("quiet");
  await pam.button("More about this room").click();
  expect(await pam.page.getByRole("menuitem", { name: "Invite people" }).count()).toBe(0);
  await pam.page.keyboard.press("Escape");
  await ola("POST", `/rooms/${room_id}/upgrade`, { new_version: "12" });
  await pam.page.getByText("goes on in another room").waitFor();
  await pam.look("moved");
  await pam.button("Go there").click();
  await pam.page.getByRole("heading", { name: "Stage" }).waitFor();
  expect(event_id).not.toBe("");

  // What was said in the old room stays within reach, though only the new one is in the list.
  await pam.button("Join").click();
  await pam.button("More about this room").waitFor();
  await pam.page.goBack();
  await pam.message("Please be quiet").waitFor();
  await pam.page.getByText("goes on in another room").waitFor();
  expect(await pam.page.getByRole("navigation").getByRole("link", { name: /Stage/ }).count()).toBe(1);
  await pam.close();
});

test("who makes an account for a link comes to what it leads to", async () => {
  const rex = await account(on.server, "rex");
  const { room_id, say } = await openRoom(rex, "Library");
  const { event_id = "" } = await say("The third shelf");
  const sue = await Visitor.open(on.browser, on.server.url);
  await sue.page.goto(`/rooms/${encodeURIComponent(room_id)}/${event_id}`);
  await sue.page.getByRole("link", { name: "Create an account" }).click();
  await sue.page.getByText("Library").waitFor();
  await sue.page.locator("[name=username]").fill("sue");
  await sue.page.locator("[name=password]").fill(PASSWORD);
  await sue.page.locator("button[type=submit]").click();
  await sue.message("The third shelf").waitFor();
  expect(new URL(sue.page.url()).pathname).toContain(event_id);
  await sue.close();
});

test("an invitation of somebody unwanted is declined for good", async () => {
  const tom = await account(on.server, "tom");
  const uma = await enter(on, "uma", { size: PHONE });
  const invite = () =>
    tom("POST", "/createRoom", { preset: "private_chat", name: "Trap", invite: ["@uma:hearth.example"] });
  await invite();
  await uma.page.getByRole("link", { name: /Trap/ }).click();
  await uma.look("invitation-unwanted");
  await uma.button("Report").click();
  await uma.page.getByRole("dialog").getByRole("textbox").fill("Spam");
  await uma.page.getByRole("dialog").getByRole("button", { name: "Report" }).click();
  await uma.page.getByRole("status").getByText(/./).first().waitFor();
  await uma.page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
  await uma.button("Decline and ignore").click();
  await uma.page.getByRole("link", { name: /Trap/ }).waitFor({ state: "detached" });
  await invite().catch(() => undefined);
  const { room_id } = await openRoom(tom, "Elsewhere");
  await join(uma, room_id, /Elsewhere/);
  expect(await uma.page.getByRole("link", { name: /Trap/ }).count()).toBe(0);
  await uma.close();
});

test("on a phone, the way back leads out of what was opened and not into it again", async () => {
  const vic = await enter(on, "vic", { size: PHONE });
  await openRoom(vic.ask, "Tower");
  await vic.page.getByRole("link", { name: /Tower/ }).click();
  await vic.say("All the way up");
  await vic.button(/^Threads/).click();
  await vic.button("Close threads").click();
  await vic.page.locator("footer textarea:visible").waitFor();
  await vic.button("Back to the list").click();
  await vic.page.getByRole("navigation").waitFor();
  expect(new URL(vic.page.url()).pathname).toBe("/");
  expect(await vic.page.evaluate(() => navigation.currentEntry?.index)).toBe(0);
  await vic.close();
});
