// @vitest-environment node
import {
  ClientEvent,
  createClient,
  type IEvent,
  MatrixEvent,
  PendingEventOrdering,
  Room,
  RoomEvent,
  SyncState,
} from "matrix-js-sdk";
import { expect, test, vi } from "vitest";
import { roomsOf } from "./rooms.ts";

const ME = "@me:x";

/** Two rooms of a member, and the list of them. */
function begun() {
  const client = createClient({ baseUrl: "http://127.0.0.1:1", userId: ME });
  let count = 0;
  const event = (room: Room, type: string, content: object, more: Partial<IEvent> = {}) => {
    count += 1;
    const fields = { event_id: `$${count}`, room_id: room.roomId, sender: "@ada:x", origin_server_ts: count };
    return new MatrixEvent({ type, content, ...fields, ...more } as IEvent);
  };
  const [one, other] = ["!one:x", "!other:x"].map((roomId) => {
    const room = new Room(roomId, client, ME, { pendingEventOrdering: PendingEventOrdering.Detached });
    const joined = { state_key: ME, sender: ME };
    room.currentState.setStateEvents([event(room, "m.room.member", { membership: "join" }, joined)]);
    room.updateMyMembership("join");
    client.store.storeRoom(room);
    client.reEmitter.reEmit(room, [RoomEvent.Timeline]);
    return room;
  }) as [Room, Room];
  const { rooms, replaced } = roomsOf(client);
  const seen = vi.fn();
  rooms.subscribe(seen);
  const say = (room: Room, body: string, more: Partial<IEvent> = {}) =>
    room.addLiveEvents([event(room, "m.room.message", { msgtype: "m.text", body }, more)], {
      addToState: true,
    });
  const synced = () => client.emit(ClientEvent.Sync, SyncState.Syncing, SyncState.Syncing);
  return { client, one, other, rooms, replaced, seen, say, event, synced };
}

test("the list is told once for what came together, and not at all for nothing", async () => {
  const { one, other, rooms, seen, say, synced } = begun();
  const quiet = rooms.get().find(({ id }) => id === other.roomId);
  expect(rooms.get()).toHaveLength(2);
  await say(one, "first");
  await say(one, "second");
  expect(seen).not.toHaveBeenCalled();
  synced();
  expect(seen).toHaveBeenCalledOnce();
  expect(rooms.get()[0]).toMatchObject({ id: one.roomId, last: { body: "second" } });
  // What has not changed stays the same object, so that it is not drawn anew.
  expect(rooms.get()[1]).toBe(quiet);
  synced();
  expect(seen).toHaveBeenCalledOnce();
});

test("what touches a room and shows nothing of itself changes nothing", async () => {
  const { one, seen, say, synced, client } = begun();
  await say(one, "words");
  synced();
  client.emit(RoomEvent.Receipt, new MatrixEvent({}), one);
  synced();
  expect(seen).toHaveBeenCalledOnce();
});

test("ignored people and deleted messages do not stand for their room; long ones are cut", async () => {
  const { client, one, rooms, say, synced } = begun();
  client.store.storeAccountDataEvents([
    new MatrixEvent({ type: "m.ignored_user_list", content: { ignored_users: { "@eve:x": {} } } }),
  ]);
  await say(one, "x".repeat(300));
  await say(one, "buy", { sender: "@eve:x" });
  await say(one, "gone", { unsigned: { redacted_because: { type: "m.room.redaction" } as never } });
  synced();
  expect(rooms.get()[0]?.last?.body).toBe("x".repeat(200));
});

test("a room that goes on in another one is in no list, and can still be opened", () => {
  const { one, other, rooms, replaced, event, synced, client } = begun();
  const moved = event(one, "m.room.tombstone", { replacement_room: other.roomId }, { state_key: "" });
  const predecessor = { room_id: one.roomId };
  one.currentState.setStateEvents([moved]);
  other.currentState.setStateEvents([event(other, "m.room.create", { predecessor }, { state_key: "" })]);
  client.emit(RoomEvent.Name, one);
  synced();
  expect(rooms.get().map(({ id }) => id)).toEqual([other.roomId]);
  expect(replaced.get()).toMatchObject([{ id: one.roomId, successor: other.roomId }]);
});
