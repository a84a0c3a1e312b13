// Two people in two browsers talk: in the open and encrypted, with all that belongs to a conversation.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { openBrowser, PHONE, signUp, Visitor } from "./browser.ts";
import { Server } from "./server.ts";

let browser: Browser;
let server: Server;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), new Server().start()]);
});

afterAll(async () => {
  await browser.close();
  await server.remove();
});

test("two people talk in secret, on a desktop and on a phone", async () => {
  const ada = await Visitor.open(browser, server.url);
  const bob = await Visitor.open(browser, server.url, { size: PHONE, scheme: "dark" });
  await signUp(ada, "ada");
  await ada.picture("first-screen");
  await signUp(bob, "bob");
  await bob.picture("first-screen-phone");
  await bob.expectAccessible();

  await ada.button("Message someone").click();
  await ada.page.getByLabel("Name or @address").fill("bob");
  await ada.page.getByText("@bob:hearth.example").click();
  await ada.expectSaid("Messages from here on are end-to-end encrypted");
  await ada.say("Hello Bob! 你好 😀");
  await bob.page.getByRole("link", { name: /ada/ }).click();
  await bob.button("Join").click();
  await bob.expectSaid("Hello Bob! 你好 😀");
  await bob.say("Good to *see* you, Ada");
  await ada.expectSaid("Good to see you, Ada");
  await ada.picture("encrypted");
  await bob.picture("encrypted-phone");
  await ada.expectAccessible();
  await bob.expectAccessible();
  await bob.expectFitting();
  await ada.close();
  await bob.close();
});
