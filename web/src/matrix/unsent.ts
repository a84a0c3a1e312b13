// Files that have not arrived, kept beside the page: they are sent after it was closed, too.

import { createStore, del, set, values } from "idb-keyval";
import type { Parcel } from "./attachment.ts";
import type { Said } from "./speaker.ts";

/** A file on its way into a room. */
export interface Unsent {
  /** The transaction's id of its message too, which so is sent once. */
  id: string;
  roomId: string;
  at: number;
  parcel: Parcel;
  caption: Said | undefined;
  relation: Record<string, unknown> | undefined;
  /** Only the member sends it again. */
  isRefused: boolean;
}

/** Those of one member. Who leaves this device deletes the database. */
export class UnsentFiles {
  private readonly store: ReturnType<typeof createStore>;

  constructor(userId: string) {
    this.store = createStore(`hearth:${userId}:unsent`, "files");
  }

  /** Says whether it is kept: some browsers keep nothing, or not so much. */
  async keep({ id, roomId, at, parcel, caption, relation, isRefused }: Unsent): Promise<boolean> {
    try {
      await set(id, { id, roomId, at, parcel, caption, relation, isRefused }, this.store);
      return true;
    } catch {
      return false;
    }
  }

  async forget(id: string): Promise<void> {
    try {
      await del(id, this.store);
    } catch {
      // What is sent once more has the same transaction's id.
    }
  }

  /** In the order in which they were sent. */
  async all(): Promise<Unsent[]> {
    try {
      const all = await values<Unsent>(this.store);
      return all.sort((one, other) => one.at - other.at);
    } catch {
      return [];
    }
  }
}
