// Looking things up while somebody types, and doing one thing at a time with what went wrong in words.

import { useEffect, useRef, useState } from "react";
import { NO_PICTURE } from "../../matrix/traces.ts";
import { codeOf, tell } from "../../signals/tell.ts";

/** Somebody who types faster than this is not asked about each letter. */
const PAUSE_MS = 250;

/** What the words find; without words only where that means everything. */
export function useFound<T>(words: string, find: (words: string) => Promise<T[]>, isAll = false): T[] {
  const [found, setFound] = useState<T[]>([]);
  const latest = useRef(find);
  latest.current = find;
  const wanted = words.trim();
  useEffect(() => {
    if (wanted === "" && !isAll) {
      setFound([]);
      return;
    }
    let isWanted = true;
    const timer = setTimeout(
      () => {
        latest.current(wanted).then(
          (found) => isWanted && setFound(found),
          () => isWanted && setFound([]),
        );
      },
      wanted === "" ? 0 : PAUSE_MS,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [wanted, isAll]);
  return found;
}

export interface Task {
  isBusy: boolean;
  /** The key of a text. */
  fault: string | undefined;
  run: (work: () => Promise<unknown>) => void;
}

/** What is said where the server forbids it, may be said more closely. */
export function useTask(forbidden = "rooms-error-forbidden"): Task {
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const run = (work: () => Promise<unknown>) => {
    setIsBusy(true);
    setFault(undefined);
    work().then(
      () => setIsBusy(false),
      (error: unknown) => {
        setIsBusy(false);
        setFault(faultOf(error, forbidden));
        tell("error_shown", codeOf(error));
      },
    );
  };
  return { isBusy, fault, run };
}

/** A refusal in words; the SDK's errors and our own carry the protocol's code. */
function faultOf(error: unknown, forbidden: string): string {
  const { errcode, code } = (error ?? {}) as { errcode?: unknown; code?: unknown };
  const refused = errcode ?? code;
  if (refused === "M_FORBIDDEN") return forbidden;
  if (refused === "M_NOT_FOUND") return "rooms-error-not-found";
  if (refused === "M_ROOM_IN_USE") return "rooms-error-address-taken";
  if (refused === NO_PICTURE) return "media-no-picture";
  if (refused === "M_LIMIT_EXCEEDED") return "rooms-error-often";
  return refused === undefined || refused === "UNREACHED" ? "common-error-unreached" : "common-error-unknown";
}
