// What waits when the page is closed is sent by itself when it is opened again: in its order, once, encrypted too.

import { expect, test } from "vitest";
import { png } from "./files.ts";
import { enter, meet, pair } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

test("what waited is sent after the page was loaded anew", async () => {
  const [fay, gus] = await Promise.all([enter(on, "fay"), enter(on, "gus")]);
  await pair(fay, gus);
  await fay.say("In secret: zero");
  await gus.expectSaid("In secret: zero");
  await gus.say("I am here");
  await fay.expectSaid("I am here");
  await fay.say("So am I");
  await gus.expectSaid("So am I");

  // The server has the first one, but its answer is lost; the other two do not get there.
  let line: "lossy" | "cut" | "refused" | "open" = "lossy";
  let cuts = 0;
  await fay.page.route("**/send/m.room.**", async (route) => {
    if (line === "open") return route.continue();
    if (line === "refused") return route.fulfill({ status: 403, json: { errcode: "M_FORBIDDEN" } });
    if (line === "lossy") await route.fetch();
    else cuts += 1;
    line = "cut";
    return route.abort();
  });
  const waits = (words: string) => fay.message(words).getByRole("img", { name: /Sending|Waiting/ });
  for (const words of ["one", "two", "three"]) await fay.say(`In secret: ${words}`);
  await waits("In secret: three").waitFor();
  await gus.expectSaid("In secret: one");
  // The first one has come back; the others wait on, and are kept once they are encrypted.
  await waits("In secret: one").waitFor({ state: "detached" });
  await expect.poll(() => cuts, { timeout: 30_000 }).toBeGreaterThan(0);
  await waits("In secret: two").waitFor();
  await waits("In secret: three").waitFor();
  await fay.page.waitForFunction(() => {
    const [key] = Object.keys(localStorage).filter((key) => key.startsWith("mx_pending_events_"));
    return JSON.parse(localStorage.getItem(key ?? "") ?? "[]").length === 2;
  });
  await fay.page.reload();
  await waits("In secret: three").waitFor();
  await fay.picture("waiting-reloaded");
  line = "open";
  await gus.expectSaid("In secret: three");

  // A message that is refused is not sent by itself, and holds nothing up.
  line = "refused";
  await fay.say("Refused");
  await fay.page.getByText("Not sent.").waitFor();
  line = "open";
  await fay.say("In secret: four");
  await gus.expectSaid("In secret: four");
  await fay.page.reload();
  await fay.page.getByText("Not sent.").waitFor();
  await fay.page.getByText("In secret: four").first().waitFor();
  await fay.expectAccessible();
  const said = await gus.page.locator("[data-content]").allInnerTexts();
  const numbers = ["zero", "one", "two", "three", "four"].map((word) => `In secret: ${word}`);
  expect(said.filter((words) => words.startsWith("In secret"))).toEqual(numbers);
  expect(said).not.toContain("Refused");
  const own = await fay.page.locator("[data-content]").allInnerTexts();
  expect(own.filter((words) => words.startsWith("In secret"))).toEqual(numbers);
  await fay.close();
  await gus.close();
});

test("files, reactions and deletions wait too, where everything is encrypted", async () => {
  const [hal, ivy] = await Promise.all([enter(on, "hal", { isKept: true }), enter(on, "ivy")]);
  await pair(hal, ivy);
  await hal.saySent("Good news");
  await hal.saySent("A slip");
  await ivy.expectSaid("A slip");

  await hal.page.context().setOffline(true);
  await hal.message("Good news").hover();
  await hal.message("Good news").getByRole("button", { name: "React" }).click();
  await hal.page.getByRole("button", { name: "🎉" }).click();
  await hal.message("Good news").getByRole("button", { name: /🎉/ }).waitFor();
  // What is taken back before it was sent is never sent.
  await hal.message("A slip").hover();
  await hal.message("A slip").getByRole("button", { name: "React" }).click();
  await hal.page.getByRole("button", { name: "👀" }).click();
  await hal.message("A slip").getByRole("button", { name: /👀/ }).click();
  await hal.message("A slip").getByRole("button", { name: /👀/ }).waitFor({ state: "detached" });
  await hal.remove(hal.message("A slip"));
  await hal.message("A slip").waitFor({ state: "detached" });
  const field = hal.page.locator("footer textarea:visible");
  await hal.page.locator("footer input[type=file]").setInputFiles(png("attic.png", 40, 30));
  await field.fill("From up here");
  await field.press("Enter");
  const photo = hal.message("From up here");
  await photo.getByRole("img", { name: /Waiting/ }).waitFor();

  // Once it is kept nobody is asked whether to lose it, as nothing is lost.
  await expect.poll(() => hal.page.evaluate(() => onbeforeunload === null)).toBe(true);
  await hal.page.reload();
  await photo.getByRole("img", { name: /Waiting/ }).waitFor();
  await photo.locator("img").first().waitFor();
  await hal.message("Good news").getByRole("button", { name: /🎉/ }).waitFor();
  await hal.message("A slip").waitFor({ state: "detached" });
  await hal.picture("waiting-files");

  await hal.page.context().setOffline(false);
  await ivy.message("From up here").locator("img").first().waitFor();
  await ivy.message("Good news").getByRole("button", { name: /🎉/ }).waitFor();
  await ivy.message("A slip").waitFor({ state: "detached" });
  await photo.getByRole("img", { name: /Waiting|Sending/ }).waitFor({ state: "detached" });
  for (const person of [hal, ivy]) {
    expect(await person.page.getByRole("article").filter({ hasText: "From up here" }).count()).toBe(1);
    await person.message("A slip").waitFor({ state: "detached" });
  }
  // What has arrived is not kept.
  await hal.page.reload();
  await photo.waitFor();
  const rooms = await hal.ask("GET", "/sync");
  expect(JSON.stringify(rooms)).not.toContain("👀");
  expect(await photo.getByRole("img", { name: /Waiting|Sending/ }).count()).toBe(0);
  await hal.close();
  await ivy.close();
});

test("an edit of what was deleted meanwhile is given up, and nothing of it waits", async () => {
  const [kim, lee] = await Promise.all([enter(on, "kim"), enter(on, "lee")]);
  await meet("Minutes", kim, lee);
  await lee.saySent("Half past nine");
  await kim.expectSaid("Half past nine");
  // The edit gets to the server only once the message is deleted there.
  let letGo = () => {};
  const isDeleted = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await lee.page.route("**/send/m.room.message/**", async (route) => {
    await isDeleted;
    await route.continue();
  });
  await lee.act(lee.message("Half past nine"), "Edit");
  const field = lee.page.locator("footer textarea:visible");
  await field.fill("Half past ten");
  await field.press("Enter");
  await lee.message("Half past ten").waitFor();
  await kim.act(kim.message("Half past nine"), "Delete for everyone");
  await kim.confirmRemoval();
  await lee.expectSaid(/Deleted by .*kim/);
  letGo();
  await lee.page.waitForFunction(() =>
    Object.entries(localStorage).every(
      ([key, kept]) => !key.startsWith("mx_pending_events_") || kept === "[]",
    ),
  );
  expect(await lee.page.getByText("Not sent.").count()).toBe(0);
  // Nothing would be lost, so nobody is asked about it.
  await lee.saySent("So be it");
  await kim.expectSaid("So be it");
  await kim.close();
  await lee.close();
});
