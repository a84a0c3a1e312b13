import { expect, test } from "vitest";
import type { Space } from "../../matrix/spaces.ts";
import type { Room } from "../../matrix/types.ts";
import { addable, inSpace, merged, unreadIn } from "./model.ts";

const room = (id: string, more: Partial<Room> = {}) =>
  ({ id, membership: "join", unread: 0, ...more }) as Room;
const space = { id: "!s", rooms: new Set(["!a", "!b"]) } as unknown as Space;

test("the list is narrowed to a community, or not", () => {
  const rooms = [room("!a"), room("!c")];
  expect(inSpace(rooms, space)).toEqual([rooms[0]]);
  expect(inSpace(rooms, undefined)).toBe(rooms);
});

test("a community counts what is unread in its rooms", () => {
  expect(unreadIn(space, [room("!a"), room("!c", { unread: 3 })])).toBe(0);
  expect(unreadIn(space, [room("!a", { unread: 2 }), room("!b", { unread: 1 })])).toBe(3);
});

test("what is added is a room that the member is in and the community has not", () => {
  const rooms = [
    room("!a", { name: "Strings" }),
    room("!b", { name: "Brass" }),
    room("!d", { name: "Drums", isDirect: true }),
    room("!e", { name: "Élan", membership: "invite" }),
  ];
  const ids = (words: string) => addable(rooms, new Set(["!a"]), words).map(({ id }) => id);
  expect(ids("")).toEqual(["!b"]);
  expect(ids("brá")).toEqual(["!b"]);
  expect(ids("str")).toEqual([]);
});

test("a room that comes on two pages is shown once", () => {
  const inside = (id: string) => ({ id }) as Parameters<typeof merged>[1][number];
  expect(merged([inside("!a")], [inside("!a"), inside("!b")]).map(({ id }) => id)).toEqual(["!a", "!b"]);
});
