// @vitest-environment node
import { createClient, type IEvent, MatrixEvent, PendingEventOrdering, Room, RoomEvent } from "matrix-js-sdk";
import { expect, test } from "vitest";
import { type Alert, listen } from "./alerts.ts";

const ME = "@me:x";

/** A room, in which events come as the server sends them, and what is told of them. */
function begun(rules: { notify: boolean } = { notify: true }) {
  const client = createClient({ baseUrl: "http://127.0.0.1:1", userId: ME, timelineSupport: true });
  const room = new Room("!r:x", client, ME, { pendingEventOrdering: PendingEventOrdering.Detached });
  client.store.storeRoom(room);
  client.getPushActionsForEvent = () => ({ notify: rules.notify, tweaks: { sound: "default" } });
  const told: Alert[] = [];
  const deleted: string[] = [];
  const stop = listen(client, {
    onAlert: (alert) => told.push(alert),
    onDeleted: (_, event) => deleted.push(event),
  });
  const said = (fields: Partial<IEvent> = {}, liveEvent = true) => {
    const event = new MatrixEvent({
      type: "m.room.message",
      content: { msgtype: "m.text", body: "Rain at noon" },
      event_id: `$${Math.random()}`,
      room_id: room.roomId,
      sender: "@ada:x",
      origin_server_ts: Date.now(),
      unsigned: { age: 0 },
      ...fields,
    } as IEvent);
    const timeline = room.getLiveTimeline();
    client.emit(RoomEvent.Timeline, event, room, false, false, { timeline, liveEvent });
    return event;
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { client, room, told, deleted, stop, said, settled };
}

test("a message that calls for the member is told once, with who said it", async () => {
  const { client, room, told, stop, said, settled } = begun();
  const event = said();
  client.emit(RoomEvent.Timeline, event, room, false, false, {
    timeline: room.getLiveTimeline(),
    liveEvent: true,
  });
  await settled();
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ roomId: "!r:x", isLoud: true, thread: undefined });
  expect(told[0]?.message).toMatchObject({ body: "Rain at noon", sender: { id: "@ada:x" } });
  stop();
  said();
  await settled();
  expect(told).toHaveLength(1);
});

test("nothing is told of what is old, further up, one's own, or no message", async () => {
  const { told, said, settled } = begun();
  said({ unsigned: { age: 600_000 } });
  said({}, false);
  said({ sender: ME });
  said({
    type: "m.reaction",
    content: { "m.relates_to": { rel_type: "m.annotation", event_id: "$1", key: "👍" } },
  });
  await settled();
  expect(told).toEqual([]);
});

test("nothing is told where the member's rules do not want it", async () => {
  const { told, said, settled } = begun({ notify: false });
  said();
  await settled();
  expect(told).toEqual([]);
});

test("a message that is deleted is told of until nobody listens", () => {
  const { client, room, deleted, stop } = begun();
  const redaction = new MatrixEvent({
    type: "m.room.redaction",
    redacts: "$1",
    content: {},
    room_id: room.roomId,
  });
  client.emit(RoomEvent.Redaction, redaction, room);
  stop();
  client.emit(RoomEvent.Redaction, redaction, room);
  expect(deleted).toEqual(["$1"]);
});
