// Everybody in a room. The members of a large one come in one answer when somebody asks for them: they are taken in a
// stretch at a time, so that no press waits for all.

import { KnownMembership, type MatrixClient, type Room } from "matrix-js-sdk";

/** Up to so many are left to the SDK, which takes them in at once and keeps them for the next start. */
const AT_ONCE = 500;

/** So many are taken in before the page may do something else. */
const STRETCH = 200;

/** Whether any came that were not known before. */
export function loadMembers(client: MatrixClient, room: Room): Promise<boolean> {
  if (room.getJoinedMemberCount() <= AT_ONCE || room.membersLoaded()) return room.loadMembersIfNeeded();
  // The SDK, too, waits for this one from now on.
  room["membersPromise"] ??= inStretches(client, room);
  return room["membersPromise"];
}

async function inStretches(client: MatrixClient, room: Room): Promise<boolean> {
  const event = client.getEventMapper();
  room.currentState.markOutOfBandMembersStarted();
  try {
    const since = client.store.getSyncToken() ?? undefined;
    const { chunk = [] } = await client.members(room.roomId, undefined, KnownMembership.Leave, since);
    for (let at = 0; at < chunk.length; at += STRETCH) {
      // Nobody presses in a page that is not seen, where timers wait for long.
      if (!document.hidden) await new Promise((resolve) => setTimeout(resolve));
      // A sync that left something out has put another state in place meanwhile. Who came, went or changed since is known
      // better by now, and stays.
      const state = room.currentState;
      for (const member of chunk.slice(at, at + STRETCH)) state["setOutOfBandMember"](event(member));
    }
    room.currentState.setOutOfBandMembers([]);
    room.recalculate();
    return true;
  } catch (error) {
    room.currentState.markOutOfBandMembersFailed();
    room["membersPromise"] = undefined;
    throw error;
  }
}
