// What somebody is writing: kept until it is sent, completed where it names somebody, and made ready to be sent.

import { byName, Signal } from "../../matrix/signal.ts";
import type { Said } from "../../matrix/speaker.ts";
import type { Person } from "../../matrix/types.ts";
import { folded } from "./model.ts";

/** What is being written in a room or a thread. */
export interface Draft {
  text: string;
  /** The people that were chosen from the completion. */
  mentions: readonly Person[];
  replyTo?: string | undefined;
  edits?: string | undefined;
  /** What was being written before a message was edited, and is gone on with after it. */
  aside?: Draft | undefined;
}

export const EMPTY: Draft = { text: "", mentions: [] };

/** People that a completion shows. */
const SHOWN = 6;

/** What the protocol allows for an event, and what of that is not words. */
const EVENT_BYTES = 65_536;
const FRAME_BYTES = 2_500;

/** Encrypted, three bytes become four. */
const ENCRYPTED = 4 / 3;

/** Fewer are not measured. */
const SURELY_LETTERS = 3_000;

/** What is being written in a place. It stays there, on this device, while one is elsewhere. */
export const draftIn = byName((place) => {
  const draft = new Signal(kept(place));
  draft.subscribe(() => keep(place, draft.get()));
  return draft;
});

function kept(place: string): Draft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(place)) ?? "null");
    return kept && typeof kept === "object" ? { ...EMPTY, ...kept } : EMPTY;
  } catch {
    return EMPTY;
  }
}

function keep(place: string, draft: Draft): void {
  try {
    if (isNothing(draft)) localStorage.removeItem(nameOf(place));
    else localStorage.setItem(nameOf(place), JSON.stringify(draft));
  } catch {
    // Where the device has no room for it, it is here until the page is closed.
  }
}

function nameOf(place: string): string {
  return `hearth.draft.${place}`;
}

function isNothing({ text, replyTo, aside }: Draft): boolean {
  return text.trim() === "" && !replyTo && !aside;
}

/** The draft as an answer to a message, with these words where there are none. */
export function answering(draft: Draft, id: string, words: string): Draft {
  const own = draft.edits ? withoutSubject(draft) : draft;
  return { ...own, text: own.text || words, replyTo: id };
}

/** A message as it was said, to be said otherwise. */
export function editing(draft: Draft, edits: string, text: string, mentions: readonly Person[]): Draft {
  const before = draft.edits ? draft.aside : draft;
  return { text, mentions, edits, aside: before && !isNothing(before) ? before : undefined };
}

/** The draft with words behind it that were sent, as an answer or not, and did not arrive. */
export function recalled(
  draft: Draft,
  words: string,
  mentions: readonly Person[],
  answered: string | undefined,
): Draft {
  const own = draft.edits ? withoutSubject(draft) : draft;
  const text = own.text.trim() === "" ? words : `${own.text}\n${words}`;
  return { ...own, text, mentions: [...own.mentions, ...mentions], replyTo: own.replyTo ?? answered };
}

/** The draft when it answers nothing, and edits nothing, any more. */
export function withoutSubject(draft: Draft): Draft {
  return draft.edits ? (draft.aside ?? EMPTY) : { ...draft, replyTo: undefined };
}

/** What is left of a draft that was sent as it was: what was written meanwhile, after what an edit had put aside. */
export function afterSending(sent: Draft, now: Draft): Draft {
  // Something else is being edited, or is not any more: what was sent can only stand in what that put aside.
  if (now.edits !== sent.edits) {
    const aside = now.aside && afterSending(sent, now.aside);
    return { ...now, aside: aside && !isNothing(aside) ? aside : undefined };
  }
  const before = sent.edits ? (sent.aside ?? EMPTY) : EMPTY;
  const further = now.text.startsWith(sent.text) ? now.text.slice(sent.text.length) : now.text;
  return {
    ...before,
    text: before.text + further,
    mentions: further === "" ? before.mentions : [...before.mentions, ...now.mentions],
    replyTo: now.replyTo === sent.replyTo ? before.replyTo : now.replyTo,
  };
}

