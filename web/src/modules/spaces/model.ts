// What belongs to a community, as the list and its home show it. No React, no SDK.

import type { Inside, Space } from "../../matrix/spaces.ts";
import type { Room } from "../../matrix/types.ts";
import { folded } from "../rooms/model.ts";

/** How many messages in it have not been read. */
export function unreadIn(space: Space, rooms: readonly Room[]): number {
  return rooms.reduce((sum, { id, unread }) => sum + (space.rooms.has(id) ? unread : 0), 0);
}

/** The rooms of a community; all where none is chosen. */
export function inSpace(rooms: readonly Room[], space: Space | undefined): readonly Room[] {
  return space ? rooms.filter(({ id }) => space.rooms.has(id)) : rooms;
}

/** Rooms that the member could put into a community: their own, but no conversations of two and none that it has. */
export function addable(rooms: readonly Room[], has: ReadonlySet<string>, words: string): Room[] {
  const wanted = folded(words);
  return rooms.filter(
    ({ id, name, membership, isDirect }) =>
      membership === "join" &&
      !isDirect &&
      !has.has(id) &&
      wanted.every((word) => folded(name).join(" ").includes(word)),
  );
}

/** Pages of rooms as one list, each room once. */
export function merged(before: readonly Inside[], page: readonly Inside[]): Inside[] {
  const known = new Set(before.map(({ id }) => id));
  return [...before, ...page.filter(({ id }) => !known.has(id))];
}
