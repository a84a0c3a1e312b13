// The member's rooms as a list, in step with the client.

import {
  ClientEvent,
  EventType,
  JoinRule,
  KnownMembership,
  type MatrixClient,
  MatrixEventEvent,
  NotificationCountType,
  RoomEvent,
  RoomStateEvent,
  type Room as SdkRoom,
} from "matrix-js-sdk";
import { isVerification, personOf, wordsOf } from "./message.ts";
import { named } from "./names.ts";
import { gathered, Signal } from "./signal.ts";
import type { Room } from "./types.ts";

/** Every room that the member is in or invited to, newest first. */
export function roomsOf(client: MatrixClient): Signal<readonly Room[]> {
  const rooms = new Signal<readonly Room[]>([]);
  const known = new Map<string, Room>();
  const stale = new Set<string>();
  const update = gathered(() => {
    const direct = directRooms(client);
    const all = client
      .getVisibleRooms()
      .filter(({ roomId }) => isShown(client.getRoom(roomId)))
      .map((room) => {
        const before = stale.has(room.roomId) ? undefined : known.get(room.roomId);
        const now = before ?? describe(client, room, direct);
        known.set(room.roomId, now);
        return now;
      });
    stale.clear();
    rooms.set(all.sort((one, other) => other.lastAt - one.lastAt));
  });
  const touch = (roomId: string | undefined) => {
    if (roomId === undefined) return;
    stale.add(roomId);
    update();
  };
  const touchAll = () => {
    for (const room of client.getRooms()) stale.add(room.roomId);
    update();
  };
  client.on(ClientEvent.Room, (room) => {
    room.on(RoomEvent.UnreadNotifications, () => touch(room.roomId));
    touch(room.roomId);
  });
  client.on(ClientEvent.DeleteRoom, touch);
  client.on(ClientEvent.AccountData, (event) => {
    if (event.getType() === EventType.Direct) touchAll();
  });
  client.on(ClientEvent.Sync, () => update());
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
  return rooms;
}

/** Whom each direct conversation is with. */
export function directRooms(client: MatrixClient): Map<string, string> {
  const content: Record<string, unknown> = client.getAccountData(EventType.Direct)?.getContent() ?? {};
  const pairs = Object.entries(content).flatMap(([userId, rooms]) =>
    Array.isArray(rooms) ? rooms.map((roomId) => [String(roomId), userId] as const) : [],
  );
  return new Map(pairs);
}

function isShown(room: SdkRoom | null): boolean {
  const membership = room?.getMyMembership();
  const isIn = membership === KnownMembership.Join || membership === KnownMembership.Invite;
  // A space that the member is in is no conversation; being asked into one is answered like any invitation.
  return isIn && !(room?.isSpaceRoom() && membership === KnownMembership.Join);
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
  const last = room
    .getLiveTimeline()
    .getEvents()
    .concat(room.getPendingEvents())
    .findLast((event) => isSaid(event.getType()) && !event.isRelation("m.replace") && !isVerification(event));
  const total = room.getUnreadNotificationCount(NotificationCountType.Total) ?? 0;
  const highlight = room.getUnreadNotificationCount(NotificationCountType.Highlight) ?? 0;
  return {
    id: room.roomId,
    name: other && !isNamed ? personOf(room, other).name : named(room.name, room.roomId),
    isDirect,
    face: other ?? room.roomId,
    picture: (other && personOf(room, other).picture) ?? room.getMxcAvatarUrl() ?? undefined,
    address: room.getCanonicalAlias() ?? undefined,
    isEncrypted: room.hasEncryptionStateEvent(),
    isOpen: room.getJoinRule() === JoinRule.Public,
    isFavourite: "m.favourite" in room.tags,
    membership: isInvite ? "invite" : "join",
    invitedBy: inviter ? personOf(room, inviter) : undefined,
    unread: isInvite ? 1 : total,
    mentions: isInvite ? 1 : isDirect ? total : highlight,
    unreadThreads: room
      .getThreads()
      .filter(({ id }) => room.getThreadUnreadNotificationCount(id, NotificationCountType.Total) > 0).length,
    lastAt: last?.getTs() ?? own?.events.member?.getTs() ?? 0,
    last: last && {
      sender: personOf(room, last.getSender() ?? ""),
      isOwn: last.getSender() === me,
      body: last.isDecryptionFailure() ? undefined : wordsOf(last),
    },
    memberCount: room.getJoinedMemberCount() + room.getInvitedMemberCount(),
  };
}

function isSaid(type: string): boolean {
  return (
    type === EventType.RoomMessage || type === EventType.RoomMessageEncrypted || type === EventType.Sticker
  );
}