/** The name that is being typed before the caret, from its `@` on. */
export function mentionAt(text: string, caret: number): { from: number; words: string } | undefined {
  const found =
    /(?:^|[\s(，。！？：；、（「『\p{sc=Han}\p{sc=Kana}\p{sc=Hira}\p{sc=Hang}])@([^\s@]{0,30})$/u.exec(
      text.slice(0, caret),
    );
  return found ? { from: caret - (found[1]?.length ?? 0) - 1, words: found[1] ?? "" } : undefined;
}

/** Who may be meant, those first whose name begins so. */
export function suggested(people: readonly Person[], words: string): Person[] {
  const wanted = folded(words).join(" ");
  const fits = (person: Person) => {
    const name = folded(person.name).join(" ");
    if (name.startsWith(wanted) || person.id.slice(1).startsWith(wanted)) return 2;
    return name.includes(wanted) ? 1 : 0;
  };
  const found = people.map((person) => ({ person, fit: fits(person) })).filter(({ fit }) => fit > 0);
  found.sort((one, other) => other.fit - one.fit || one.person.name.localeCompare(other.person.name));
  return found.slice(0, SHOWN).map(({ person }) => person);
}

/** The emoji that is being named before the caret, from its `:` on. One letter is enough where it is a word. */
export function emojiAt(text: string, caret: number): { from: number; words: string } | undefined {
  const found =
    /(?:^|[\s(]):((?:[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}\p{sc=Hang}]|[\p{L}\d]{2})[\p{L}\d_]{0,20})$/u.exec(
      text.slice(0, caret),
    );
  return found ? { from: caret - (found[1]?.length ?? 0) - 1, words: found[1] ?? "" } : undefined;
}

/** The draft with an emoji in place of what stands there. */
export function withSign(
  draft: Draft,
  from: number,
  caret: number,
  sign: string,
): { draft: Draft; caret: number } {
  const text = draft.text.slice(0, from) + sign + draft.text.slice(caret);
  return { draft: { ...draft, text }, caret: from + sign.length };
}

/** The draft with somebody's name in place of what was typed of it, and where the caret goes. */
export function completed(
  draft: Draft,
  from: number,
  caret: number,
  person: Person,
): { draft: Draft; caret: number } {
  const name = `@${person.name} `;
  const text = draft.text.slice(0, from) + name + draft.text.slice(caret).replace(/^ /, "");
  const mentions = [...draft.mentions.filter(({ id }) => id !== person.id), person];
  return { draft: { ...draft, text, mentions }, caret: from + name.length };
}

/** What is sent; nothing where nothing was written. */
export function said(draft: Draft): Said | undefined {
  const body = draft.text.trim();
  if (body === "") return undefined;
  const named = new Set([...body.matchAll(naming(draft.mentions))].map(([, name]) => name));
  const mentions = draft.mentions.filter(({ name }) => named.has(name));
  const html = marked(body, mentions);
  const isPlain = html === escaped(body).replaceAll("\n", "<br>");
  return { body, html: isPlain ? undefined : html, mentions: mentions.map(({ id }) => id) };
}

/** Whether it is more than one message has room for. An edit says everything twice. */
export function isTooLong(draft: Draft, isEncrypted: boolean): boolean {
  if (draft.text.length < SURELY_LETTERS) return false;
  if (draft.text.length > EVENT_BYTES) return true;
  const words = said(draft);
  const bytes = new TextEncoder().encode(JSON.stringify([words?.body, words?.html])).length;
  const whole = bytes * (draft.edits ? 2 : 1);
  return (isEncrypted ? whole * ENCRYPTED : whole) > EVENT_BYTES - FRAME_BYTES;
}

/** The few marks that people type, as HTML: code, bold, italic, struck, quotes, and the names of people. */
function marked(text: string, mentions: readonly Person[]): string {
  return text
    .split(/(```[\s\S]+?```)/)
    .map((part) => {
      const code = /^```(?:\w*\n)?([\s\S]+?)\n?```$/.exec(part)?.[1];
      return code === undefined ? lines(part, mentions) : `<pre><code>${escaped(code)}</code></pre>`;
    })
    .join("");
}

function lines(text: string, mentions: readonly Person[]): string {
  const quotes = text.split(/((?:^|(?<=\n))(?:> ?.*(?:\n|$))+)/);
  return quotes
    .map((part) => {
      if (!/^> ?/.test(part)) return spans(part, mentions).replaceAll("\n", "<br>");
      const quoted = part.replaceAll(/^> ?/gm, "").trim();
      return `<blockquote>${spans(quoted, mentions).replaceAll("\n", "<br>")}</blockquote>`;
    })
    .join("");
}

function spans(text: string, mentions: readonly Person[]): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part) =>
      /^`[^`\n]+`$/.test(part)
        ? `<code>${escaped(part.slice(1, -1))}</code>`
        : emphasised(escaped(part), mentions),
    )
    .join("");
}

function emphasised(html: string, mentions: readonly Person[]): string {
  const links = new Map(
    mentions.map(({ id, name }) => [
      escaped(name),
      `<a href="https://matrix.to/#/${encodeURIComponent(id)}">@${escaped(name)}</a>`,
    ]),
  );
  return html
    .replaceAll(/\*\*(?=\S)([^\n]+?)(?<=\S)\*\*/g, "<strong>$1</strong>")
    .replaceAll(/(?<![*\p{L}\p{N}])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![*\p{L}\p{N}])/gu, "<em>$1</em>")
    .replaceAll(/~~(?=\S)([^\n]+?)(?<=\S)~~/g, "<del>$1</del>")
    .replaceAll(naming(mentions, escaped), (said, name) => links.get(name) ?? said);
}

/** Finds these people where they are named after an `@`; of names that begin alike the longest. */
function naming(people: readonly Person[], written = (name: string) => name): RegExp {
  const names = people.map(({ name }) => written(name)).sort((one, other) => other.length - one.length);
  const literal = names.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&") + end(name));
  return new RegExp(`@(${literal.join("|") || "(?!)"})`, "gu");
}

/** A name ends where its word does; who writes without spaces may go on at once. */
function end(name: string): string {
  return /[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}\p{sc=Hang}]$/u.test(name) ? "" : "(?![\\p{L}\\p{M}\\p{N}])";
}

function escaped(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replaceAll(/[&<>"]/g, (letter) => names[letter] ?? letter);
}
