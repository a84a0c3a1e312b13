// What the list of rooms and a conversation show, made of what the member's client knows. No React, no SDK.

import type { Item, Message, Notice, Room } from "../../matrix/types.ts";

export type Section = "invites" | "favourites" | "people" | "rooms";

export interface Listed {
  section: Section;
  rooms: readonly Room[];
}

/** What the list is narrowed to. */
export interface Filter {
  words: string;
  onlyUnread: boolean;
}

const ORDER: readonly Section[] = ["invites", "favourites", "people", "rooms"];

/** The rooms in their sections, in the order that they came in; sections without rooms are left out. */
export function sections(rooms: readonly Room[], { words, onlyUnread }: Filter): Listed[] {
  const wanted = folded(words);
  const shown = rooms.filter(
    (room) =>
      (!onlyUnread || room.unread > 0) && wanted.every((word) => folded(room.name).join(" ").includes(word)),
  );
  const lists = ORDER.map((section) => ({
    section,
    rooms: shown.filter((room) => sectionOf(room) === section),
  }));
  return lists.filter(({ rooms }) => rooms.length > 0);
}

function sectionOf(room: Room): Section {
  if (room.membership === "invite") return "invites";
  if (room.isFavourite) return "favourites";
  return room.isDirect ? "people" : "rooms";
}

/** Words as they are compared: without case and without accents. */
export function folded(text: string): string[] {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** One line of a conversation. */
export type Row =
  | { kind: "day"; key: string; at: number }
  | { kind: "new"; key: string }
  | { kind: "message"; key: string; message: Message; isContinued: boolean }
  | { kind: "notices"; key: string; notices: readonly Notice[] };

/** Messages of one person within this time stand under one name. */
const TOGETHER_MS = 5 * 60_000;

/** Items as rows: a head for each day, messages of one person together, what happened in one line. */
export function rows(items: readonly Item[], readUpTo: string | undefined): Row[] {
  const found: Row[] = [];
  let before: Item | undefined;
  let isNew = false;
  for (const item of items) {
    const isFirstOfDay = before === undefined || !isSameDay(before.at, item.at);
    if (isFirstOfDay) found.push({ kind: "day", key: `day ${item.key}`, at: item.at });
    if (isNew && item.kind === "message" && !item.isOwn) {
      found.push({ kind: "new", key: `new ${item.key}` });
      isNew = false;
      before = undefined;
    }
    const last = found.at(-1);
    if (item.kind === "message") {
      found.push({
        kind: "message",
        key: item.key,
        message: item,
        isContinued: !isFirstOfDay && continues(before, item),
      });
    } else if (last?.kind === "notices") {
      found[found.length - 1] = { ...last, notices: [...last.notices, item] };
    } else {
      found.push({ kind: "notices", key: item.key, notices: [item] });
    }
    if (item.id === readUpTo) isNew = item !== items.at(-1);
    before = item;
  }
  return found;
}

function continues(before: Item | undefined, message: Message): boolean {
  return (
    before?.kind === "message" &&
    before.sender.id === message.sender.id &&
    before.form !== "emote" &&
    message.form !== "emote" &&
    message.quote === undefined &&
    message.at - before.at < TOGETHER_MS
  );
}

function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** Whether a message is nothing but a few pictures, which are shown large. */
export function isEmoji(body: string): boolean {
  return body.length <= 40 && /^(?:\p{RGI_Emoji}|\s){1,6}$/v.test(body) && body.trim() !== "";
}

/** What a message says in one line: its words, or what its file is called. */
export function said({ body, attachment }: Message): string {
  return body || (attachment?.name ?? "");
}
