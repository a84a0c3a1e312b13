// A device is lost, and nothing with it: the recovery key is offered after the third message and opens everything.

import { expect, test } from "vitest";
import { PASSWORD, PHONE, signIn, Visitor } from "./browser.ts";
import { flow } from "./flow.ts";
import { enter, retire } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

test("a recovery key brings encrypted messages back", async () => {
  const mia = await enter(on, "mia");
  await retire(mia, "Diary");
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
  let key = "";
  await flow("make a recovery key", mia, async () => {
    await mia.click(offer);
    await mia.click(mia.button("Make it now"));
    await mia.button("I have kept it").waitFor();
    await mia.look("recovery-key");
    // It is shown this once, so no slip closes it.
    await mia.page.keyboard.press("Escape");
    await mia.page.mouse.click(5, 5);
    key = (await mia.page.locator("output").textContent()) ?? "";
    await mia.click(mia.button("I have kept it"));
    await offer.waitFor({ state: "detached" });
  });
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
  await lost.page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await flow("bring messages back by the recovery key", lost, async () => {
    await lost.click(bring);
    await lost.fill("Recovery key", key);
    await lost.click(lost.button("Open my messages"));
    await lost.expectSaid("One of three");
    await lost.expectSaid("Three of three");
  });
  await lost.button("Bring them here").first().waitFor({ state: "detached" });
  await lost.picture("recovery-done");
  await lost.close();
});

test("who has lost everything begins anew, and knows what that costs", async () => {
  const ken = await enter(on, "ken");
  await retire(ken, "Attic");
  const sent = ken.page.waitForResponse((answer) => answer.url().includes("/send/m.room.encrypted/"));
  await ken.say("Gone for good");
  await sent;
  await ken.close();

  const anew = await Visitor.open(on.browser, on.server.url, { size: PHONE });
  await signIn(anew, "ken");
  let key = "";
  await flow("begin anew after losing everything", anew, async () => {
    await anew.click(anew.button("Bring them here"));
    await anew.click(anew.button("I have neither"));
    await anew.button(/Give up/).waitFor();
    await anew.look("recovery-reset");
    await anew.fill("Password", PASSWORD);
    await anew.click(anew.button("Give up my old messages and begin anew"));
    await anew.click(anew.button("Make it now"));
    key = (await anew.page.locator("output").textContent()) ?? "";
    await anew.click(anew.button("I have kept it"));
  });
  await anew.page.getByRole("link", { name: /Attic/ }).click();
  await anew.page.getByText("its key is not in your backup").waitFor();
  await anew.look("recovery-lost");
  // Its key is in the backup before anybody looks for it there.
  const isKept = anew.page.waitForResponse(
    (answer) => answer.url().includes("/room_keys/keys") && answer.request().method() === "PUT",
  );
  await anew.say("A new beginning");
  await anew.message("A new beginning").waitFor();
  await isKept;

  // The new key opens what is said from now on. The devices from before have no new keys, so none of them is offered.
  await anew.page.goBack();
  await anew.signOut();
  const third = await Visitor.open(on.browser, on.server.url);
  await signIn(third, "ken");
  await third.button("Bring them here").click();
  await third.page.getByText(/^Your recovery key brings your messages here\.$/).waitFor();
  expect(await third.button("Use another device").count()).toBe(0);
  await third.field("Recovery key").fill(key);
  await third.button("Open my messages").click();
  await third.page.getByRole("link", { name: /Attic/ }).click();
  await third.message("A new beginning").waitFor();
  await third.close();
  await anew.close();
});
