// Translations of messages that the reader has asked for: kept while the app is open, and nowhere else.

import { Refusal } from "../../api/call.ts";
import { Signal } from "../../matrix/signal.ts";
import type { Message } from "../../matrix/types.ts";
import { used } from "../../signals/tell.ts";

export type State =
  | { is: "none" }
  /** The text is encrypted, and the reader has not said yet that it may be given away. */
  | { is: "asking" }
  | { is: "busy" }
  | { is: "done"; words: string; from: string | undefined }
  /** It is in the reader's language already. */
  | { is: "same" }
  | { is: "failed"; afterMs: number | undefined };

interface Answer {
  text: string;
  from: string | null;
}

export interface Where {
  id: string;
  isEncrypted: boolean;
}

const NONE: State = { is: "none" };

/** Translations that are kept in memory. */
const KEPT = 300;

/** Rooms in which nobody is asked again, on this device. */
const ROOMS = 200;
const ALLOWED = "hearth.translate-rooms";

export class Translations {
  private readonly states = new Map<string, Signal<State>>();

  /** `ask` has a text translated into a language. */
  constructor(private readonly ask: (text: string, to: string) => Promise<Answer>) {}

  of(message: Message, to: string): Signal<State> {
    const key = `${to}\n${message.id}\n${message.body}`;
    const known = this.states.get(key) ?? new Signal<State>(NONE);
    this.states.delete(key);
    this.states.set(key, known);
    for (const [old, state] of this.states) {
      if (this.states.size <= KEPT) break;
      if (!state.isWatched) this.states.delete(old);
    }
    return known;
  }

  /** Translates, or asks first whether the text may leave encryption. */
  want(message: Message, room: Where, to: string): void {
    if (room.isEncrypted && !allowed().includes(room.id)) this.of(message, to).set({ is: "asking" });
    else void this.translate(message, to);
  }

  /** The reader gives this text away, and from now on all of the room if they say so. */
  allow(message: Message, room: Where, to: string, isForAll: boolean): void {
    if (isForAll) {
      localStorage.setItem(ALLOWED, JSON.stringify([room.id, ...allowed()].slice(0, ROOMS)));
    }
    void this.translate(message, to);
  }

  hide(message: Message, to: string): void {
    this.of(message, to).set(NONE);
  }

  private async translate(message: Message, to: string): Promise<void> {
    const state = this.of(message, to);
    if (state.get().is === "busy") return;
    used("translation");
    const busy: State = { is: "busy" };
    state.set(busy);
    // Who has hidden it meanwhile is shown nothing.
    const end = (now: State) => state.get() === busy && state.set(now);
    try {
      const { text, from } = await this.ask(message.body, to);
      const isSame =
        from !== null && from.split("-")[0] === to.split("-")[0] && text.trim() === message.body.trim();
      end(isSame ? { is: "same" } : { is: "done", words: text, from: from ?? undefined });
    } catch (error) {
      const isOften = error instanceof Refusal && error.status === 429;
      end({ is: "failed", afterMs: isOften ? error.retryAfterMs : undefined });
    }
  }
}

/** Nothing is given away any more without asking. */
export function askAgain(): void {
  localStorage.removeItem(ALLOWED);
}

/** The encrypted rooms whose texts may be given away without asking. */
export function allowed(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(ALLOWED) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

/** Somebody else's words; in which language they are, only the translator finds out. */
export function canTranslate(message: Message): boolean {
  const { isOwn, isDeleted, unreadable, form, body } = message;
  return !isOwn && !isDeleted && unreadable === undefined && form !== "file" && /\p{L}/u.test(body);
}
