import { expect, test, vi } from "vitest";
import type { Message, Notice, Room } from "../../matrix/types.ts";
import { deletionText, folded, isEmoji, isLengthy, rows, sections } from "./model.ts";

const ADA = { id: "@ada:x", name: "Ada" };
const BOB = { id: "@bob:x", name: "Bob" };

function room(name: string, more: Partial<Room> = {}): Room {
  return {
    id: `!${name}`,
    name,
    isDirect: false,
    face: name,
    isEncrypted: false,
    isFavourite: false,
    entry: "invited",
    membership: "join",
    maySay: true,
    mayInvite: true,
    successor: undefined,
    invitedBy: undefined,
    unread: 0,
    mentions: 0,
    unreadThreads: 0,
    lastAt: 0,
    last: undefined,
    memberCount: 2,
    ...more,
  };
}

function message(id: string, at: number, more: Partial<Message> = {}): Message {
  return {
    kind: "message",
    id,
    key: id,
    sender: ADA,
    isOwn: false,
    at,
    form: "text",
    body: id,
    html: undefined,
    attachment: undefined,
    isEdited: false,
    isDeleted: false,
    deletedBy: undefined,
    mentions: [],
    mentionsReader: false,
    unreadable: undefined,
    quote: undefined,
    reactions: [],
    thread: undefined,
    sending: "sent",
    progress: undefined,
    readBy: [],
    ...more,
  };
}

function notice(id: string, at: number): Notice {
  return {
    kind: "notice",
    id,
    key: id,
    at,
    what: "joined",
    who: BOB,
    whom: BOB,
    name: undefined,
    reason: undefined,
  };
}

const NOON = new Date(2026, 10, 28, 12).getTime();
const MINUTE = 60_000;

test("rooms stand in sections, and empty ones are left out", () => {
  const rooms = [
    room("Garden", { isFavourite: true }),
    room("Bob", { isDirect: true, unread: 2 }),
    room("Café"),
    room("New", { membership: "invite", unread: 1 }),
    room("Pier", { unreadThreads: 1 }),
  ];
  const names = (filter: Parameters<typeof sections>[1]) =>
    sections(rooms, filter).map(({ section, rooms }) => `${section}: ${rooms.map(({ name }) => name)}`);
  expect(names({ words: "", onlyUnread: false })).toEqual([
    "invites: New",
    "favourites: Garden",
    "people: Bob",
    "rooms: Café,Pier",
  ]);
  expect(names({ words: "CAFE ", onlyUnread: false })).toEqual(["rooms: Café"]);
  expect(names({ words: "", onlyUnread: true })).toEqual(["invites: New", "people: Bob", "rooms: Pier"]);
  expect(names({ words: "nowhere", onlyUnread: false })).toEqual([]);
});

test.each([
  ["tr", "İstanbul", "istanbul"],
  ["tr", "ISPARTA", "ısparta"],
  ["vi", "Đà Nẵng", "da nang"],
  ["de", "Straße", "STRASSE"],
  ["fr", "Cœur à l’Été", "coeur a l’ete"],
  ["da", "Rødgrød", "rodgrod"],
  ["pl", "Łódź", "lodz"],
  ["es", "¿Mañana?", "¿manana?"],
  ["ru", "Ёлка", "елка"],
  ["el", "ΟΔΌΣ", "οδοσ"],
  ["ar", "مُحَمَّد أحمد", "محمد احمد"],
  ["he", "שָׁלוֹם", "שלום"],
  ["zh", "ＡＢＣ１２３", "abc123"],
])("words are the same without case and accents: %s", (_, text, words) =>
  expect(folded(text)).toEqual(folded(words)),
);

test("words are compared alike whatever the language of the browser", () => {
  const turkish = vi.spyOn(String.prototype, "toLocaleLowerCase").mockReturnValue("ı");
  expect(folded("İstanbul IRMAK")).toEqual(["istanbul", "irmak"]);
  turkish.mockRestore();
});

