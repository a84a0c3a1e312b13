// An invitation by link, and what it leads to. No React, no SDK.

import type { Room } from "../../matrix/types.ts";

/** What the server tells of a room to who is outside. */
export interface Outside {
  room_id: string;
  name?: string;
  topic?: string;
  avatar_url?: string;
  canonical_alias?: string;
  num_joined_members: number;
  join_rule?: string;
  room_type?: string;
  /** The reader's own, where they are signed in. */
  membership?: string;
}

/** Whether one is let in by those who are in the room. */
export function isAsking({ join_rule, membership }: Outside): boolean {
  return membership !== "ban" && (join_rule === "knock" || join_rule === "knock_restricted");
}

/** Whether one can try to enter without having asked. */
export function mayEnter({ join_rule, membership }: Outside): boolean {
  return membership !== "ban" && join_rule !== "knock";
}

/** The path at which the server tells of a room, by its id or address. */
export function outsidePath(room: string): string {
  return `/_matrix/client/v1/room_summary/${encodeURIComponent(room)}`;
}

/**
 * A link that leads to a room, by way of an account where somebody has none, or to this community alone; with a code, it makes
 * an account where one needs it. The code stands behind `#`, so that it is in no server's log.
 */
export function linkTo(origin: string, room: string | undefined, code?: string): string {
  const asked = room ? `?${new URLSearchParams({ room })}` : "";
  return `${origin}/sign-up${asked}${code ? `#${new URLSearchParams({ token: code })}` : ""}`;
}

/** The code in such a link; links of earlier versions have it in the query. */
export function codeIn({ hash, search }: Pick<Location, "hash" | "search">): string {
  return new URLSearchParams(hash.slice(1)).get("token") ?? new URLSearchParams(search).get("token") ?? "";
}

/** The room that a link of this one leads to: nothing of one for invited people, which no link opens. */
export function linked({ id, address, entry }: Room): string | undefined {
  return entry === "anybody" || entry === "asking" ? (address ?? id) : undefined;
}

/** The room that an invitation leads to. */
export function invitedTo(search: string): string | undefined {
  const room = new URLSearchParams(search).get("room") ?? "";
  return /^[!#]/.test(room) ? room : undefined;
}

/** What history keeps of whoever has just made an account for a room: they go in without another question. No link can say so. */
export interface Arrival {
  enters?: boolean;
}
