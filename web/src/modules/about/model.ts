// What a room is in words that a member knows, and who may do what in it. No React, no SDK.

import type { Attendee, Details } from "../../matrix/details.ts";
import type { Deed } from "../../matrix/levels.ts";
import { folded } from "../rooms/model.ts";

/** The server takes more; nobody reads more. */
export const NAME_LETTERS = 120;
export const TOPIC_LETTERS = 1000;

/** The levels that have a name. Any other is kept and shown as its number. */
export const LEVELS = { admin: 100, moderator: 50, member: 0 } as const;

export type Role = "owner" | keyof typeof LEVELS | "custom";

export function roleOf(level: number): Role {
  if (level === Number.POSITIVE_INFINITY) return "owner";
  return level === LEVELS.admin
    ? "admin"
    : level === LEVELS.moderator
      ? "moderator"
      : level === LEVELS.member
        ? "member"
        : "custom";
}

/** A role's name, with what goes into it. */
export function roleText(level: number): [key: string, values: { level: number }] {
  const keys = {
    owner: "about-role-owner",
    admin: "about-role-admin",
    moderator: "about-role-moderator",
    member: "about-role-member",
    custom: "about-role-custom",
  };
  return [keys[roleOf(level)], { level: Number.isFinite(level) ? level : 0 }];
}

/** Why the reader may not do this. */
export type Refused =
  /** It takes a level that they have not. */
  | { why: "level"; level: number }
  /** Whom it would be done to is not below them. */
  | { why: "rank" };

/** Whether it is done there at all: in a space nothing is said, and only a space has rooms. */
export function isDone(deed: Deed, { isSpace }: Pick<Details, "isSpace">): boolean {
  if (deed === "rooms") return isSpace;
  return !isSpace || (deed !== "say" && deed !== "delete");
}

/** Whether the reader may do this, and to whom; nothing stands in the way where the answer is undefined. */
export function refused(details: Details, deed: Deed, to?: Attendee): Refused | undefined {
  const level = details.needs[deed];
  if (details.level < level) return { why: "level", level };
  if (to && to.level >= details.level) return { why: "rank" };
  return undefined;
}

export function may(details: Details, deed: Deed, to?: Attendee): boolean {
  return refused(details, deed, to) === undefined;
}

/** The levels that the reader may give: those that have a name, up to their own, and the one that is held. */
export function levelsFor(details: Details, held: number): number[] {
  const named = Object.values(LEVELS).filter((level) => level <= details.level);
  return [...new Set([...named, held])].filter(Number.isFinite).sort((one, other) => other - one);
}

/** Those who are here and fit the words, the highest first, then by name. */
export function listed(
  people: readonly Attendee[],
  words: string,
  membership: Attendee["membership"],
  locale?: string,
): Attendee[] {
  const wanted = folded(words);
  const order = new Intl.Collator(locale);
  return people
    .filter((one) => one.membership === membership)
    .filter((one) => {
      if (wanted.length === 0) return true;
      const known = folded(`${one.name} ${one.id}`).join(" ");
      return wanted.every((word) => known.includes(word));
    })
    .sort((one, other) =>
      one.level === other.level ? order.compare(one.name, other.name) : one.level < other.level ? 1 : -1,
    );
}
