// The list of a conversation's rows: only those that are seen are in the page, and what is being read stays where it is.

import { type Rect, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useMemo, useReducer, useRef } from "react";
import type { Item } from "../../../matrix/types.ts";
import { boxOf } from "../../media/model.ts";
import { type Row, rows } from "../model.ts";

/** Pixels from the end within which a reader is at the end. */
export const NEAR = 80;

/** Pixels that a row is thought to have until it is measured: with words of one line, for each further line, for what stands over it. */
const ROW = 24;
const LINE = 22;
const DAY = 47;

/** Letters in a line of a wide page. */
const LETTERS = 110;

/** Letters beyond which a message is folded. */
const FOLDED = 3_000;

/** Rows beyond either edge of what is seen. */
const BEYOND = 6;

/** Further than any conversation reaches: where one begins to be drawn, so that its beginning is not drawn first. */
const END = 1e7;

/** How much is seen of a conversation, as the last one had it: the next is drawn whole at once. */
let height = 600;

type List = Virtualizer<HTMLElement, Element>;

/** Whether all rows are seen at once. */
export function fits(list: List): boolean {
  return list.getTotalSize() <= (list.scrollRect?.height ?? 0);
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
    estimateSize: (index) => thought(lines[index]),
    measureElement: told,
    observeElementRect: watched,
    getItemKey: (index) => lines[index]?.key ?? index,
    anchorTo: "end",
    followOnAppend: follows,
    scrollEndThreshold: NEAR,
    overscan: BEYOND,
    initialRect: { width: 0, height },
    initialOffset: END,
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
    const { scrollOffset, range } = virtualizer;
    const offset = scrollOffset ?? 0;
    const isSeen = (at: number) => wasTold(virtualizer.elementsCache.get(lines[at]?.key ?? at));
    if (isSeen(index)) return opening.current.includes(String(key)) ? start <= offset : end - 1 < offset;
    for (let at = index + 1; at <= (range?.endIndex ?? 0); at += 1) if (isSeen(at)) return true;
    return start < offset;
  };
  // What is too short to be scrolled tells of no position: the virtualizer would go on from where it wanted to be, beyond the end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that there are others
  useLayoutEffect(() => {
    if (fits(virtualizer)) virtualizer.scrollOffset = 0;
  }, [virtualizer, lines]);
  const shown = virtualizer.getVirtualItems();
  drawn.current = virtualizer.range;
  return { virtualizer, shown };
}

function thought(line: Row | undefined): number {
  const head = line?.day === undefined ? 0 : DAY;
  if (line?.kind !== "message") return head + ROW;
  const { body, attachment, reactions, thread, quote } = line.message;
  const more = [!line.isContinued, quote, reactions[0], reactions[0], thread, thread].filter(Boolean).length;
  const further = more + Math.floor(Math.min(body.length, FOLDED) / LETTERS);
  return head + ROW + further * LINE + (attachment ? boxOf(attachment).height : 0);
}

/** How much is seen is told with the rows' sizes, before they are painted; to ask for it lays out the page once more. */
function watched(list: List, tell: (rect: Rect) => void): () => void {
  const observer = new ResizeObserver(([entry]) => {
    const [box] = entry?.borderBoxSize ?? [];
    if (!box) return;
    height = Math.round(box.blockSize) || height;
    tell({ width: Math.round(box.inlineSize), height: Math.round(box.blockSize) });
  });
  if (list.scrollElement) observer.observe(list.scrollElement, { box: "border-box" });
  return () => observer.disconnect();
}

/** The browser tells of all rows together, before they are painted; to ask each as it comes lays out the page as often. */
function told(row: Element, entry: ResizeObserverEntry | undefined, list: List): number {
  const at = list.indexFromElement(row);
  const key = list.options.getItemKey(at);
  const known = list.itemSizeCache.get(key) ?? list.options.estimateSize(at);
  const size = Math.round(entry?.borderBoxSize[0]?.blockSize ?? known);
  if (entry && !toldAt.has(row)) toldAt.set(row, document.timeline.currentTime);
  // What was thought rightly holds from now on too, whatever is thought of the row later.
  if (entry && size === known) list.itemSizeCache.set(key, size);
  return size;
}

/** The frame in which the size of a row was first told. */
const toldAt = new WeakMap<Element, CSSNumberish | null>();

/** Whether a row was painted before this frame. */
function wasTold(row: Element | undefined): boolean {
  const at = row && toldAt.get(row);
  return at !== undefined && at !== document.timeline.currentTime;
}
