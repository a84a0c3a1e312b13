// The member's rooms as a list, in step with the client.

import {
  ClientEvent,
  EventType,
  JoinRule,
  KnownMembership,
  type MatrixClient,
  type MatrixEvent,
  MatrixEventEvent,
  NotificationCountType,
  RelationType,
  RoomEvent,
  RoomStateEvent,
  type Room as SdkRoom,
} from "matrix-js-sdk";
import { isVerification, personOf, wordsOf } from "./message.ts";
import { named } from "./names.ts";
import { shedUnopened } from "./shed.ts";
import { Signal } from "./signal.ts";
import type { Entry, Room } from "./types.ts";

/** What comes within this time is shown together. */
const TOGETHER_MS = 50;

/** What is told of the newest message. */
const LAST_LETTERS = 200;

const ENTRY: Record<string, Entry> = {
  [JoinRule.Public]: "anybody",
  [JoinRule.Knock]: "asking",
  [JoinRule.Restricted]: "members-of",
  knock_restricted: "members-of",
};

export interface Rooms {
  /** Every room that the member is in or invited to, newest first. */
  rooms: Signal<readonly Room[]>;
  /** Those that go on in another room which the member knows: no list has them, and a link still leads to what was said there. */
  replaced: Signal<readonly Room[]>;
}

export function roomsOf(client: MatrixClient): Rooms {
  const rooms = new Signal<readonly Room[]>([]);
  const replaced = new Signal<readonly Room[]>([]);
  const known = new Map<string, Room>();
  const stale = new Set<string>();
  let due: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    clearTimeout(due);
    due = undefined;
    if (stale.size === 0) return;
    const direct = directRooms(client);
    const current = new Set(client.getVisibleRooms().map(({ roomId }) => roomId));
    const all = client
      .getRooms()
      .filter((room) => isIn(room) && !(isOwnSpace(room) && current.has(room.roomId)))
      .map((room) => {
        const before = known.get(room.roomId);
        if (before && !stale.has(room.roomId)) return before;
        const now = describe(client, room, direct);
        // Much of what touches a room shows nothing of itself here.
        const told = before && JSON.stringify(before) === JSON.stringify(now) ? before : now;
        known.set(room.roomId, told);
        return told;
      })
      .sort((one, other) => other.lastAt - one.lastAt);
    for (const roomId of stale) shedUnopened(client, roomId);
    stale.clear();
    put(
      replaced,
      all.filter(({ id }) => !current.has(id)),
    );
    put(
      rooms,
      all.filter(({ id }) => current.has(id)),
    );
  };
  const soon = () => {
    due ??= setTimeout(update, TOGETHER_MS);
  };
  const touch = (roomId: string | undefined) => {
    if (roomId === undefined) return;
    stale.add(roomId);
    soon();
  };
  const touchAll = () => {
    for (const room of client.getRooms()) stale.add(room.roomId);
    soon();
  };
  client.on(ClientEvent.Room, (room) => {
    room.on(RoomEvent.UnreadNotifications, () => touch(room.roomId));
    touch(room.roomId);
  });
  client.on(ClientEvent.DeleteRoom, touch);
  client.on(ClientEvent.AccountData, (event) => {
    const type = event.getType();
    if (type === EventType.Direct || type === EventType.IgnoredUserList) touchAll();
  });
  client.on(ClientEvent.Sync, update);
  client.on(RoomEvent.Timeline, (_, room) => touch(room?.roomId));
  client.on(RoomEvent.LocalEchoUpdated, (_, room) => touch(room.roomId));
  client.on(RoomEvent.Redaction, (_, room) => touch(room.roomId));
  client.on(RoomEvent.Receipt, (_, room) => touch(room.roomId));
  client.on(RoomEvent.Name, (room) => touch(room.roomId));
  client.on(RoomEvent.MyMembership, (room) => touch(room.roomId));
  client.on(RoomEvent.Tags, (_, room) => touch(room.roomId));
  client.on(RoomStateEvent.Members, (event) => touch(event.getRoomId()));
  client.on(RoomStateEvent.Events, (event) => touch(event.getRoomId()));
  client.on(MatrixEventEvent.Decrypted, (event) => touch(event.getRoomId()));
  for (const room of client.getRooms()) room.on(RoomEvent.UnreadNotifications, () => touch(room.roomId));
  touchAll();
  update();
  return { rooms, replaced };
}

