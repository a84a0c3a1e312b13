// A busy room: who is at its end stays there, and it takes no more memory after an hour than after a few minutes, which
// make soak asks.

import { expect, test } from "vitest";
import { account, enter, join, openRoom } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

const IS_LONG = Boolean(process.env["HEARTH_SOAK"]);

/**
 * Minutes that it goes on, and messages in each: ten of these are as many as a busy room has in an hour, and two more than
 * the page keeps.
 */
const MINUTES = IS_LONG ? Number(process.env["HEARTH_SOAK_MINUTES"] ?? 10) : 2;
const MESSAGES = 600;

/** What of the first measure may be added: a window of the conversation that has grown to its bound. */
const GROWTH = 1.25;

test("a busy room is followed to its end, and memory is flat", {
  timeout: (MINUTES + 5) * 60_000,
}, async () => {
  const host = await account(on.server, "host");
  const { room_id, say } = await openRoom(host, "Busy");
  const guest = await enter(on, "guest");
  await join(guest, room_id, /Busy/);
  const cdp = await guest.page.context().newCDPSession(guest.page);
  const heap = async () => {
    await cdp.send("HeapProfiler.collectGarbage");
    const { usedSize } = await cdp.send("Runtime.getHeapUsage");
    return Math.round(usedSize / 1_000_000);
  };
  const heaps: number[] = [];
  let previous = "";
  for (let minute = 0; minute < MINUTES; minute += 1) {
    for (let at = 0; at < MESSAGES; at += 1) {
      const { event_id } = await say(`minute ${minute}, message ${at}`);
      const relation = { rel_type: "m.annotation", event_id: previous, key: "👍" };
      if (at % 10 === 5)
        await host("POST", `/rooms/${room_id}/send/m.reaction`, { "m.relates_to": relation });
      previous = event_id ?? "";
    }
    await guest.message(`minute ${minute}, message ${MESSAGES - 1}`).waitFor();
    heaps.push(await heap());
  }
  // The first minutes fill what is bounded.
  if (IS_LONG) {
    console.log(`heap in MB after each ${MESSAGES} messages: ${heaps.join(", ")}`);
    expect(heaps.at(-1)).toBeLessThan((heaps[2] ?? 0) * GROWTH);
  }
  await guest.close();
});
