import { createClient, EventTimeline, type IEvent, Room } from "matrix-js-sdk";
import { expect, test, vi } from "vitest";
import { loadMembers } from "./members.ts";

const ME = "@me:x";
const PEOPLE = 1_000;

/** A room of a thousand, of whom one is known, and what the server says of the others. */
function crowd() {
  const client = createClient({ baseUrl: "http://127.0.0.1:1", userId: ME, timelineSupport: true });
  const room = new Room("!crowd:x", client, ME, { lazyLoadMembers: true, timelineSupport: true });
  const member = (userId: string, displayname: string): Partial<IEvent> => ({
    type: "m.room.member",
    event_id: `$${userId}`,
    room_id: room.roomId,
    sender: userId,
    state_key: userId,
    content: { membership: "join", displayname },
    origin_server_ts: 1,
  });
  const mapper = client.getEventMapper();
  room.currentState.setStateEvents([mapper(member(ME, "known better"))]);
  room.setSummary({ "m.joined_member_count": PEOPLE, "m.heroes": [] });
  const chunk = Array.from({ length: PEOPLE }, (_, at) =>
    member(at === 0 ? ME : `@p${at}:x`, `Person ${at}`),
  );
  const ask = vi.spyOn(client, "members").mockResolvedValue({ chunk } as never);
  return { client, room, ask };
}

test("everybody comes in, once, and who is known better stays", async () => {
  const { client, room, ask } = crowd();
  const both = await Promise.all([
    loadMembers(client, room),
    loadMembers(client, room),
    room.loadMembersIfNeeded(),
  ]);
  expect(both).toEqual([true, true, true]);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(room.membersLoaded()).toBe(true);
  expect(room.getJoinedMembers()).toHaveLength(PEOPLE);
  expect(room.getMember(ME)?.name).toBe("known better");
});

test("a sync that left something out meanwhile loses nobody", async () => {
  const { client, room } = crowd();
  const loading = loadMembers(client, room);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const before = room.currentState;
  room.resetLiveTimeline("t1", "t0");
  await loading;
  expect(room.currentState).not.toBe(before);
  expect(room.getLiveTimeline().getState(EventTimeline.FORWARDS)).toBe(room.currentState);
  expect(room.getJoinedMembers()).toHaveLength(PEOPLE);
});

test("what failed is tried again", async () => {
  const { client, room, ask } = crowd();
  ask.mockRejectedValueOnce(new Error("no connection"));
  await expect(loadMembers(client, room)).rejects.toThrow("no connection");
  expect(room.membersLoaded()).toBe(false);
  await loadMembers(client, room);
  expect(room.getJoinedMembers()).toHaveLength(PEOPLE);
});
