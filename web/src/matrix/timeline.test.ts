// @vitest-environment node
import { createClient, Direction, type IEvent, MatrixEvent, PendingEventOrdering, Room } from "matrix-js-sdk";
import { expect, test } from "vitest";
import { itemOf } from "./message.ts";
import { Signal } from "./signal.ts";
import { Timeline } from "./timeline.ts";
import type { Item } from "./types.ts";
import type { Uploads } from "./uploads.ts";

const ME = "@me:x";
const PEOPLE = [ME, "@ada:x", "@bob:x"];
const HELD = 400;

/** Numbers below a bound that look like chance and are the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A room that the server knows more of than the client, and a conversation of it. */
function begun(seed: number) {
  const pick = chance(seed);
  const client = createClient({ baseUrl: "http://127.0.0.1:1", userId: ME, timelineSupport: true });
  const room = new Room("!r:x", client, ME, {
    timelineSupport: true,
    pendingEventOrdering: PendingEventOrdering.Detached,
  });
  const said: string[] = [];
  let count = 0;
  const event = (type: string, content: object, more: Partial<IEvent> = {}) => {
    count += 1;
    const sender = PEOPLE[pick(PEOPLE.length)] ?? ME;
    const fields = { event_id: `$${count}`, room_id: "!r:x", sender, origin_server_ts: 1_000 * count };
    return new MatrixEvent({ type, content, ...fields, ...more } as IEvent);
  };
  const message = () => {
    const one = event("m.room.message", { msgtype: "m.text", body: `message ${count}` });
    said.push(one.getId() ?? "");
    return one;
  };
  const live = (one: MatrixEvent) => room.addLiveEvents([one], { addToState: true });
  client.paginateEventTimeline = async (timeline) => {
    const page = Array.from({ length: 50 }, message);
    room.addEventsToTimeline(page, true, false, timeline, "more");
    return true;
  };
  room.getLiveTimeline().setPaginationToken("more", Direction.Backward);
  const target = () => said[pick(said.length)] ?? "$0";
  const about = (rel_type: string, more = {}) => ({ rel_type, event_id: target(), ...more });
  const steps: (() => unknown)[] = [
    () => live(message()),
    () => live(message()),
    () =>
      live(
        event("m.room.message", {
          msgtype: "m.text",
          body: "an answer",
          "m.relates_to": { "m.in_reply_to": { event_id: target() } },
        }),
      ),
    () => live(event("m.reaction", { "m.relates_to": about("m.annotation", { key: "❤️" }) })),
    () => {
      const sender = room.findEventById(target())?.getSender() ?? ME;
      const content = { body: "* new", "m.new_content": { msgtype: "m.text", body: `new ${count}` } };
      live(event("m.room.message", { ...content, "m.relates_to": about("m.replace") }, { sender }));
    },
    () => live(event("m.room.redaction", {}, { redacts: target() })),
    () => {
      const userId = PEOPLE[pick(PEOPLE.length)] ?? ME;
      const content = { membership: "join", displayname: `Name ${pick(5)}` };
      live(event("m.room.member", content, { sender: userId, state_key: userId }));
    },
    () => {
      const userId = PEOPLE[1 + pick(PEOPLE.length - 1)] ?? ME;
      const content = { [target()]: { "m.read": { [userId]: { ts: count } } } };
      room.addReceipt(new MatrixEvent({ type: "m.receipt", room_id: "!r:x", content } as unknown as IEvent));
    },
  ];
  const uploads = { of: () => [], changes: new Signal(0) } as unknown as Uploads;
  const timeline = new Timeline(client, room, uploads);
  timeline.open();
  return { client, room, timeline, steps, pick };
}

/** Time for everything that is gathered. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

test.each([1, 2, 3])(
  "what is kept of items is what is made of them anew, whatever happens (%i)",
  async (seed) => {
    const { room, timeline, steps, pick } = begun(seed);
    const known = new Map<string, Item>();
    for (let step = 0; step < 250; step += 1) {
      const dice = pick(20);
      if (dice === 0) await timeline.older();
      else if (dice === 1) await timeline.newer();
      else if (dice === 2) timeline.away(pick(2) === 0);
      else if (dice === 3) timeline.newest();
      else steps[pick(steps.length)]?.();
      await settled();
      const { items } = timeline.conversation.get();
      const anew = timeline["shown"]().map((event) => itemOf(room, event, ME));
      expect(items).toEqual(anew.filter((item) => item !== undefined));
      expect(items.length).toBeLessThanOrEqual(HELD);
      for (const item of items) known.set(item.id, item);
    }
    expect(known.size).toBeGreaterThan(100);
  },
);

test("a change makes only what it changes", async () => {
  const { timeline, steps } = begun(7);
  for (let page = 0; page < 12; page += 1) await timeline.older();
  timeline.newest();
  for (let at = 0; at < 100; at += 1) steps[0]?.();
  await settled();
  const before = timeline.conversation.get().items;
  steps[0]?.();
  await settled();
  const after = timeline.conversation.get().items;
  expect(after.length).toBe(before.length + 1);
  expect(after.filter((item) => !before.includes(item)).length).toBeLessThanOrEqual(2);
});

test("the window pages both ways, and nothing comes in further down while somebody reads further up", async () => {
  const { timeline, steps } = begun(8);
  for (let page = 0; page < 12; page += 1) await timeline.older();
  expect(timeline.conversation.get()).toMatchObject({ hasOlder: true, hasNewer: true });
  const before = timeline.conversation.get().items;
  timeline.away(true);
  steps[0]?.();
  await settled();
  expect(timeline.conversation.get().items).toEqual(before);
  for (let page = 0; page < 12; page += 1) await timeline.newer();
  expect(timeline.conversation.get().hasNewer).toBe(false);
  timeline.newest();
  await settled();
  expect(timeline.conversation.get().items.length).toBeLessThan(60);
});
