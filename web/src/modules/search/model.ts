// What is looked for and what was found, kept while the reader goes from result to result. No React, no SDK.

import { Signal } from "../../matrix/signal.ts";
import type { Found } from "../../matrix/types.ts";
import { folded } from "../rooms/model.ts";

/** Where it is looked: what the finder of `src/matrix` offers. */
export interface Source {
  ask(words: string, roomId: string | undefined, next: string | undefined): Promise<Page>;
  held(roomId: string | undefined, isMeant: (body: string) => boolean): Found[];
  secrecy(roomId: string | undefined): "none" | "some" | "all";
  hasFurther(roomId: string | undefined): boolean;
  further(roomId: string | undefined): Promise<void>;
}

interface Page {
  found: Found[];
  count: number;
  next: string | undefined;
}

export interface Searched {
  words: string;
  /** The room that is looked through; nothing for all of them. */
  roomId: string | undefined;
  state: "idle" | "searching" | "here" | "failed";
  found: readonly Found[];
  count: number;
  hasMore: boolean;
  /** What is more is further back in what only this device can read. */
  isFurther: boolean;
  /** How much of it only this device can read. */
  secrecy: "none" | "some" | "all";
}

/** Letters that are looked for at most; the server takes no more than 32 words. */
export const WORDS_LETTERS = 200;

/** Results that are kept at most. */
const FOUND_MAX = 500;

const NOTHING: Omit<Searched, "words" | "roomId" | "secrecy"> = {
  state: "idle",
  found: [],
  count: 0,
  hasMore: false,
  isFurther: false,
};

/** Where it is looked next: in a page of the server's, in what this device has, or further back in what only it can read. */
type Reach = { in: "server"; next: string | undefined } | { in: "here" } | { in: "past" };

const PAST: Reach = { in: "past" };

export class Searching {
  readonly searched: Signal<Searched>;
  private reach: Reach = { in: "server", next: undefined };
  private turn = 0;

  constructor(private readonly source: Source) {
    this.searched = new Signal({
      ...NOTHING,
      words: "",
      roomId: undefined,
      secrecy: source.secrecy(undefined),
    });
  }

  /** Looks for words, in one room or in all. What was being looked for before is given up. */
  async look(words: string, roomId: string | undefined): Promise<void> {
    this.turn += 1;
    const secrecy = this.source.secrecy(roomId);
    this.reach = secrecy === "all" ? { in: "here" } : { in: "server", next: undefined };
    const isNothing = folded(words).length === 0;
    this.searched.set({ ...NOTHING, words, roomId, secrecy, state: isNothing ? "idle" : "searching" });
    if (!isNothing) await this.page();
  }

  /** Looks on: for what the server has more, or further back in encrypted rooms. */
  async more(): Promise<void> {
    const { state, hasMore } = this.searched.get();
    if (state === "searching" || (state === "here" && !hasMore)) return;
    this.searched.set({ ...this.searched.get(), state: "searching" });
    await this.page();
  }

  private async page(): Promise<void> {
    const { turn } = this;
    const before = this.searched.get();
    try {
      const now = await this.read(before);
      if (turn !== this.turn) return;
      this.reach = now.reach;
      const found = united(before.found, now.found).slice(0, FOUND_MAX);
      this.searched.set({
        ...before,
        state: "here",
        found,
        count: Math.max(before.count, now.count, found.length),
        hasMore: now.hasMore && found.length < FOUND_MAX,
        isFurther: now.reach.in !== "server",
      });
    } catch {
      // What this device has needs no connection.
      const found = united(before.found, this.held(before));
      if (turn === this.turn) this.searched.set({ ...before, state: "failed", found });
    }
  }

  /** What the server can read, page by page; then what only this device can, further and further back. */
  private async read(asked: Searched) {
    const { words, roomId } = asked;
    const { reach } = this;
    if (reach.in === "server") {
      const { found, count, next } = await this.source.ask(words, roomId, reach.next);
      const secret = reach.next === undefined ? this.held(asked) : [];
      const all = united(found, secret);
      return {
        found: all,
        count: count + all.length - found.length,
        hasMore: next !== undefined || this.hasFurther(asked),
        reach: next === undefined ? PAST : { in: "server" as const, next },
      };
    }
    if (reach.in === "past") await this.source.further(roomId);
    return { found: this.held(asked), count: 0, hasMore: this.hasFurther(asked), reach: PAST };
  }

  private held({ words, roomId, secrecy }: Searched): Found[] {
    return secrecy === "none" ? [] : this.source.held(roomId, matching(words));
  }

  private hasFurther({ roomId, secrecy }: Searched): boolean {
    return secrecy !== "none" && this.source.hasFurther(roomId);
  }
}

/** Each message once, the newest first. */
function united(some: readonly Found[], more: readonly Found[]): Found[] {
  const byId = new Map([...some, ...more].map((one) => [one.id, one]));
  return [...byId.values()].sort((one, other) => other.at - one.at);
}

/** Whether all words stand in a text, as they are or as the beginning of something. */
function matching(words: string): (body: string) => boolean {
  const wanted = folded(words);
  return (body) => {
    const text = folded(body).join(" ");
    return wanted.every((word) => text.includes(word));
  };
}

/** Letters of a long message that are shown before the first word that was found, and in all. */
const BEFORE_LETTERS = 40;
const SHOWN_LETTERS = 220;

export interface Part {
  text: string;
  isFound: boolean;
}

/** What is shown of a message: a part of it around the first of the words, and the words apart. */
export function excerpt(body: string, words: string): Part[] {
  const { text, places } = traced(body.replaceAll(/\s+/g, " "));
  const wanted = folded(words).sort((one, other) => other.length - one.length);
  const hits: [number, number][] = [];
  for (const word of wanted) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      let end = at + word.length;
      while (places[end] === places[end - 1]) end += 1;
      const hit: [number, number] = [places[at] ?? 0, places[end] ?? body.length];
      if (!hits.some(([from, to]) => hit[0] < to && from < hit[1])) hits.push(hit);
    }
  }
  hits.sort(([one], [other]) => one - other);
  const plain = body.replaceAll(/\s+/g, " ");
  const first = hits[0]?.[0] ?? 0;
  const start = first > BEFORE_LETTERS * 2 ? first - BEFORE_LETTERS : 0;
  const end = Math.min(plain.length, start + SHOWN_LETTERS);
  const parts: Part[] = [];
  let at = start;
  for (const [from, to] of hits.filter(([from]) => from < end)) {
    if (from > at) parts.push({ text: plain.slice(at, from), isFound: false });
    parts.push({ text: plain.slice(from, to), isFound: true });
    at = to;
  }
  if (at < end) parts.push({ text: plain.slice(at, end), isFound: false });
  const [head] = parts;
  if (start > 0 && head) parts[0] = { ...head, text: `…${head.text}` };
  if (end < plain.length) parts.push({ text: "…", isFound: false });
  return parts;
}

/** A letter with all its signs, as a reader sees it. */
const LETTERS = new Intl.Segmenter();

/** A text without case and accents, and where each of its letters stood. */
function traced(body: string): { text: string; places: number[] } {
  let text = "";
  const places: number[] = [];
  for (const { segment, index } of LETTERS.segment(body)) {
    const plain = segment === " " ? " " : folded(segment).join("");
    for (let by = 0; by < plain.length; by += 1) places.push(index);
    text += plain;
  }
  places.push(body.length);
  return { text, places };
}