test.each([
  ["hi", "कील", "कल"],
  ["hi", "मिल", "मूल"],
  ["ja", "パパ", "ハハ"],
  ["th", "ป้า", "ปา"],
])("what makes another word of a word stays: %s", (_, one, other) =>
  expect(folded(one)).not.toEqual(folded(other)),
);

test("messages of one person stand together, for a while", () => {
  const items = [
    message("1", NOON),
    message("2", NOON + MINUTE),
    message("3", NOON + 2 * MINUTE, { sender: BOB }),
    message("4", NOON + 20 * MINUTE, { sender: BOB }),
    message("5", NOON + 21 * MINUTE, { sender: BOB, quote: { id: "1", sender: ADA, body: "1" } }),
  ];
  const found = rows(items, undefined).map((row) => row.kind === "message" && row.isContinued);
  expect(found).toEqual([false, true, false, false, false]);
});

test("what happened is gathered, and each day has its head", () => {
  const items = [
    notice("a", NOON),
    notice("b", NOON),
    message("1", NOON),
    message("2", NOON + 24 * 60 * MINUTE),
    message("3", NOON + 23 * 60 * MINUTE),
    notice("c", NOON + 24 * 60 * MINUTE),
  ];
  const found = rows(items, undefined);
  expect(found.map(({ kind }) => kind)).toEqual(["notices", "message", "message", "message", "notices"]);
  expect(found[0]).toMatchObject({ notices: [{ id: "a" }, { id: "b" }] });
  expect(found.map(({ day }) => day !== undefined)).toEqual([true, false, true, false, false]);
});

test("a line keeps its key when older things come into it, and when newer ones do", () => {
  const items = ["z", "a", "b"].map((id) => notice(id, NOON));
  const keys = (shown: readonly Notice[], ...known: string[]) =>
    rows(shown, undefined, new Set(known)).map(({ key }) => key);
  expect(keys(items)).toEqual(["z"]);
  expect(keys(items.slice(1))).toEqual(["a"]);
  expect(keys(items, "a")).toEqual(["a"]);
  expect(keys(items.slice(0, 2), "z")).toEqual(["z"]);
});

test("what is new is marked before the first message of somebody else", () => {
  const items = [
    message("1", NOON),
    message("2", NOON, { isOwn: true }),
    message("3", NOON),
    message("4", NOON),
  ];
  const marked = (readUpTo: string | undefined) =>
    rows(items, readUpTo)
      .filter(({ isNew }) => isNew)
      .map(({ key }) => key);
  expect(marked("1")).toEqual(["3"]);
  expect(marked("4")).toEqual([]);
  expect(marked(undefined)).toEqual([]);
  expect(rows([], undefined)).toEqual([]);
});

test("pictures alone are shown large", () => {
  expect(["😀", "👍🏽 ❤️", "👩‍👩‍👧"].map(isEmoji)).toEqual([true, true, true]);
  expect(["", " ", "1", "ok 😀", "😀".repeat(7)].map(isEmoji)).toEqual([false, false, false, false, false]);
});

test("what has many letters or lines is folded, however the lines are made", () => {
  expect(isLengthy("x".repeat(3001))).toBe(true);
  for (const line of ["\n", "<br>", "<p>a</p>", "<li>a"]) {
    expect(isLengthy(line.repeat(39))).toBe(false);
    expect(isLengthy(line.repeat(40))).toBe(true);
  }
  expect(isLengthy("<pre>".repeat(60))).toBe(false);
});

test("who deleted what somebody else said is told, with the reason where there is one", () => {
  const [key] = deletionText({ deletedBy: undefined });
  expect(key).toBe("rooms-deleted");
  const by = (reason: string | undefined) => deletionText({ deletedBy: { person: BOB, reason } });
  expect(by(undefined)).toEqual(["rooms-deleted-by", { name: BOB.name, reason: "" }]);
  expect(by("Spam")).toEqual(["rooms-deleted-why", { name: BOB.name, reason: "Spam" }]);
});
