// What there is to know of one room and of the people in it.

import { HistoryVisibility, type MatrixClient, PushRuleKind, type Room as SdkRoom } from "matrix-js-sdk";
import { type Deed, needsIn, usualIn } from "./levels.ts";
import { personOf } from "./message.ts";
import { named } from "./names.ts";
import { entryOf, topicOf } from "./rooms.ts";
import type { Entry, Person } from "./types.ts";

/** Who reads what was said: the world, members from the beginning, since their invitation, or since they came. */
export type History = "world" | "beginning" | "invitation" | "joining";

/** Which messages of a room call for the reader. */
export type Calls = "all" | "mentions" | "none";

export interface Details {
  name: string;
  topic: string;
  picture: string | undefined;
  isEncrypted: boolean;
  isSpace: boolean;
  entry: Entry;
  history: History;
  /** The address that the room is known by, and others that lead to it. */
  address: string | undefined;
  addresses: readonly string[];
  memberCount: number;
  calls: Calls;
  /** The reader's own level; Infinity of who made the room. */
  level: number;
  /** The level that each deed takes. */
  needs: Readonly<Record<Deed, number>>;
  /** The level of who has been given none. */
  usual: number;
}

export interface Attendee extends Person {
  level: number;
  membership: (typeof MEMBERSHIPS)[number];
}

const HISTORY: Record<string, History> = {
  [HistoryVisibility.WorldReadable]: "world",
  [HistoryVisibility.Invited]: "invitation",
  [HistoryVisibility.Joined]: "joining",
};

const MEMBERSHIPS = ["join", "invite", "ban", "knock"] as const;

export function detailsOf(client: MatrixClient, room: SdkRoom): Details {
  const usual = usualIn(room);
  return {
    name: named(room.name, room.roomId),
    topic: topicOf(room),
    picture: room.getMxcAvatarUrl() ?? undefined,
    isEncrypted: room.hasEncryptionStateEvent(),
    isSpace: room.isSpaceRoom(),
    entry: entryOf(room),
    history: HISTORY[room.getHistoryVisibility()] ?? "beginning",
    address: room.getCanonicalAlias() ?? undefined,
    addresses: room.getAltAliases(),
    memberCount: room.getJoinedMemberCount(),
    calls: callsOf(client, room),
    level: room.getMember(client.getSafeUserId())?.powerLevel ?? usual,
    needs: needsIn(room),
    usual,
  };
}

/** Who is in the room, and who was asked, asks or is kept out. */
export function attendeesOf(room: SdkRoom): Attendee[] {
  return room.currentState.getMembers().flatMap(({ userId, powerLevel, membership }) => {
    const shown = MEMBERSHIPS.find((one) => one === membership);
    return shown ? { ...personOf(room, userId), level: powerLevel, membership: shown } : [];
  });
}

/** As the reader's own rules have it. */
function callsOf(client: MatrixClient, room: SdkRoom): Calls {
  const rules = client.pushRules?.global;
  const has = (kind: PushRuleKind) =>
    rules?.[kind]?.some((rule) => rule.rule_id === room.roomId && rule.enabled && rule.actions.length === 0);
  if (has(PushRuleKind.Override)) return "none";
  return has(PushRuleKind.RoomSpecific) ? "mentions" : "all";
}
