// What is said apart: a thread is begun, answered and found again, and links lead to messages from wherever one is.

import { expect, test } from "vitest";
import { PHONE } from "./browser.ts";
import { flow } from "./flow.ts";
import { account, enter, join, openRoom } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

test("two people talk in a thread, and links lead to messages", async () => {
  const { room_id, say, sayAll } = await openRoom(await account(on.server, "host"), "Harbour");
  const { event_id: first } = await say("The very first word");
  await sayAll(Array.from({ length: 150 }, (_, at) => `Boat ${at}`));
  await say("Who repairs the pier?");

  const [ida, jon] = await Promise.all([enter(on, "ida"), enter(on, "jon", { size: PHONE })]);
  for (const one of [ida, jon]) {
    await join(one, room_id, /Harbour/);
    await one.message("Who repairs the pier?").waitFor();
  }
  const thread = ida.page.getByRole("complementary", { name: "Thread" });
  const field = thread.locator("footer textarea:visible");
  await flow("open a thread and answer", ida, async () => {
    await ida.message("Who repairs the pier?").hover();
    await ida.click(ida.message("Who repairs the pier?").getByRole("button", { name: "Reply in thread" }));
    await thread.getByRole("article").getByText("Who repairs the pier?").waitFor();
    await field.fill("I have a hammer");
    await field.press("Enter");
    await thread.getByRole("article").getByText("I have a hammer").waitFor();
  });

  // Under its first message, not among the others; unread until it is looked at.
  const summary = jon.page.getByRole("button", { name: /1.* reply/ });
  await summary.waitFor();
  expect(await jon.message("I have a hammer").count()).toBe(0);
  await jon.look("thread-summary-phone");
  await jon.button(/Threads, .*1.* unread/).click();
  await jon.page.getByRole("link", { name: /Who repairs/ }).waitFor();
  await jon.look("threads-phone");
  await jon.page.getByRole("link", { name: /Who repairs/ }).click();
  await jon.message("I have a hammer").waitFor();
  await jon.page.locator("aside footer textarea:visible").fill("And I have nails");
  await jon.page.locator("aside footer").getByRole("button", { name: "Send" }).click();
  await thread.getByRole("article").getByText("And I have nails").waitFor();
  await jon.look("thread-phone");
  await ida.page.getByRole("button", { name: /2.* replies.*And I have nails$/ }).waitFor();
  await ida.look("thread");
  await jon.button("All threads").click();
  await jon.page.getByRole("link", { name: /2.* replies/ }).waitFor();
  await jon.button("Close threads").click();
  await jon.button("Threads").waitFor();

  // A link leads to a message far back, to one in a thread, and says so where there is none.
  await ida.button("Close threads").click();
  await ida.page.evaluate((to) => {
    history.pushState(null, "", to);
  }, `/rooms/${room_id}/${first}`);
  await ida.message("The very first word").waitFor();
  expect(await ida.message("The very first word").isVisible()).toBe(true);
  await ida.look("link");
  await say("And something new");
  await ida.button(/1.* new message/).click();
  await ida.message("And something new").waitFor();
  await ida.page.goBack();
  await ida.page.goForward();
  await ida.message("The very first word").waitFor();
  const nowhere = `/rooms/${room_id}/$nowhere`;
  await ida.page.evaluate((to) => history.pushState(null, "", to), nowhere);
  await ida.page.getByText(/This message cannot be shown/).waitFor();
  await ida.look("link-nowhere");

  // From nothing: the page is loaded at the link.
  await ida.page.goto(`/rooms/${room_id}/${first}`);
  await ida.message("The very first word").waitFor();
  await ida.close();
  await jon.close();
});