/** Tells of them only where there are others than before. */
function put(shown: Signal<readonly Room[]>, rooms: readonly Room[]): void {
  const before = shown.get();
  if (rooms.length !== before.length || rooms.some((room, at) => room !== before[at])) shown.set(rooms);
}

/** Whom each direct conversation is with. */
export function directRooms(client: MatrixClient): Map<string, string> {
  const content: Record<string, unknown> = client.getAccountData(EventType.Direct)?.getContent() ?? {};
  const pairs = Object.entries(content).flatMap(([userId, rooms]) =>
    Array.isArray(rooms) ? rooms.map((roomId) => [String(roomId), userId] as const) : [],
  );
  return new Map(pairs);
}

function isIn(room: SdkRoom): boolean {
  const membership = room.getMyMembership();
  return membership === KnownMembership.Join || membership === KnownMembership.Invite;
}

/** A space that the member is in is no conversation; being asked into one is answered like any invitation. */
function isOwnSpace(room: SdkRoom): boolean {
  return room.isSpaceRoom() && room.getMyMembership() === KnownMembership.Join;
}

/** What the app knows of a room, or of a space, which is one too. */
export function describe(client: MatrixClient, room: SdkRoom, direct: Map<string, string>): Room {
  const me = client.getSafeUserId();
  const isInvite = room.getMyMembership() === KnownMembership.Invite;
  const own = room.getMember(me);
  const other = direct.get(room.roomId) ?? (isInvite ? own?.getDMInviter() : undefined);
  const isDirect = other !== undefined;
  const inviter = isInvite ? own?.events.member?.getSender() : undefined;
  const isNamed = room.currentState.getStateEvents(EventType.RoomName, "") !== null;
  const last =
    room.getPendingEvents().findLast((event) => isTold(client, event)) ??
    room
      .getLiveTimeline()
      .getEvents()
      .findLast((event) => isTold(client, event));
  const calls = isDirect ? NotificationCountType.Total : NotificationCountType.Highlight;
  return {
    id: room.roomId,
    name: other && !isNamed ? personOf(room, other).name : named(room.name, room.roomId),
    isDirect,
    face: other ?? room.roomId,
    picture: (other && personOf(room, other).picture) ?? room.getMxcAvatarUrl() ?? undefined,
    address: room.getCanonicalAlias() ?? undefined,
    isEncrypted: room.hasEncryptionStateEvent(),
    entry: entryOf(room),
    isFavourite: "m.favourite" in room.tags,
    membership: isInvite ? "invite" : "join",
    maySay: room.maySendMessage(),
    mayInvite: room.canInvite(me),
    successor: successorOf(room),
    invitedBy: inviter ? personOf(room, inviter) : undefined,
    unread: isInvite ? 1 : room.getRoomUnreadNotificationCount(NotificationCountType.Total),
    mentions: isInvite ? 1 : room.getUnreadNotificationCount(calls),
    unreadThreads: room
      .getThreads()
      .filter(({ id }) => room.getThreadUnreadNotificationCount(id, NotificationCountType.Total) > 0).length,
    lastAt: last?.getTs() ?? own?.events.member?.getTs() ?? 0,
    last: last && {
      sender: personOf(room, last.getSender() ?? ""),
      isOwn: last.getSender() === me,
      body: last.isDecryptionFailure() ? undefined : wordsOf(last).slice(0, LAST_LETTERS),
    },
    memberCount: room.getJoinedMemberCount(),
  };
}

export function entryOf(room: SdkRoom): Entry {
  return ENTRY[room.getJoinRule()] ?? "invited";
}

function successorOf(room: SdkRoom): string | undefined {
  const content = room.currentState.getStateEvents(EventType.RoomTombstone, "")?.getContent();
  const successor: unknown = content?.["replacement_room"];
  return typeof successor === "string" && successor !== "" ? successor : undefined;
}

/** What a room is for, in the words of its people. */
export function topicOf(room: SdkRoom): string {
  const topic: unknown = room.currentState.getStateEvents(EventType.RoomTopic, "")?.getContent()["topic"];
  return typeof topic === "string" ? topic : "";
}

/** Whether a message can stand for its room in the list. */
function isTold(client: MatrixClient, event: MatrixEvent): boolean {
  if (!isSaid(event.getType()) || event.isRedacted() || client.isUserIgnored(event.getSender() ?? ""))
    return false;
  return !event.isRelation(RelationType.Replace) && !isVerification(event);
}

function isSaid(type: string): boolean {
  return (
    type === EventType.RoomMessage || type === EventType.RoomMessageEncrypted || type === EventType.Sticker
  );
}
