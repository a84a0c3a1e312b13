// A device is lost, and nothing with it: the recovery key is offered after the third message and opens everything.

import { expect, test } from "vitest";
import { PASSWORD, signUp, Visitor } from "./browser.ts";
import { stage } from "./stage.ts";

const on = stage();

test("a recovery key brings encrypted messages back", async () => {
  const mia = await Visitor.open(on.browser, on.server.url);
  await signUp(mia, "mia");
  await mia.makeRoom("Diary", "Invited people only");
  for (const words of ["One", "Two"]) {
    await mia.say(`${words} of three`);
    await mia.message(`${words} of three`).waitFor();
  }
  const offer = mia.button("Make a recovery key");
  expect(await offer.count()).toBe(0);
  await mia.say("Three of three");
  await offer.waitFor();
  await mia.picture("recovery-offer");
  await offer.click();
  await mia.button("Make it now").click();
  await mia.button("I have kept it").waitFor();
  await mia.picture("recovery-key");
  await mia.expectAccessible();
  const key = await mia.page.locator("output").textContent();
  await mia.button("I have kept it").click();
  await offer.waitFor({ state: "detached" });
  await mia.say("Four, backed up");
  await mia.message("Four, backed up").waitFor();
  // The backup is written a moment after.
  await mia.page.waitForResponse((answer) => answer.url().includes("/room_keys/keys"));
  await mia.close();

  const lost = await Visitor.open(on.browser, on.server.url);
  await lost.page.goto("/sign-in");
  await lost.field("User name").fill("mia");
  await lost.field("Password").fill(PASSWORD);
  await lost.button("Sign in").click();
  await lost.page.getByRole("link", { name: /Diary/ }).click();
  await lost.page
    .getByText(/This was sent before you signed in|The key for this message/)
    .first()
    .waitFor();
  await lost.picture("recovery-unreadable");
  await lost.expectAccessible();
  await lost.button("Enter the recovery key").click();
  await lost.field("Recovery key").fill("EsTx not a key at all");
  await lost.button("Open my messages").click();
  await lost.page.getByText("This is not your recovery key.").waitFor();
  await lost.field("Recovery key").fill(key ?? "");
  await lost.button("Open my messages").click();
  await lost.expectSaid("One of three");
  await lost.expectSaid("Three of three");
  await lost.button("Enter the recovery key").waitFor({ state: "detached" });
  await lost.picture("recovery-done");
  await lost.close();
});
