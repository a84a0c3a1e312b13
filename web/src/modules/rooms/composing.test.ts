import { beforeEach, expect, test } from "vitest";
import {
  afterSending,
  answering,
  completed,
  draftIn,
  EMPTY,
  editing,
  emojiAt,
  isTooLong,
  mentionAt,
  recalled,
  said,
  suggested,
  withoutSubject,
  withSign,
} from "./composing.ts";

const ADA = { id: "@ada:x", name: "Ada" };
const ANA = { id: "@ana:x", name: "Ána B" };
const BOB = { id: "@bob:x", name: "Bob" };

const sent = (text: string, mentions = [ADA]) => said({ ...EMPTY, text, mentions });

beforeEach(() => localStorage.clear());

test("drafts survive, each in its place, and empty ones are forgotten", () => {
  localStorage.setItem("hearth.draft.!kept", JSON.stringify({ text: "from before" }));
  expect(draftIn("!kept").get()).toEqual({ ...EMPTY, text: "from before" });
  draftIn("!a").set({ ...EMPTY, text: "later" });
  expect(draftIn("!a").get().text).toBe("later");
  expect(draftIn("!b").get()).toEqual(EMPTY);
  expect(localStorage.getItem("hearth.draft.!a")).toContain("later");
  draftIn("!a").set({ ...EMPTY, text: "  " });
  expect(localStorage.getItem("hearth.draft.!a")).toBeNull();
  localStorage.setItem("hearth.draft.!broken", "{");
  expect(draftIn("!broken").get()).toEqual(EMPTY);
});

test("what was written stays when an answer or an edit is given up", () => {
  const half = { ...EMPTY, text: "half a thought" };
  expect(withoutSubject(answering(half, "$1", "words"))).toEqual({ ...half, replyTo: undefined });
  expect(answering(EMPTY, "$1", "words").text).toBe("words");
  const edit = editing(half, "$2", "as it was", []);
  expect(edit).toMatchObject({ text: "as it was", edits: "$2" });
  expect(withoutSubject(edit)).toEqual(half);
  expect(withoutSubject(editing(edit, "$3", "another", []))).toEqual(half);
  expect(answering(edit, "$1", "")).toEqual({ ...half, replyTo: "$1" });
  expect(withoutSubject(editing(EMPTY, "$2", "as it was", []))).toEqual(EMPTY);
});

test("what was typed while a draft was sent stays, behind what an edit had put aside", () => {
  const sent = { ...EMPTY, text: "one" };
  expect(afterSending(sent, sent)).toEqual(EMPTY);
  expect(afterSending(sent, { ...sent, text: "one two" }).text).toBe(" two");
  expect(afterSending(sent, { ...sent, text: "else" }).text).toBe("else");
  const edit = editing({ ...EMPTY, text: "half", replyTo: "$1" }, "$2", "as it was", []);
  expect(afterSending(edit, { ...edit, text: "as it was!" })).toMatchObject({ text: "half!", replyTo: "$1" });
  // Meanwhile somebody else is answered, named, or another message edited.
  expect(afterSending(sent, { ...sent, replyTo: "$2" })).toMatchObject({ text: "", replyTo: "$2" });
  expect(afterSending(sent, { ...sent, text: "one @Ada", mentions: [ADA] }).mentions).toEqual([ADA]);
  const other = editing(sent, "$3", "another", []);
  expect(afterSending(sent, other)).toEqual({ ...other, aside: undefined });
  expect(afterSending(edit, withoutSubject(edit))).toEqual(withoutSubject(edit));
});

test("a name is completed where it is typed", () => {
  expect(mentionAt("hi @an", 6)).toEqual({ from: 3, words: "an" });
  expect(mentionAt("me@example", 10)).toBeUndefined();
  expect(mentionAt("@an ", 4)).toBeUndefined();
  expect(mentionAt("你好@安", 4)).toEqual({ from: 2, words: "安" });
  expect(suggested([BOB, ADA, ANA], "a").map(({ name }) => name)).toEqual(["Ada", "Ána B"]);
  expect(suggested([BOB, ADA, ANA], "an")).toEqual([ANA]);
  expect(suggested([BOB], "zzz")).toEqual([]);
  const done = completed({ ...EMPTY, text: "hi @an, there" }, 3, 6, ANA);
  expect(done).toEqual({ draft: { text: "hi @Ána B , there", mentions: [ANA] }, caret: 10 });
});

