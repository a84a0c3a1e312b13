// Names that people give themselves and rooms, as they can be shown beside anything else.

/** Longer ones are cut. */
const NAME_LETTERS = 100;

/** What turns the direction of what stands around it, and what has no place in a line. */
const UNRULY = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|\p{Cc}/gu;

/** Joiners belong into words and emoji one at a time; several are there to deceive. */
const INVISIBLE = /\u200B|\u2060|\uFEFF|\u00AD|[\u200C\u200D]{2,}/gu;

/** More marks than this over a letter reach into other lines. */
const MARKS = /(\p{M}{3})\p{M}+/gu;

/** The name as it can be shown, or something else where there is none. */
export function named(name: unknown, otherwise: string): string {
  return (typeof name === "string" && shownName(name)) || otherwise;
}

/** The name without what would harm; nothing where nothing of it can be seen. */
export function shownName(name: string): string | undefined {
  const shown = name
    .slice(0, NAME_LETTERS * 4)
    .replaceAll(UNRULY, "")
    .replaceAll(INVISIBLE, "")
    .replaceAll(MARKS, "$1")
    .replaceAll(/\s+/g, " ")
    .trim();
  const letters = [...shown];
  const cut = letters.length > NAME_LETTERS ? `${letters.slice(0, NAME_LETTERS).join("")}…` : shown;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(cut) ? cut : undefined;
}
