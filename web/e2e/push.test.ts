// Messages that call for a member are shown by the system while nobody looks, and not in quiet hours.

import { expect, test } from "vitest";
import type { Visitor } from "./browser.ts";
import { account, enter, join, openRoom, pair } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

/** What the system shows now. */
const shown = ({ page }: Visitor) =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready;
    const all = await worker.getNotifications();
    return all.map(({ title, body }) => `${title}: ${body.replaceAll(/[\u2068\u2069]/g, "")}`);
  });

/** Quiet hours around now, or none. */
async function quiet(visitor: Visitor, isNow: boolean): Promise<void> {
  const hour = await visitor.page.evaluate(() => new Date().getHours());
  const at = (hour: number) => `${String((hour + 24) % 24).padStart(2, "0")}:00`;
  const [from, to] = isNow ? [at(hour - 1), at(hour + 2)] : ["00:00", "00:00"];
  const region = { quietHours: { from, to, toOnDaysOff: to } };
  await visitor.ask("PUT", `/user/${visitor.userId}/account_data/org.hearth.region`, region);
  await visitor.page.waitForFunction(
    (wanted) => localStorage.getItem("hearth.region") === wanted,
    JSON.stringify(region),
  );
}

test("a message that calls is shown, leads to its place, and waits in quiet hours", async () => {
  const vic = await account(on.server, "vic");
  const uma = await enter(on, "uma", { isKept: true });
  const { page } = uma;
  const room = await openRoom(vic, "Harvest");
  await join(uma, room.room_id, /Harvest/);
  await page.context().grantPermissions(["notifications"]);
  await uma.choose(/Your account/, "Settings");
  await page.getByText("Show on this device").click();
  await page
    .getByRole("switch", { name: "Show on this device", checked: true })
    .waitFor({ state: "attached" });
  await uma.look("settings-notifications");
  await page.keyboard.press("Escape");
  await quiet(uma, false);

  await room.say("While you look");
  await uma.expectSaid("While you look");
  expect(await shown(uma)).toEqual([]);
  await uma.go("/");
  await page.evaluate(() => {
    document.hasFocus = () => false;
  });
  await room.say("The apples are ripe");
  await expect.poll(() => shown(uma)).toEqual(["Harvest: vic: The apples are ripe"]);
  const [worker] = page.context().serviceWorkers();
  await worker?.evaluate(async () => {
    const { registration } = globalThis as unknown as ServiceWorkerGlobalScope;
    const [notification] = await registration.getNotifications();
    if (notification) dispatchEvent(new NotificationEvent("notificationclick", { notification }));
  });
  await uma.expectSaid("The apples are ripe");
  expect(page.url()).toMatch(/\/rooms\/[^/]+\/\$/);
  await expect.poll(() => shown(uma)).toEqual([]);

  // What was read on another device, or deleted, is not shown any longer.
  await uma.go("/");
  const pears = await room.say("The pears too");
  await expect.poll(() => shown(uma)).toEqual(["Harvest: vic: The pears too"]);
  await uma.ask("POST", `/rooms/${room.room_id}/receipt/m.read/${pears["event_id"]}`, {});
  await expect.poll(() => shown(uma)).toEqual([]);
  const quinces = await room.say("And quinces");
  await expect.poll(() => shown(uma)).toEqual(["Harvest: vic: And quinces"]);
  await vic("PUT", `/rooms/${room.room_id}/redact/${quinces["event_id"]}/1`, {});
  await expect.poll(() => shown(uma)).toEqual([]);

  await quiet(uma, true);
  await room.say("Nobody is woken by this");
  await page.getByRole("navigation").getByText("Nobody is woken by this").waitFor();
  expect(await shown(uma)).toEqual([]);
  await uma.close();
});

test("of an encrypted conversation it is shown what was said", async () => {
  const [wes, xia] = await Promise.all([enter(on, "wes", { isKept: true }), enter(on, "xia")]);
  await pair(wes, xia);
  await wes.page.context().grantPermissions(["notifications"]);
  await wes.page.evaluate(() => localStorage.setItem("hearth.alerts", "on"));
  await quiet(wes, false);
  await wes.go("/");
  await wes.page.evaluate(() => {
    document.hasFocus = () => false;
  });
  await xia.say("Only you can read this");
  await expect.poll(() => shown(wes)).toEqual(["xia: Only you can read this"]);
  for (const visitor of [wes, xia]) await visitor.close();
});
