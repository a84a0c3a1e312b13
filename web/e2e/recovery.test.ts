// A device is lost, and nothing with it: the recovery key is offered after the third message and opens everything.

import { expect, test } from "vitest";
import { PASSWORD, PHONE, signIn, signUp, Visitor } from "./browser.ts";
import { stage } from "./stage.ts";

const on = stage();

test("a recovery key brings encrypted messages back", async () => {
  const mia = await Visitor.open(on.browser, on.server.url);
  await signUp(mia, "mia");
  await mia.makeRoom("Diary", "Invited people only");
  const backedUp = mia.page.waitForResponse((answer) => answer.url().includes("/room_keys/keys"));
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
  // The backup is written a moment after the first message.
  await backedUp;
  await mia.close();

  const lost = await Visitor.open(on.browser, on.server.url);
  await signIn(lost, "mia");
  await lost.page.getByRole("link", { name: /Diary/ }).click();
  const bring = lost.page.getByRole("article").getByRole("button", { name: "Bring them here" }).first();
  await bring.waitFor();
  await lost.picture("recovery-unreadable");
  await lost.expectAccessible();
  await bring.click();
  await lost.field("Recovery key").fill("EsTx not a key at all");
  await lost.button("Open my messages").click();
  await lost.page.getByText("This is not your recovery key.").waitFor();
  await lost.field("Recovery key").fill(key ?? "");
  await lost.button("Open my messages").click();
  await lost.expectSaid("One of three");
  await lost.expectSaid("Three of three");
  await lost.button("Bring them here").first().waitFor({ state: "detached" });
  await lost.picture("recovery-done");
  await lost.close();
});

test("who has lost everything begins anew, and knows what that costs", async () => {
  const ken = await Visitor.open(on.browser, on.server.url);
  await signUp(ken, "ken");
  await ken.makeRoom("Attic", "Invited people only");
  await ken.say("Gone for good");
  await ken.message("Gone for good").waitFor();
  await ken.close();

  const anew = await Visitor.open(on.browser, on.server.url, { size: PHONE });
  await signIn(anew, "ken");
  await anew.button("Bring them here").click();
  await anew.button("I have neither").click();
  await anew.button(/Give up/).waitFor();
  await anew.look("recovery-reset");
  await anew.field("Password").fill("a guess");
  await anew.button("Give up my old messages and begin anew").click();
  await anew.page.getByText("This is not your password.").waitFor();
  await anew.field("Password").fill(PASSWORD);
  await anew.button("Give up my old messages and begin anew").click();
  await anew.button("Make it now").click();
  const key = await anew.page.locator("output").textContent();
  await anew.button("I have kept it").click();
  await anew.page.getByRole("link", { name: /Attic/ }).click();
  await anew.page.getByText("its key is not in your backup").waitFor();
  await anew.look("recovery-lost");
  await anew.say("A new beginning");
  await anew.message("A new beginning").waitFor();

  // The new key opens what is said from now on.
  const third = await Visitor.open(on.browser, on.server.url);
  await signIn(third, "ken");
  await third.button("Bring them here").click();
  await third.field("Recovery key").fill(key ?? "");
  await third.button("Open my messages").click();
  await third.page.getByRole("link", { name: /Attic/ }).click();
  await third.message("A new beginning").waitFor();
  await third.close();
  await anew.close();
});
