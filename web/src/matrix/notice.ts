// What happened to a room, told in a line. What is not on this list is told by nothing.

import { EventType, type MatrixEvent, type Room as SdkRoom } from "matrix-js-sdk";
import { shownName } from "./names.ts";
import type { Happened, Notice, Person } from "./types.ts";

/** Longer ones are cut. */
const TOPIC_LETTERS = 200;

/** Settings that a room begins with; told when they change. */
const CHANGED: Record<string, Happened> = {
  [EventType.RoomAvatar]: "pictured",
  [EventType.RoomJoinRules]: "opened",
  [EventType.RoomHistoryVisibility]: "history",
};

/** An event of a room's state as a notice; nothing where nobody needs to be told. */
export function noticeOf(
  room: SdkRoom,
  event: MatrixEvent,
  personOf: (userId: string) => Person,
): Notice | undefined {
  const what = happened(event, room.getCreator());
  if (!what) return undefined;
  const who = personOf(event.getSender() ?? "");
  return {
    kind: "notice",
    id: event.getId() ?? "",
    key: event.getId() ?? "",
    at: event.getTs(),
    what,
    who,
    whom: whom(event, what, personOf) ?? who,
    name: name(event, what),
    reason: reason(event),
  };
}

function happened(event: MatrixEvent, creator: string | null): Happened | undefined {
  const isAnew = Object.keys(event.getPrevContent()).length > 0;
  switch (event.getType()) {
    case EventType.RoomCreate:
      return "created";
    case EventType.RoomEncryption:
      return isAnew ? undefined : "encrypted";
    case EventType.RoomName:
      return "named";
    case EventType.RoomTopic:
      return event.getContent()["topic"] ? "described" : isAnew ? "undescribed" : undefined;
    case EventType.RoomTombstone:
      return "replaced";
    case EventType.RoomPinnedEvents:
      return "pinned";
    case EventType.RoomPowerLevels:
      if (!isAnew) return undefined;
      return promoted(event).length === 1 ? "promoted" : "ruled";
    case EventType.RoomMember:
      return came(event, creator);
    default:
      return isAnew ? CHANGED[event.getType()] : undefined;
  }
}

function came(event: MatrixEvent, creator: string | null): Happened | undefined {
  const [now, before] = [event.getContent(), event.getPrevContent()];
  const isOwn = event.getSender() === event.getStateKey();
  switch (now["membership"]) {
    case "join":
      if (before["membership"] === "join") return isRenamed(before, now) ? "renamed" : undefined;
      // That who made the room is in it needs no line of its own.
      return before["membership"] === undefined && event.getSender() === creator ? undefined : "joined";
    case "invite":
      return before["membership"] === "invite" ? undefined : "invited";
    case "knock":
      return "knocked";
    case "ban":
      return before["membership"] === "ban" ? undefined : "banned";
    case "leave":
      if (before["membership"] === "ban") return "unbanned";
      if (before["membership"] === "invite") return isOwn ? "declined" : "withdrawn";
      if (before["membership"] === "leave") return undefined;
      return isOwn ? "left" : "removed";
    default:
      return undefined;
  }
}

function isRenamed(before: Record<string, unknown>, now: Record<string, unknown>): boolean {
  const [old, anew] = [before["displayname"], now["displayname"]];
  return typeof old === "string" && typeof anew === "string" && old !== anew && anew.trim() !== "";
}

/** Whose power changed. */
function promoted(event: MatrixEvent): string[] {
  const levels = (content: Record<string, unknown>) => (content["users"] ?? {}) as Record<string, unknown>;
  const [before, now] = [levels(event.getPrevContent()), levels(event.getContent())];
  return Object.keys({ ...before, ...now }).filter((userId) => before[userId] !== now[userId]);
}

function whom(event: MatrixEvent, what: Happened, personOf: (userId: string) => Person): Person | undefined {
  if (what === "promoted") return personOf(promoted(event)[0] ?? "");
  if (event.getType() !== EventType.RoomMember) return undefined;
  const person = personOf(event.getStateKey() ?? "");
  const old: unknown = event.getPrevContent()["displayname"];
  return what === "renamed" && typeof old === "string"
    ? { ...person, name: shownName(old) ?? person.name }
    : person;
}

function name(event: MatrixEvent, what: Happened): string | undefined {
  const { name, topic, displayname } = event.getContent();
  const said: unknown = what === "described" ? topic : what === "renamed" ? displayname : name;
  if (typeof said !== "string") return undefined;
  return what === "described" ? said.slice(0, TOPIC_LETTERS) : (shownName(said) ?? "");
}

function reason(event: MatrixEvent): string | undefined {
  const { reason } = event.getContent();
  return event.getType() === EventType.RoomMember && typeof reason === "string"
    ? shownName(reason)
    : undefined;
}
