// Rooms that somebody may like to come into, and what speaks for each. No React, no SDK.

/** A room with what the server has counted of it; the best come first. */
export interface Suggested {
  room_id: string;
  name?: string | null;
  topic?: string | null;
  avatar_url?: string | null;
  members: number;
  /** How many people are in it with whom the reader talks. */
  known: number;
  /** How many spoke there this week. */
  talking: number;
  is_new: boolean;
}

/** Fewer than these are no reason to come. */
const TALKING = 3;

/** The strongest of what speaks for a room: the key of a text, and what goes into it. */
export function reason({ known, talking, is_new, members }: Suggested): [key: string, { count: number }] {
  if (known > 0) return ["finding-known", { count: known }];
  if (talking >= TALKING) return ["finding-talking", { count: talking }];
  return [is_new ? "finding-new" : "rooms-members", { count: members }];
}
