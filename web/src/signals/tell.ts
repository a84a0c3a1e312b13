// Tells, in one line from where it happens, how the app is used and what gets in the way.

import type { Collector } from "./collector.ts";
import type { ErrorCode, Name, Said, Variant } from "./words.ts";

/** Signals that wait at once; what is more than these is not told. */
export const WAITING = 100;

export interface Told {
  signal: Name;
  variant: string | undefined;
  at: number;
  /** It is told once for this, while the page is open. */
  key?: string;
}

/** Who takes what is told; before the conversations are readable it waits here, and without a member nobody does. */
export const telling: { to?: Collector | undefined; early?: Told[] | undefined } = {};

export function tell<N extends Name>(signal: N, ...[variant]: Said<N>): void {
  take({ signal, variant, at: Date.now() });
}

/** Tells it once for this key, while the page is open. */
export function tellOnce<N extends Name>(key: string, signal: N, ...[variant]: Said<N>): void {
  take({ signal, variant, at: Date.now(), key });
}

function take(told: Told): void {
  const { to, early } = telling;
  if (to) to.take(told);
  else if (early && early.length < WAITING) early.push(told);
}

/** A part of the app was used. */
export function used(capability: Variant<"capability_used">): void {
  tell("capability_used", capability);
}

/** What is told of an error that is shown, by the protocol's code. */
export function codeOf(error: unknown): ErrorCode {
  const { errcode, code } = (error ?? {}) as { errcode?: unknown; code?: unknown };
  switch (errcode ?? code ?? "UNREACHED") {
    case "UNREACHED":
      return "unreached";
    case "M_FORBIDDEN":
      return "forbidden";
    case "M_NOT_FOUND":
      return "missing";
    case "M_LIMIT_EXCEEDED":
      return "often";
    case "WRONG_PASSWORD":
    case "M_INVALID_PARAM":
    case "M_ROOM_IN_USE":
      return "input";
    default:
      return "unknown";
  }
}

/** What is told of something that was not sent, by who stopped it. */
export function failureOf(error: unknown): Variant<"send_failed"> {
  const { httpStatus, status = httpStatus } = (error ?? {}) as { httpStatus?: number; status?: number };
  if (status === undefined) return error instanceof Error ? "encryption" : "other";
  if (status === 403) return "forbidden";
  if (status === 413) return "too-large";
  return status >= 500 ? "server" : "other";
}
