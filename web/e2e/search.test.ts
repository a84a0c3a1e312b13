// What was said is found: in the open by the server, in secret by the device, and a result leads to its place.

import { expect, test } from "vitest";
import { PHONE } from "./browser.ts";
import { flow } from "./flow.ts";
import { account, enter, join, openRoom, retire } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

test("a member finds a message", async () => {
  const host = await account(on.server, "host");
  const { room_id, say, sayAll } = await openRoom(host, "Harbour");
  await say("The lighthouse keeper’s café opens at nine");
  await sayAll(Array.from({ length: 88 }, (_, at) => `Boat ${at} 船`));
  for (const at of [88, 89]) await say(`Boat ${at} 船`);

  const [ida, jon] = await Promise.all([
    enter(on, "ida"),
    enter(on, "jon", { size: PHONE, language: "zh-Hans", path: `/rooms/${room_id}` }),
  ]);
  await join(ida, room_id, /Harbour/);
  await ida.message("Boat 89").waitFor();
  const panel = ida.page.getByRole("complementary", { name: "Search messages" });
  await flow("find a message", ida, async () => {
    await ida.click(ida.button("Search messages"));
    await ida.fill("Words that were said", "CAFE lighth");
    await ida.click(panel.getByRole("link", { name: /lighthouse/ }));
    await ida.message("The lighthouse keeper").waitFor();
  });
  expect(await panel.locator("mark").allInnerTexts()).toEqual(["lighth", "café"]);
  await ida.look("search");
  await ida.field("Words that were said").fill("boat");
  await panel.getByText(/90.* messages/).waitFor();
  await panel.getByRole("button", { name: "More messages" }).click();
  await panel.getByRole("link").nth(39).waitFor();
  await ida.field("Words that were said").fill("submarine");
  await panel.getByText(/Nothing found for/).waitFor();
  await ida.look("search-nothing");
  await ida.button("Close search").click();
  await panel.waitFor({ state: "detached" });

  // On a phone, from the list, over all rooms; in secret only what the device has, and it says so.
  await host("POST", `/rooms/${room_id}/invite`, { user_id: "@jon:hearth.example" });
  await jon.page.getByRole("button", { name: "加入" }).click();
  await jon.message("Boat 89").waitFor();
  await jon.go("/");
  await jon.page.getByRole("searchbox").fill("船");
  await jon.page.getByRole("button", { name: /在消息中搜索/ }).click();
  await jon.page
    .getByRole("link", { name: /Boat 5 / })
    .or(jon.page.getByRole("link", { name: /Boat 89/ }))
    .first()
    .waitFor();
  await jon.look("search-phone");
  await jon.page.getByRole("link", { name: /Boat 88/ }).click();
  await jon.message("Boat 88").waitFor();
  await jon.page.goBack();
  await jon.page.getByRole("link", { name: /Boat 88/ }).waitFor();

  await retire(ida, "Cellar");
  await ida.say("The password is mellon");
  await ida.message("mellon").waitFor();
  await ida.button("Search messages").click();
  await ida.page.getByText("This room").click();
  await ida.field("Words that were said").fill("mell");
  await panel.getByRole("link", { name: /mellon/ }).waitFor();
  await panel.getByText(/the server cannot search them/).waitFor();
  await ida.look("search-secret");
  await ida.close();
  await jon.close();
});
