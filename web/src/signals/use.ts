// The hooks by which views tell of what happens in them, and by which the telling begins.

import { useEffect, useMemo, useRef } from "react";
import type { Member } from "../matrix/member.ts";
import type { Choices } from "../modules/privacy/model.ts";
import { useText } from "../text/text.tsx";
import { tell, telling } from "./tell.ts";
import type { Variant } from "./words.ts";

/** Not before the conversations are readable. */
const LATER_MS = 3000;

/** A search that is still being typed is none. */
const TYPED_MS = 1500;

export function useTelling(member: Member, choices: Choices): void {
  const text = useText();
  const language = useRef("en");
  language.current = text.language;
  useEffect(() => {
    let isHere = true;
    let stop: () => void = () => undefined;
    telling.early = [];
    tell("app_opened");
    const begin = async () => {
      const { begin } = await import("./begin.ts");
      if (isHere) stop = begin(member, choices, language.current);
    };
    const timer = setTimeout(() => void begin().catch(() => undefined), LATER_MS);
    return () => {
      isHere = false;
      clearTimeout(timer);
      telling.early = undefined;
      stop();
    };
  }, [member, choices]);
}

/** Tells that something was looked for in vain, once the words stay as they are. */
export function useEmptySearch(what: Variant<"empty_search">, words: string, isEmpty: boolean): void {
  useEffect(() => {
    if (!isEmpty || words.trim() === "") return;
    const timer = setTimeout(() => tell("empty_search", what), TYPED_MS);
    return () => clearTimeout(timer);
  }, [what, words, isEmpty]);
}

const SLOW: readonly [number, Variant<"slow_room">][] = [
  [10_000, "10s"],
  [3000, "3s"],
  [1000, "1s"],
];

/** Tells of a room that took long until it was seen; a page that nobody looks at is drawn when they come back. */
export function useSlowRoom(roomId: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each room begins anew
  const begun = useMemo(() => performance.now(), [roomId]);
  useEffect(() => {
    let isSeen = document.visibilityState === "visible";
    const hidden = () => {
      isSeen = false;
    };
    document.addEventListener("visibilitychange", hidden);
    const frame = requestAnimationFrame(() => {
      if (!isSeen) return;
      const took = performance.now() - begun;
      const slow = SLOW.find(([least]) => took >= least);
      if (slow) tell("slow_room", slow[1]);
    });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, [begun]);
}
