// Files of messages as addresses that a page can show: fetched with the member's token, opened where they are
// encrypted, shared by all who show them, and let go when nobody does.

import type { Tokens } from "../api/tokens.ts";
import { Damaged, unlocked } from "./lock.ts";
import { headOf, isShowable } from "./picture.ts";
import { fromShelf } from "./shelf.ts";
import { Signal } from "./signal.ts";
import type { Attachment, Source } from "./types.ts";

/** Files that nobody shows any more stay up to this, so that scrolling back is quick. */
const IDLE_FILES = 100;
const IDLE_BYTES = 32 * 1024 * 1024;

/** Encrypted pictures without a smaller one of their own are shown up to this size. */
const PICTURE_BYTES = 20 * 1024 * 1024;

/** The smaller picture that the server is asked for. */
const THUMBNAIL_PIXELS = 800;

/** Why a file is not there. */
export type Absence = "unreached" | "gone" | "damaged" | "unshowable";

export type Opened = { is: "opening" } | { is: "open"; address: string } | { is: "absent"; why: Absence };

/** What is wanted of a file: it whole, to be kept; it whole, to be seen; or a smaller picture of it. */
export type Wish = "file" | "picture" | "small";

/** A file in somebody's hands, until they let it go. */
export interface Held {
  opened: Signal<Opened>;
  release: () => void;
}

interface Entry {
  opened: Signal<Opened>;
  stop: AbortController;
  bytes: number;
  users: number;
}

export class Files {
  /** In the order in which they were let go. */
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly tokens: Tokens) {}

  hold(attachment: Attachment, wish: Wish): Held {
    const { source, kind } = attachment;
    // What was sent from here is here: as a file, and as a picture where it is one.
    const isHere = this.entries.has(source.url) && (kind === "picture" || wish === "file");
    const key = isHere ? source.url : keyOf(attachment, wish);
    return this.held(key, this.entries.get(key) ?? this.open(key, attachment, wish));
  }

  /** A file that is here already, under the address that its message has. */
  keep(url: string, blob: Blob): Held {
    const entry = this.entry(url);
    entry.bytes = blob.size;
    entry.opened.set({ is: "open", address: URL.createObjectURL(blob) });
    return this.held(url, entry);
  }

  private held(key: string, entry: Entry): Held {
    entry.users += 1;
    let isHeld = true;
    const release = () => {
      if (!isHeld) return;
      isHeld = false;
      entry.users -= 1;
      if (entry.users === 0) this.rest(key, entry);
    };
    return { opened: entry.opened, release };
  }

  private entry(key: string): Entry {
    const entry = {
      opened: new Signal<Opened>({ is: "opening" }),
      stop: new AbortController(),
      bytes: 0,
      users: 0,
    };
    this.entries.set(key, entry);
    return entry;
  }

  private open(key: string, attachment: Attachment, wish: Wish): Entry {
    const entry = this.entry(key);
    this.fetch(attachment, wish, entry.stop.signal).then(
      (blob) => {
        entry.bytes = blob.size;
        if (!entry.stop.signal.aborted) entry.opened.set({ is: "open", address: URL.createObjectURL(blob) });
      },
      (error: unknown) => {
        // Who looks again asks again.
        if (this.entries.get(key) === entry) this.entries.delete(key);
        entry.opened.set({ is: "absent", why: absenceOf(error) });
      },
    );
    return entry;
  }

  private async fetch(attachment: Attachment, wish: Wish, signal: AbortSignal): Promise<Blob> {
    const { source, thumbnail, type, bytes } = attachment;
    const isOpen = source.lock === undefined;
    if (wish === "file") return new Blob([await this.bytes(source, signal)], { type: playable(type) });
    if (wish === "small" && thumbnail) return picture(await this.bytes(thumbnail, signal));
    // A moving picture moves only whole.
    if (wish === "small" && isOpen && type !== "image/gif") {
      return picture(await this.bytes(source, signal, THUMBNAIL_PIXELS));
    }
    if (wish === "small" && (bytes ?? 0) > PICTURE_BYTES) throw new Absent("unshowable");
    return picture(await this.bytes(source, signal));
  }

  private async bytes({ url, lock }: Source, signal: AbortSignal, side?: number): Promise<ArrayBuffer> {
    const place = url.slice("mxc://".length);
    const media = "/_matrix/client/v1/media";
    const path = side
      ? `${media}/thumbnail/${place}?width=${side}&height=${side}&method=scale&animated=false`
      : `${media}/download/${place}`;
    const headers = { authorization: `Bearer ${this.tokens.accessToken}` };
    const ask = (init: RequestInit) => this.tokens.fetch(path, { headers, signal, ...init });
    // Whole files are too large for the shelf. The browser may keep what is encrypted: it tells nothing to who comes after.
    const answer = await (side ? fromShelf(path, ask) : ask({ cache: lock ? "default" : "no-store" }));
    if (!answer.ok)
      throw new Absent(
        answer.status === 404 ? "gone" : isLasting(answer) && side ? "unshowable" : "unreached",
      );
    const bytes = await answer.arrayBuffer();
    return lock ? unlocked(bytes, lock) : bytes;
  }

  private rest(key: string, entry: Entry): void {
    // Where it failed, another may have its place.
    const isKnown = this.entries.get(key) === entry;
    if (isKnown) this.entries.delete(key);
    if (isKnown && entry.opened.get().is === "open") this.entries.set(key, entry);
    else entry.stop.abort();
    this.tidy();
  }

  private tidy(): void {
    const idle = [...this.entries].filter(
      ([, { users, opened }]) => users === 0 && opened.get().is === "open",
    );
    let bytes = idle.reduce((sum, [, entry]) => sum + entry.bytes, 0);
    let count = idle.length;
    for (const [key, entry] of idle) {
      if (count <= IDLE_FILES && bytes <= IDLE_BYTES) return;
      const opened = entry.opened.get();
      if (opened.is === "open") URL.revokeObjectURL(opened.address);
      this.entries.delete(key);
      bytes -= entry.bytes;
      count -= 1;
    }
  }
}

class Absent extends Error {
  constructor(readonly why: Absence) {
    super(why);
  }
}

/** The server would say the same again. */
function isLasting({ status }: Response): boolean {
  return status < 500 && status !== 429;
}

function keyOf({ source, thumbnail }: Attachment, wish: Wish): string {
  return wish === "small" ? `small ${thumbnail?.url ?? source.url}` : `${wish} ${source.url}`;
}

function picture(bytes: ArrayBuffer): Blob {
  const head = headOf(new Uint8Array(bytes));
  if (!head || !isShowable(head)) throw new Absent("unshowable");
  return new Blob([bytes], { type: head.type });
}

/** Nothing that a browser would open as a page. */
function playable(type: string): string {
  return /^(?:audio|video)\/[\w.+-]+$/.test(type) ? type : "application/octet-stream";
}

function absenceOf(error: unknown): Absence {
  if (error instanceof Absent) return error.why;
  return error instanceof Damaged ? "damaged" : "unreached";
}
