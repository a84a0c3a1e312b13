// Who may do what in a room: the level that each deed takes, as its power levels have it.

import { EventType, type Room as SdkRoom } from "matrix-js-sdk";

/** What a level is needed for. */
export type Deed = (typeof DEEDS)[number];

const DEEDS = [
  "say",
  "invite",
  "remove",
  "ban",
  "delete",
  "name",
  "topic",
  "picture",
  "entry",
  "history",
  "addresses",
  "rooms",
  "roles",
] as const;

/** The deeds that the protocol keeps beside the kinds of events. */
const ACTS: Partial<Record<Deed, string>> = {
  invite: "invite",
  remove: "kick",
  ban: "ban",
  delete: "redact",
};

const STATES: Partial<Record<Deed, string>> = {
  name: EventType.RoomName,
  topic: EventType.RoomTopic,
  picture: EventType.RoomAvatar,
  entry: EventType.RoomJoinRules,
  history: EventType.RoomHistoryVisibility,
  addresses: EventType.RoomCanonicalAlias,
  rooms: EventType.SpaceChild,
  roles: EventType.RoomPowerLevels,
};

/** The content of the event that has them. */
export interface Levels {
  ban?: number;
  events?: Record<string, number>;
  events_default?: number;
  invite?: number;
  kick?: number;
  redact?: number;
  state_default?: number;
  users?: Record<string, number>;
  users_default?: number;
  [name: string]: unknown;
}

export function levelsIn(room: SdkRoom): Levels {
  return room.currentState.getStateEvents(EventType.RoomPowerLevels, "")?.getContent() ?? {};
}

/** The level of who has been given none. */
export function usualIn(room: SdkRoom): number {
  return levelsIn(room).users_default ?? 0;
}

/** The level that each deed takes. */
export function needsIn(room: SdkRoom): Readonly<Record<Deed, number>> {
  const levels = levelsIn(room);
  const need = (deed: Deed): number => {
    const act = ACTS[deed];
    if (act) return Number(levels[act] ?? (act === "invite" ? 0 : 50));
    const type = STATES[deed];
    return type ? (levels.events?.[type] ?? levels.state_default ?? 50) : (levels.events_default ?? 0);
  };
  return Object.fromEntries(DEEDS.map((deed) => [deed, need(deed)])) as Record<Deed, number>;
}

/** The levels with another one for a deed. */
export function requiring(levels: Levels, deed: Deed, level: number): Levels {
  const act = ACTS[deed];
  if (act) return { ...levels, [act]: level };
  const type = STATES[deed];
  if (type) return { ...levels, events: { ...levels.events, [type]: level } };
  return { ...levels, events_default: level };
}

/** The levels with another one for somebody, who is not named where it is the usual one. */
export function raising(levels: Levels, userId: string, level: number, usual: number): Levels {
  const users = { ...levels.users, [userId]: level };
  if (level === usual) delete users[userId];
  return { ...levels, users };
}
