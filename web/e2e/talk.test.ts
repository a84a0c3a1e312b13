// Two people in two browsers talk: in the open and encrypted, with all that belongs to a conversation.

import { expect, test } from "vitest";
import { PHONE, signUp, Visitor } from "./browser.ts";
import { enter, meet } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

test("two people talk in secret, on a desktop and on a phone", async () => {
  const ada = await Visitor.open(on.browser, on.server.url);
  const bob = await Visitor.open(on.browser, on.server.url, { size: PHONE, scheme: "dark" });
  await signUp(ada, "ada");
  await ada.picture("first-screen");
  await signUp(bob, "bob");
  await bob.picture("first-screen-phone");
  await bob.expectAccessible();

  await ada.button("Message someone").click();
  await ada.page.getByLabel("Name or @address").fill("bob");
  await ada.page.getByText("@bob:hearth.example").waitFor();
  await ada.picture("new-person");
  await ada.expectAccessible();
  await ada.page.getByText("@bob:hearth.example").click();
  await ada.expectSaid("Messages from here on are end-to-end encrypted");
  await ada.say("Hello Bob! 你好 😀");
  await bob.page.getByRole("link", { name: /ada/ }).click();
  await bob.picture("invitation-phone");
  await bob.expectAccessible();
  await bob.button("Join").click();
  await bob.expectSaid("Hello Bob! 你好 😀");
  await bob.say("Good to *see* you, Ada");
  await ada.expectSaid("Good to see you, Ada");
  await ada.picture("encrypted");
  await bob.picture("encrypted-phone");
  await ada.expectAccessible();
  await bob.expectAccessible();
  await bob.expectFitting();

  // Loaded anew, what was said can still be read.
  await bob.page.reload();
  await bob.expectSaid("Hello Bob! 你好 😀");
  await ada.say("And back");
  await bob.expectSaid("And back");

  // Where a thumb writes, Enter begins a line.
  const field = bob.page.locator("footer textarea:visible");
  await field.fill("One line");
  await field.press("Enter");
  await field.pressSequentially("and another");
  expect(await field.inputValue()).toBe("One line\nand another");
  await bob.send();
  await ada.expectSaid("and another");
  expect(await ada.message("One line").textContent()).toContain("One line\nand another");
  await ada.close();
  await bob.close();
});

