// @vitest-environment node
import {
  createClient,
  EventTimeline,
  type IEvent,
  MatrixEvent,
  PendingEventOrdering,
  Room,
} from "matrix-js-sdk";
import { expect, test, vi } from "vitest";
import { Finder } from "./search.ts";

const ME = "@me:x";

/** A room of many messages, of which the client has the newest. */
function held(count: number, here: number) {
  const client = createClient({ baseUrl: "http://127.0.0.1:1", userId: ME, timelineSupport: true });
  const room = new Room("!r:x", client, ME, { pendingEventOrdering: PendingEventOrdering.Detached });
  vi.spyOn(room, "hasEncryptionStateEvent").mockReturnValue(true);
  vi.spyOn(client, "getRooms").mockReturnValue([room]);
  vi.spyOn(client, "getRoom").mockReturnValue(room);
  const said = Array.from({ length: count }, (_, at) => ({
    type: "m.room.message",
    room_id: "!r:x",
    event_id: `$${at}`,
    sender: "@ada:x",
    origin_server_ts: 1_000 * at,
    content: { msgtype: "m.text", body: `message ${at}` },
  })) as unknown as IEvent[];
  const newest = said.slice(-here).map((event) => new MatrixEvent(event));
  room.addLiveEvents(newest, { addToState: false });
  room.getLiveTimeline().setPaginationToken(String(count - here), EventTimeline.BACKWARDS);
  vi.spyOn(client, "createMessagesRequest").mockImplementation(async (_room, from, limit = 0) => {
    const to = Number(from);
    const start = Math.max(0, to - limit);
    const chunk = said.slice(start, to).reverse();
    return { chunk, start: String(to), ...(start > 0 ? { end: String(start) } : {}) } as never;
  });
  return { finder: new Finder(client), room };
}

test("a long room is looked through to its beginning, whatever its conversation lets go", async () => {
  const { finder, room } = held(1_500, 300);
  const bodies = (words: string) => finder.held(undefined, (body) => body === words).map(({ id }) => id);
  expect(bodies("message 1400")).toEqual(["$1400"]);
  let pages = 0;
  for (; finder.hasFurther(undefined) && pages < 20; pages += 1) {
    expect(bodies("message 3")).toEqual([]);
    await finder.further(undefined);
    // As the conversation does, to stay small.
    room.resetLiveTimeline("1499");
  }
  expect(pages).toBe(6);
  expect(bodies("message 3")).toEqual(["$3"]);
  expect(bodies("message 1400")).toEqual(["$1400"]);
});
