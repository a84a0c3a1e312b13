// Doing one thing at a time, with what went wrong in words.

import { useCallback, useRef, useState } from "react";
import { NO_PICTURE } from "../matrix/portrait.ts";
import { codeOf, tell } from "../signals/tell.ts";

/** What is said of an error, by the protocol's code and our own. */
const FAULTS: Record<string, string> = {
  UNREACHED: "common-error-unreached",
  WRONG_PASSWORD: "accounts-error-password",
  [NO_PICTURE]: "media-no-picture",
  M_FORBIDDEN: "rooms-error-forbidden",
  M_NOT_FOUND: "rooms-error-not-found",
  M_ROOM_IN_USE: "rooms-error-address-taken",
  M_LIMIT_EXCEEDED: "rooms-error-often",
};

export interface Task {
  isBusy: boolean;
  /** What is under way, where one task is there for several things. */
  what: string | undefined;
  /** The key of a text. */
  fault: string | undefined;
  /** Does it, unless something is under way: a second press does nothing. */
  run: (work: () => Promise<unknown>, what?: string) => void;
  /** Does it after what is under way, so that of settings that are changed one by one none is lost. */
  change: (work: () => Promise<unknown>, what?: string) => void;
}

/** What is said where the server forbids it, may be said more closely. */
export function useTask(forbidden?: string): Task {
  const [what, setWhat] = useState<string>();
  const [fault, setFault] = useState<string>();
  const count = useRef(0);
  const last = useRef(Promise.resolve());
  const change = useCallback(
    (work: () => Promise<unknown>, what = "") => {
      count.current += 1;
      setWhat(what);
      setFault(undefined);
      const attempt = async () => {
        try {
          await work();
        } catch (error) {
          setFault(faultOf(error, forbidden));
          tell("error_shown", codeOf(error));
        }
        count.current -= 1;
        if (count.current === 0) setWhat(undefined);
      };
      last.current = last.current.then(attempt);
    },
    [forbidden],
  );
  const run = useCallback<Task["run"]>(
    (work, what) => {
      if (count.current === 0) change(work, what);
    },
    [change],
  );
  return { isBusy: what !== undefined, what, fault, run, change };
}

/** A refusal in words; the SDK's errors and our own carry a code. */
export function faultOf(error: unknown, forbidden?: string): string {
  const { errcode, code } = (error ?? {}) as { errcode?: unknown; code?: unknown };
  const refused = String(errcode ?? code ?? "UNREACHED");
  if (refused === "M_FORBIDDEN" && forbidden) return forbidden;
  return FAULTS[refused] ?? "common-error-unknown";
}
