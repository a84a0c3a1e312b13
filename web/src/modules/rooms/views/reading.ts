// Where a reader is in a conversation: at the message that they were led to, and how far they have read.

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Conversation, Timeline } from "../../../matrix/timeline.ts";
import type { Row } from "../model.ts";

/** How long the message that a link led to stands out. */
const MARKED_MS = 3_000;

/** The message that is led to, and whether it is among the items yet. */
export type Target = { id: string; isHere: boolean } | undefined;

/** Brings the reader to a message, once each time that they are led to it, and says which one stands out. */
export function useMarked(
  target: Target,
  lines: readonly Row[],
  scrollTo: (index: number) => void,
): string | undefined {
  const [marked, setMarked] = useState<string>();
  const done = useRef<Target>(undefined);
  useLayoutEffect(() => {
    if (!target?.isHere || done.current === target) return;
    const index = lines.findIndex((line) => line.kind === "message" && line.message.id === target.id);
    if (index < 0) return;
    done.current = target;
    scrollTo(index);
    setMarked(target.id);
  });
  useEffect(() => {
    const timer = marked && setTimeout(() => setMarked(undefined), MARKED_MS);
    return () => clearTimeout(timer);
  }, [marked]);
  return marked;
}

/**
 * What is at the end and looked at is read. `isFar` asks the page itself: while much is said at once, the list is not yet
 * where it follows to, and who counts as away is not followed for.
 */
export function useReading(
  timeline: Timeline,
  items: Conversation["items"],
  isAtEnd: boolean,
  isFar: () => boolean,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when there are others, and when one has moved
  useEffect(() => timeline.away(!isAtEnd && isFar()), [timeline, items, isAtEnd]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes is read too
  useEffect(() => {
    if (!isAtEnd) return;
    const read = () => {
      if (document.visibilityState === "visible" && document.hasFocus()) void timeline.readUp();
    };
    read();
    document.addEventListener("visibilitychange", read);
    globalThis.addEventListener("focus", read);
    return () => {
      document.removeEventListener("visibilitychange", read);
      globalThis.removeEventListener("focus", read);
    };
  }, [timeline, items, isAtEnd]);
}
