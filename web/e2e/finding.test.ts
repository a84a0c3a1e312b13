// Who has nothing open is shown rooms, each with the reason for it, and comes into one.

import { expect, test } from "vitest";
import { PHONE } from "./browser.ts";
import { account, enter, openRoom, pair } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

test("each room that is suggested says why", async () => {
  const uma = await account(on.server, "uma");
  const { room_id, say } = await openRoom(uma, "Market");
  await say("Fresh figs");
  for (const name of ["vic", "wes"]) {
    const guest = await account(on.server, name);
    await guest("POST", `/join/${room_id}`, {});
    await guest("POST", `/rooms/${room_id}/send/m.room.message`, { msgtype: "m.text", body: "How much?" });
  }
  await openRoom(uma, "Attic");
  const [mia, noa] = await Promise.all([enter(on, "mia"), enter(on, "noa")]);
  await pair(mia, noa);
  await openRoom(noa.ask, "Harbour");

  await mia.go("/");
  const rooms = mia.page.getByRole("region", { name: "Rooms you could join" }).getByRole("listitem");
  await rooms.first().waitFor();
  const told = (await rooms.allInnerTexts()).map((words) => words.replaceAll(/[\u2066-\u2069]/g, ""));
  const reasons = [
    /Harbour\s+1 person you talk with is here/,
    /Market\s+3 people talked here this week/,
    /Attic\s+New, with 1 member/,
  ];
  for (const [at, reason] of reasons.entries()) expect(told[at]).toMatch(reason);
  await mia.look("suggested");
  await rooms.first().getByRole("button", { name: "Join" }).press("Enter");
  await mia.page.getByRole("heading", { name: "Harbour" }).waitFor();
  await noa.openRoom(/Harbour/);
  await noa.expectSaid(/mia.* joined/);

  const ola = await enter(on, "ola", { language: "ar-XB", size: PHONE });
  await ola.page.locator("section[aria-labelledby=suggestions] li").first().waitFor();
  await ola.look("suggested-mirrored-phone");
  for (const visitor of [mia, noa, ola]) await visitor.close();
});
