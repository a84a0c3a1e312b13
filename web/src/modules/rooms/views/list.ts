// The list of a conversation's rows: only those that are seen are in the page, and what is being read stays where it is.

import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useMemo, useReducer, useRef } from "react";
import type { Item } from "../../../matrix/types.ts";
import { type Row, rows } from "../model.ts";

/** Pixels from the end within which a reader is at the end. */
export const NEAR = 80;

/** Pixels that a row has, until it is measured. */
const ROW = 56;

/** Rows beyond either edge of what is seen. */
const BEYOND = 6;

/** Further than any conversation reaches: where one begins to be drawn, so that its beginning is not drawn first. */
const END = 1e7;

/** How much is seen of a conversation, as the last one had it: the next is drawn whole at once. */
let height = 600;

/** Keeps how much is seen for the next conversation. */
export function keepHeight(seen: number): void {
  height = seen || height;
}

/** The rows, under the keys that they had before. */
export function useRows(items: readonly Item[], readUpTo: string | undefined): Row[] {
  const known = useRef<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const lines = rows(items, readUpTo, known.current);
    known.current = new Set(lines.map(({ key }) => key));
    return lines;
  }, [items, readUpTo]);
}

/** Those of the rows that are drawn, and where; `follows`: whether who is at the end goes along with what is added there. */
export function useList(scroller: RefObject<HTMLElement | null>, lines: readonly Row[], follows: boolean) {
  // The virtualizer compares with what it last told of, not with what was drawn since for another reason.
  const [, draw] = useReducer((drawings: number) => drawings + 1, 0);
  const drawn = useRef<typeof virtualizer.range>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => lines[index]?.key ?? index,
    anchorTo: "end",
    followOnAppend: follows,
    scrollEndThreshold: NEAR,
    overscan: BEYOND,
    initialRect: { width: 0, height },
    initialOffset: lines.length * ROW > height ? END : 0,
    // Where a row is, is written as it is measured; the rows are drawn again when others come to be seen, and once.
    directDomUpdates: true,
    directDomUpdatesMode: "position",
    useFlushSync: false,
    onChange: ({ range }) => {
      if (range?.startIndex !== drawn.current?.startIndex || range?.endIndex !== drawn.current?.endIndex)
        draw();
    },
  });
  // What stood over the first row goes once others come before it, so it changes at its head, and others at their foot.
  const opening = useRef<[now: string | undefined, before: string | undefined]>([undefined, undefined]);
  if (opening.current[0] !== lines[0]?.key) opening.current = [lines[0]?.key, opening.current[0]];
  // What changes its size above what is being read moves nothing, whichever way one scrolls, nor do rows that come in there.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ key, index, start, end }) => {
    const { scrollOffset, range, itemSizeCache } = virtualizer;
    const offset = scrollOffset ?? 0;
    const isKnown = (at: number) => itemSizeCache.has(lines[at]?.key ?? at);
    if (opening.current.includes(String(key))) return start <= offset;
    if (isKnown(index)) return end - 1 < offset;
    for (let at = index + 1; at <= (range?.endIndex ?? 0); at += 1) if (isKnown(at)) return true;
    return start < offset;
  };
  // What is too short to be scrolled tells of no position: the virtualizer would go on from where it wanted to be, beyond the end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that there are others
  useLayoutEffect(() => {
    virtualizer.scrollOffset = virtualizer.getOffsetForAlignment(virtualizer.scrollOffset ?? 0, "start");
  }, [virtualizer, lines]);
  const shown = virtualizer.getVirtualItems();
  drawn.current = virtualizer.range;
  return { virtualizer, shown };
}
