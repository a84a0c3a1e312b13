// What somebody writes is kept until it has arrived: over an edit, an answer, another room, a refusal.

import { expect, test } from "vitest";
import { png } from "./files.ts";
import { enter, meet, pair } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

const field = "footer textarea:visible";

test("half a thought stays while something else is done", async () => {
  const ida = await enter(on, "ida");
  await meet("Attic", ida);
  await meet("Cellar", ida);
  await ida.saySent("Under the roof");
  const words = () => ida.page.locator(field).inputValue();
  const type = (text: string) => ida.page.locator(field).fill(text);

  await type("Half a thou");
  await ida.act(ida.message("Under the roof"), "Edit");
  expect(await words()).toBe("Under the roof");
  await ida.page.locator(field).press("Escape");
  expect(await words()).toBe("Half a thou");
  await ida.act(ida.message("Under the roof"), "Edit");
  await ida.say("Below the roof");
  await ida.message("Below the roof").getByText("(edited)").waitFor();
  expect(await words()).toBe("Half a thou");
  await ida.message("Below the roof").hover();
  await ida.message("Below the roof").getByRole("button", { name: "Reply", exact: true }).click();
  await ida.page.getByText(/Reply to .*ida/).waitFor();
  await ida.page.locator(field).press("Escape");
  expect(await words()).toBe("Half a thou");

  // In another room there is another draft, and files that were chosen stay with theirs.
  await ida.page.locator("footer input[type=file]").setInputFiles(png("attic.png", 40, 30));
  await ida.page.getByRole("list", { name: "Files to send" }).waitFor();
  await ida.openRoom(/Attic/);
  expect(await words()).toBe("");
  expect(await ida.page.getByRole("list", { name: "Files to send" }).count()).toBe(0);
  await ida.openRoom(/Cellar/);
  expect(await words()).toBe("Half a thou");
  await ida.page.getByRole("list", { name: "Files to send" }).waitFor();

  // Who goes elsewhere while the file is made ready finds its words sent once.
  await ida.page.locator(field).press("Enter");
  await ida.openRoom(/Attic/);
  await ida.openRoom(/Cellar/);
  await ida.message("Half a thou").waitFor();
  expect(await words()).toBe("");
  expect(await ida.page.getByRole("article").filter({ hasText: "Half a thou" }).count()).toBe(1);
  await ida.close();
});

