// Why a message cannot be read, in words, and what helps. No React, no SDK.

import type { Safety } from "../../matrix/keys.ts";
import type { Unreadable } from "../../matrix/types.ts";

/** What a member can do about it. */
export type Remedy =
  /** Bring their keys to this device. */
  | "bring"
  /** Look in the backup once more. */
  | "look"
  /** Ask the sender. */
  | "ask";

export interface Explained {
  key: string;
  remedy: Remedy | undefined;
}

/** With what helps. Who has looked in the backup can ask the sender; of one's own there is nobody to ask. */
export function explained(why: Unreadable, safety: Safety, isOwn: boolean, hasLooked: boolean): Explained {
  if (why === "before-joining") return { key: "keys-unreadable-joining", remedy: undefined };
  // Whatever else is wrong, without the keys nothing opens.
  if (safety === "elsewhere") return { key: "keys-unreadable-elsewhere", remedy: "bring" };
  const ask = isOwn ? undefined : "ask";
  const next = (hasLooked && ask) || "look";
  switch (why) {
    case "no-key":
      return { key: "keys-unreadable-coming", remedy: next };
    // What the backup has opens as soon as the keys are here; this is the rest, or the backup could not be reached.
    case "in-backup":
      return { key: "keys-unreadable-lost", remedy: next };
    case "before-device":
      return { key: "keys-unreadable-lost", remedy: ask };
    case "withheld":
      return { key: "keys-unreadable-withheld", remedy: ask };
    case "unknown":
      return { key: "keys-unreadable-broken", remedy: ask };
  }
}