test("nothing is sent where nothing was written", () => {
  expect(sent(" \n ")).toBeUndefined();
});

test("plain words stay plain", () => {
  expect(sent("a < b & c\nd")).toEqual({ body: "a < b & c\nd", html: undefined, mentions: [] });
  expect(sent("2 * 3 * 4 and snake_case")?.html).toBeUndefined();
});

test("those who are named are meant", () => {
  const html = 'hi <a href="https://matrix.to/#/%40ada%3Ax">@Ada</a>';
  expect(sent("hi @Ada")).toEqual({ body: "hi @Ada", html, mentions: ["@ada:x"] });
  expect(sent("hi Ada")?.mentions).toEqual([]);
});

test.each<[string, string[], string[]]>([
  ["@Anna", ["Ann"], []],
  ["@Ann and @Anna", ["Ann", "Anna"], ["Ann", "Anna"]],
  ["@Anna", ["Ann", "Anna"], ["Anna"]],
  ["@Ann, hello", ["Ann"], ["Ann"]],
  ["@安娜你好", ["安娜"], ["安娜"]],
  ["@A.B (x) $& @A+B", ["A.B (x) $&"], ["A.B (x) $&"]],
])("%s means whom it names", (text, names, meant) => {
  const people = names.map((name) => ({ id: `@${name}:x`, name }));
  const said = sent(text, people);
  expect(said?.mentions).toEqual(meant.map((name) => `@${name}:x`));
  expect(said?.html?.match(/<a /g)?.length ?? 0).toBe(meant.length);
});

test.each([
  ["**bold** *it* ~~no~~", "<strong>bold</strong> <em>it</em> <del>no</del>"],
  ["`a*b*`", "<code>a*b*</code>"],
  ["```js\nlet <a>\n```", "<pre><code>let &lt;a&gt;</code></pre>"],
  ["> one\n> two\nthree", "<blockquote>one<br>two</blockquote>three"],
  ["<b>x</b> **y**", "&lt;b&gt;x&lt;/b&gt; <strong>y</strong>"],
])("%s", (text, html) => expect(sent(text)?.html).toBe(html));

test("an emoji is completed where it is named, and not where there is a time or a face", () => {
  expect(emojiAt("so :tom", 7)).toEqual({ from: 3, words: "tom" });
  expect(emojiAt(":笑", 2)).toEqual({ from: 0, words: "笑" });
  for (const text of ["12:30", ":d", ":-)", "a:bc", ": no"])
    expect(emojiAt(text, text.length)).toBeUndefined();
  const done = withSign({ ...EMPTY, text: "so :tom!" }, 3, 7, "🍅");
  expect(done).toEqual({ draft: { ...EMPTY, text: "so 🍅!" }, caret: 5 });
});

test("what has no room in one message is known before it is sent", () => {
  const words = (letters: number, letter = "a") => ({ ...EMPTY, text: letter.repeat(letters) });
  expect(isTooLong(words(60_000), false)).toBe(false);
  expect(isTooLong(words(60_000), true)).toBe(true);
  expect(isTooLong(words(45_000), true)).toBe(false);
  expect(isTooLong(words(17_000, "字"), true)).toBe(true);
  expect(isTooLong({ ...words(35_000), edits: "$1" }, false)).toBe(true);
  expect(isTooLong(words(1_000_000), false)).toBe(true);
});

test("what did not arrive goes on behind what is being written", () => {
  expect(recalled(EMPTY, "lost", [ADA], "$1")).toEqual({ text: "lost", mentions: [ADA], replyTo: "$1" });
  const half = { ...EMPTY, text: "half", replyTo: "$2" };
  expect(recalled(half, "lost", [], "$1")).toMatchObject({ text: "half\nlost", replyTo: "$2" });
  expect(recalled(editing(half, "$3", "as it was", []), "lost", [], undefined)).toMatchObject({
    text: "half\nlost",
    replyTo: "$2",
  });
});