test("what was refused can be taken back, said otherwise, or tried again", async () => {
  const joe = await enter(on, "joe");
  await meet("Court", joe);
  await joe.saySent("As it was");
  await joe.refuse(/\/send\//);

  await joe.act(joe.message("As it was"), "Edit");
  await joe.say("As it should be");
  await joe.message("As it should be").getByText("Not sent.").waitFor();
  await joe.look("refused");
  await joe.message("As it should be").getByRole("button", { name: "Edit" }).click();
  await joe.message("As it was").waitFor();
  expect(await joe.page.locator(field).inputValue()).toBe("As it should be");
  await joe.page.locator(field).press("Enter");
  await joe.message("As it should be").getByRole("button", { name: "Discard" }).click();
  await joe.message("As it was").waitFor();
  expect(await joe.page.getByText("Not sent.").count()).toBe(0);

  await joe.message("As it was").hover();
  await joe.message("As it was").getByRole("button", { name: "React" }).click();
  const refused = joe.page.waitForResponse((answer) => answer.url().includes("/send/m.reaction"));
  await joe.page.getByRole("button", { name: "❤️" }).click();
  await refused;
  await joe.message("As it was").getByRole("button", { name: /❤️/ }).waitFor({ state: "detached" });

  await joe.message("As it was").hover();
  await joe.message("As it was").getByRole("button", { name: "Reply", exact: true }).click();
  await joe.say("Never said");
  await joe.message("Never said").getByRole("button", { name: "Edit" }).click();
  await joe.page.getByText(/Reply to .*joe/).waitFor();
  expect(await joe.page.locator(field).inputValue()).toBe("Never said");
  await joe.say("Never heard");
  await joe.message("Never heard").getByText("Not sent.").waitFor();
  await joe.page.unrouteAll();
  await joe.message("Never heard").getByRole("button", { name: "Try again" }).click();
  await joe.message("Never heard").getByText("Not sent.").waitFor({ state: "detached" });

  // What is refused of the room itself is said below its head.
  await joe.refuse(/\/tags\//);
  await joe.choose("More about this room", "Add to favourites");
  const said = joe.page.getByRole("alert").filter({ hasText: "Your role in this room does not allow this" });
  await said.waitFor();
  await joe.look("refused-favourite");
  await said.getByRole("button", { name: "Close" }).click();
  await said.waitFor({ state: "detached" });
  await joe.close();
});

test("what is too long for a message is said before it is sent", async () => {
  const [kim, lou] = await Promise.all([enter(on, "kim"), enter(on, "lou")]);
  await pair(kim, lou);
  await kim.page.locator(field).fill("长".repeat(17_000));
  await kim.page.getByText("more than one message can hold").waitFor();
  await kim.page.locator(field).press("Enter");
  expect((await kim.page.locator(field).inputValue()).length).toBe(17_000);
  await kim.say("长".repeat(14_000));
  await lou.expectSaid("Show all of it");
  await kim.close();
  await lou.close();
});

test("what was refused in a thread, or later, is again as it was", async () => {
  const max = await enter(on, "max");
  await meet("Loft", max);
  await max.saySent("Up here");
  await max.message("Up here").hover();
  await max.message("Up here").getByRole("button", { name: "Reply in thread" }).click();
  const thread = max.page.getByRole("complementary", { name: "Thread" });
  const answer = thread.getByRole("article").filter({ hasText: "And down there" });
  await thread.locator(field).fill("And down there");
  await thread.locator(field).press("Enter");
  await answer.waitFor();
  await answer.getByRole("img", { name: "Sending" }).waitFor({ state: "detached" });
  await answer.hover();
  await answer.getByRole("button", { name: "React" }).click();
  await max.page.getByRole("button", { name: "❤️" }).click();
  const heart = answer.getByRole("button", { name: /❤️/ });
  await heart.waitFor();
  await max.page.waitForTimeout(500);

  await max.refuse(/\/(?:send|redact)\//);
  const refused = max.page.waitForResponse((answer) => answer.url().includes("/redact/"));
  await heart.click();
  await refused;
  await max.page.waitForTimeout(500);
  expect(await heart.getAttribute("aria-pressed")).toBe("true");
  await max.remove(answer);
  const gone = thread.getByRole("article").filter({ hasText: "Not sent." });
  await gone.getByRole("button", { name: "Discard" }).click();
  await answer.waitFor();
  expect(await gone.count()).toBe(0);

  // Refused only once the connection is back: nobody waits for it any more.
  await max.page.unrouteAll();
  await max.page.context().setOffline(true);
  await max.message("Up here").hover();
  await max.message("Up here").getByRole("button", { name: "React" }).click();
  await max.page.getByRole("button", { name: "🎉" }).click();
  const cheer = max.message("Up here").getByRole("button", { name: /🎉/ });
  await cheer.waitFor();
  await max.refuse(/\/send\//);
  await max.page.context().setOffline(false);
  await cheer.waitFor({ state: "detached" });
  await max.close();
});

test("a part of the app that cannot be fetched breaks nothing, and comes with the connection", async () => {
  const ned = await enter(on, "ned");
  await meet("Shed", ned);
  const emoji = ned.page.getByRole("button", { name: "Emoji", exact: true });
  const cheer = ned.page.getByRole("dialog").getByText("🎉");
  await ned.page.context().setOffline(true);
  await ned.page.locator(field).fill("Half a thou");
  await emoji.click();
  await ned.page.keyboard.press("Escape");
  await ned.choose(/Your account/, "Settings");
  await ned.page.waitForTimeout(1_000);
  expect(await ned.page.locator(field).inputValue()).toBe("Half a thou");
  expect(await ned.page.getByText("newer version").count()).toBe(0);
  await ned.page.context().setOffline(false);
  const settings = ned.page.getByRole("dialog", { name: "Settings" });
  await settings.getByText("Language and region").waitFor();
  // It has its styles, too.
  expect((await settings.boundingBox())?.width).toBeLessThan(600);
  await ned.page.getByText("No connection.").waitFor({ state: "detached" });
  await settings.getByLabel("Close").click();
  await emoji.click();
  await cheer.click();
  expect(await ned.page.locator(field).inputValue()).toBe("Half a thou🎉");

  // The server answers, and not with this.
  await ned.page.route("**/assets/Tray-*.js", (route) => route.abort());
  const refused = ned.page.waitForEvent("requestfailed");
  await ned.page.locator("footer input[type=file]").setInputFiles(png("shed.png", 40, 30));
  expect((await refused).url()).toContain("Tray");
  await ned.page.unrouteAll();
  await ned.page.getByRole("list", { name: "Files to send" }).waitFor();
  await ned.close();
});
