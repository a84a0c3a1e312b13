// Emoji in their order, with the names that a culture has for them. Loaded when somebody first asks for one.

import { folded } from "../rooms/model.ts";

export interface Emoji {
  sign: string;
  /** Unicode's number of its kind. */
  kind: number;
  name: string;
  /** Name and further words, as they are compared. */
  words: readonly string[];
}

/** Unicode's kinds that people choose from; 2 is parts of others. */
export const KINDS: readonly { kind: number; sign: string; title: string }[] = [
  { kind: 0, sign: "😀", title: "emoji-faces" },
  { kind: 1, sign: "👋", title: "emoji-people" },
  { kind: 3, sign: "🐻", title: "emoji-nature" },
  { kind: 4, sign: "🍎", title: "emoji-food" },
  { kind: 5, sign: "🚗", title: "emoji-travel" },
  { kind: 6, sign: "⚽", title: "emoji-activities" },
  { kind: 7, sign: "💡", title: "emoji-objects" },
  { kind: 8, sign: "❤️", title: "emoji-symbols" },
  { kind: 9, sign: "🏳️", title: "emoji-flags" },
];

/** Signs that are offered first. */
const OFTEN = 24;

const STORED = "hearth.emoji";

const files = import.meta.glob<string>("./names/*.txt", { query: "?raw", import: "default" });
const loaded = new Map<string, Promise<readonly Emoji[]>>();

/** All emoji, with names in the culture's language, or in English where it has none. */
export function emojiOf(tag: string): Promise<readonly Emoji[]> {
  const file = files[`./names/${tag}.txt`] ? tag : "en";
  const load = files[`./names/${file}.txt`];
  const known = loaded.get(file) ?? load?.().then(parsed) ?? Promise.resolve([]);
  loaded.set(file, known);
  known.catch(() => loaded.delete(file));
  return known;
}

/** One in a line: sign, kind, name and further words, with tabs in between, after a line on where they are from. */
export function parsed(text: string): readonly Emoji[] {
  const lines = text.trim().split("\n").slice(1);
  return lines.map((line) => {
    const [sign = "", kind, name = "", ...more] = line.split("\t");
    return { sign, kind: Number(kind), name, words: [name, ...more].flatMap(folded) };
  });
}

/** Those whose words begin with what was typed, first those whose name does. */
export function found(all: readonly Emoji[], typed: string, count: number): readonly Emoji[] {
  const wanted = folded(typed.replaceAll("_", " "));
  if (wanted.length === 0) return [];
  const fits = all.filter(({ words }) => wanted.every((want) => words.some((word) => begins(word, want))));
  const first = fits.filter(({ words }) => words[0]?.startsWith(wanted[0] ?? ""));
  return [...new Set([...first, ...fits])].slice(0, count);
}

/** Where words are not set apart, as in Chinese, any part of them counts. */
function begins(word: string, want: string): boolean {
  return /[\p{L}--\p{sc=Latn}--\p{sc=Cyrl}]/v.test(want) ? word.includes(want) : word.startsWith(want);
}

/** What somebody used last, then what is usual in their culture. */
export function often(stickers: readonly string[]): readonly string[] {
  return [...new Set([...last(), ...stickers])].slice(0, OFTEN);
}

function last(): string[] {
  return (localStorage.getItem(STORED) ?? "").split(" ").filter((sign) => sign !== "");
}

export function used(sign: string): void {
  const signs = [sign, ...last().filter((other) => other !== sign)].slice(0, OFTEN);
  localStorage.setItem(STORED, signs.join(" "));
}
