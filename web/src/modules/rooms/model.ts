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
      (!onlyUnread || hasUnread(room)) && wanted.every((word) => folded(room.name).join(" ").includes(word)),
  );
  const lists = ORDER.map((section) => ({
    section,
    rooms: shown.filter((room) => sectionOf(room) === section),
  }));
  return lists.filter(({ rooms }) => rooms.length > 0);
}

export const hasUnread = ({ unread, unreadThreads }: Room): boolean => unread + unreadThreads > 0;

function sectionOf(room: Room): Section {
  if (room.membership === "invite") return "invites";
  if (room.isFavourite) return "favourites";
  return room.isDirect ? "people" : "rooms";
}

/** Accents, points and harakat: a word without them is the same word. The vowels of Hindi and the voice of kana are not. */
const ACCENTS =
  /[\p{M}&&[[\p{sc=Zinh}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}]--[\u3099\u309a]]]/gv;

/** Letters that are compared as others, and that nothing can be taken from. */
const PLAIN: Record<string, string> = { ı: "i", đ: "d", ø: "o", ł: "l", ß: "ss", æ: "ae", œ: "oe", ς: "σ" };

/** Words as they are compared, the same whatever the language of the browser: without case and without accents. */
export function folded(text: string): string[] {
  return text
    .normalize("NFKD")
    .replaceAll(ACCENTS, "")
    .toLowerCase()
    .replaceAll(/[ıđøłßæœς]/g, (letter) => PLAIN[letter] ?? letter)
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** One line of a conversation, with what stands over it. Its key stays when others come before it. */
export type Row = {
  key: string;
  /** When, if it is the first of its day. */
  day: number | undefined;
  /** Whether what the reader has not seen begins here. */
  isNew: boolean;
} & (
  | { kind: "message"; message: Message; isContinued: boolean }
  | { kind: "notices"; notices: readonly Notice[] }
);

/** Messages of one person within this time stand under one name. */
const TOGETHER_MS = 5 * 60_000;

/**
 * Items as rows: a head for each day, messages of one person together, what happened in one line. A line to which older
 * things are added keeps the key under which it is known.
 */
export function rows(
  items: readonly Item[],
  readUpTo: string | undefined,
  known: ReadonlySet<string> = new Set(),
): Row[] {
  const found: Row[] = [];
  let before: Item | undefined;
  let tomorrow = Number.NEGATIVE_INFINITY;
  let isAfterRead = false;
  for (const item of items) {
    const isFirstOfDay = item.at >= tomorrow;
    if (isFirstOfDay) tomorrow = new Date(item.at).setHours(24, 0, 0, 0);
    const isNew: boolean = isAfterRead && item.kind === "message" && !item.isOwn;
    const head = { key: item.key, day: isFirstOfDay ? item.at : undefined, isNew };
    const last = found.at(-1);
    if (item.kind === "message") {
      const isContinued = !isFirstOfDay && !isNew && continues(before, item);
      found.push({ ...head, kind: "message", message: item, isContinued });
    } else if (last?.kind === "notices" && !isFirstOfDay) {
      const key = known.has(item.key) && !known.has(last.key) ? item.key : last.key;
      found[found.length - 1] = { ...last, key, notices: [...last.notices, item] };
    } else {
      found.push({ ...head, kind: "notices", notices: [item] });
    }
    isAfterRead = item.id === readUpTo || (isAfterRead && !isNew);
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

/** Whether a message is nothing but a few pictures, which are shown large. */
export function isEmoji(body: string): boolean {
  return body.length <= 40 && /^(?:\p{RGI_Emoji}|\s){1,6}$/v.test(body) && body.trim() !== "";
}

/** What a message says in one line: its words, or what its file is called. */
export function said({ body, attachment }: Message): string {
  return body || (attachment?.name ?? "");
}

/** What stands in the place of a deleted message: the key of a text, and what goes into it. */
export function deletionText({
  deletedBy,
}: Pick<Message, "deletedBy">): [key: string, values: { name: string; reason: string }] {
  const { person, reason = "" } = deletedBy ?? {};
  const key = reason ? "rooms-deleted-why" : person ? "rooms-deleted-by" : "rooms-deleted";
  return [key, { name: person?.name ?? "", reason }];
}

/** Messages of more letters or lines than these are folded. */
const LONG_LETTERS = 3_000;
const LONG_LINES = 40;

/** Whether what is shown of a message, its HTML where it has any, is too long to be shown whole at once. */
export function isLengthy(shown: string): boolean {
  return shown.length > LONG_LETTERS || (shown.match(/\n|<(?:br|p|li)\b/gi)?.length ?? 0) >= LONG_LINES;
}