test("a room for everybody, with all that belongs to a conversation", async () => {
  const [cleo, dan] = await Promise.all([enter(on, "cleo"), enter(on, "dan")]);

  await cleo.choose("New", "Create a room");
  await cleo.field("Name of the room").fill("Garden");
  await cleo.page.getByText("Everyone here").click();
  await cleo.picture("new-room");
  await cleo.expectAccessible();
  await cleo.button("Create room").click();
  await cleo.page.getByRole("heading", { name: "Garden" }).waitFor();
  await cleo.say("Who waters the tomatoes?");

  await dan.choose("New", "Find a room");
  await dan.page.getByRole("listitem").filter({ hasText: "Garden" }).getByRole("button").click();
  await dan.expectSaid("Who waters the tomatoes?");

  // A mention is completed by keyboard.
  const field = dan.page.locator("footer textarea:visible");
  await field.pressSequentially("Me! @cl");
  await dan.page.getByRole("option", { name: /cleo/ }).waitFor();
  await dan.picture("mention");
  await dan.expectAccessible();
  await field.press("Enter");
  await field.pressSequentially("with the new can");
  expect(await field.inputValue()).toMatch(/^Me! @?cleo with the new can$/);
  await cleo.page.getByText(/dan.* is writing/).waitFor();
  await field.press("Enter");
  await cleo.message("with the new can").waitFor();

  // An answer, a reaction, an edit, a deletion.
  await cleo.message("with the new can").hover();
  await cleo.message("with the new can").getByRole("button", { name: "Reply", exact: true }).click();
  await cleo.say("Thank you");
  await dan.message("Thank you").getByText("with the new can").waitFor();
  await dan.message("Thank you").hover();
  await dan.message("Thank you").getByRole("button", { name: "React" }).click();
  await dan.page.getByRole("button", { name: "❤️" }).click();
  await cleo.message("Thank you").getByRole("button", { name: /❤️/ }).waitFor();
  await cleo.act(cleo.message("Thank you"), "Edit");
  await cleo.say("Thank you, Dan");
  await dan.message("Thank you, Dan").getByText("(edited)").waitFor();
  await dan.say("A slip of the finger");
  await cleo.expectSaid("A slip of the finger");
  await dan
    .message("A slip of the finger")
    .getByRole("img", { name: "Sending" })
    .waitFor({ state: "detached" });
  await dan.page.locator("footer textarea:visible").press("ArrowUp");
  expect(await dan.page.locator("footer textarea:visible").inputValue()).toBe("A slip of the finger");
  await dan.page.locator("footer textarea:visible").press("Escape");
  await dan.message("A slip of the finger").hover();
  await dan.message("A slip of the finger").getByRole("button", { name: "More about this message" }).click();
  await dan.picture("conversation");
  await dan.page.getByRole("menuitem", { name: "Delete for everyone" }).click();
  await dan.page.getByText("Delete your message?").waitFor();
  await dan.look("delete-own");
  // Who holds Enter too long has not said yes.
  await dan.page.keyboard.press("Tab");
  await dan.page.keyboard.press("Enter");
  await cleo.expectSaid("Deleted");
  await cleo.picture("conversation-other");
  await cleo.expectAccessible();

  // What is not looked at is unread, and those who are meant are called.
  await dan.go("/");
  await cleo.say("Are you still there?");
  const line = dan.page.getByRole("link", { name: /Garden/ });
  await line.getByText(/1.* unread message/).waitFor();
  await dan.page.waitForFunction(() => document.title === "(1) hearth.example");
  await dan.picture("list-unread");
  await dan.button("Unread").click();
  await line.click();
  await dan.expectSaid("Are you still there?");
  await line.getByText(/1.* unread message/).waitFor({ state: "detached" });
  await dan.page.waitForFunction(() => document.title === "Garden · hearth.example");
  await cleo
    .message("Are you still there?")
    .getByRole("img", { name: /Read by .*dan/ })
    .waitFor();

  // A draft stays where it was begun.
  await dan.page.locator("footer textarea:visible").fill("Half a thou");
  await dan.page.reload();
  await dan.expectSaid("Are you still there?");
  expect(await dan.page.locator("footer textarea:visible").inputValue()).toBe("Half a thou");
  await dan.choose("More about this room", "Leave");
  await dan.expectAccessible();
  await dan.button("Leave").click();
  await cleo.expectSaid(/dan.* left/);
  await cleo.close();
  await dan.close();
});

test("what is written without a connection is sent once, in its order", async () => {
  const [fay, gus] = await Promise.all([enter(on, "fay"), enter(on, "gus")]);
  await meet("Tunnel", fay, gus);
  await fay.say("Before the tunnel");
  await gus.expectSaid("Before the tunnel");

  await fay.page.context().setOffline(true);
  for (const words of ["one", "two", "three"]) await fay.say(`In the tunnel: ${words}`);
  await fay.page.getByRole("img", { name: "Waiting for a connection" }).nth(2).waitFor();
  await fay.picture("offline");
  await fay.expectAccessible();
  await fay.page.context().setOffline(false);
  await gus.expectSaid("In the tunnel: three");
  await on.server.kill();
  await gus.say("Is anybody there?");
  await on.server.start();
  await fay.expectSaid("Is anybody there?");
  const said = await gus.page.locator("[data-content]").allInnerTexts();
  expect(said).toEqual([
    "Before the tunnel",
    "In the tunnel: one",
    "In the tunnel: two",
    "In the tunnel: three",
    "Is anybody there?",
  ]);
  await fay.close();
  await gus.close();
});

test("a second window asks before it takes over", async () => {
  const hal = await enter(on, "hal");
  const second = await hal.page.context().newPage();
  await second.goto("/");
  await second.getByRole("heading", { name: "Open in another window" }).waitFor();
  await second.getByRole("button", { name: "Use it here" }).click();
  await second.locator("[data-screen=inside]").waitFor();
  await hal.page.getByRole("heading", { name: "Open in another window" }).waitFor();
  await hal.expectAccessible();
  await hal.close();
});
