// The conversation as a list that has only what is seen in the page, and stays where the reader is.

import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Spinner } from "../../../kit/Spinner.tsx";
import type { Conversation, Timeline } from "../../../matrix/timeline.ts";
import type { Message as Said } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import { type Row, rows, said } from "../model.ts";
import { Message } from "./Message.tsx";
import styles from "./Messages.module.css";
import { Notices } from "./Notices.tsx";

/** Pixels from the end within which a reader is at the end. */
const NEAR = 80;

/** Pixels from the end beyond which the way back is offered. */
const FAR = 320;

/** Rows from the beginning at which older ones are fetched. */
const EARLY = 15;

export interface MessagesProps {
  conversation: Conversation;
  timeline: Timeline;
  isOffline: boolean;
  onReply: (message: Said) => void;
  onEdit: (message: Said) => void;
}

export function Messages({ conversation, timeline, isOffline, onReply, onEdit }: MessagesProps) {
  const text = useText();
  const scroller = useRef<HTMLDivElement>(null);
  // Where the reader was when they came; the mark stays there while they are here.
  const { items, hasOlder } = conversation;
  const [readUpTo] = useState(() => unreadFrom(items, timeline.readUpTo()));
  const lines = useMemo(() => rows(items, readUpTo), [items, readUpTo]);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 56,
    getItemKey: (index) => lines[index]?.key ?? index,
    anchorTo: "end",
    followOnAppend: true,
    scrollEndThreshold: NEAR,
    overscan: 10,
  });
  const shown = virtualizer.getVirtualItems();
  const isAway = shown.length > 0 && !virtualizer.isAtEnd(FAR);

  useLayoutEffect(() => virtualizer.scrollToEnd(), [virtualizer]);

  const first = shown[0]?.index ?? 0;
  useEffect(() => {
    if (hasOlder && first < EARLY) void timeline.older();
  }, [hasOlder, first, timeline]);

  // What one says oneself is always seen.
  const lastOwn = items.findLast((item) => item.kind === "message" && item.isOwn)?.key;
  useEffect(() => {
    if (lastOwn) virtualizer.scrollToEnd();
  }, [lastOwn, virtualizer]);

  const find = (id: string) => {
    const index = lines.findIndex((line) => line.kind === "message" && line.message.id === id);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: "center" });
  };
  return (
    <div className={styles.place}>
      <div
        ref={scroller}
        className={styles.scroller}
        role="group"
        aria-label={text.say("rooms-messages")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
        onKeyDown={walk}
      >
        <div className={styles.all} style={{ blockSize: virtualizer.getTotalSize() }}>
          <div className={styles.shown} style={{ transform: `translateY(${shown[0]?.start ?? 0}px)` }}>
            {shown.map(({ key, index }) => {
              const line = lines[index];
              return (
                <div key={key} data-index={index} ref={virtualizer.measureElement}>
                  {line && (
                    <Line
                      line={line}
                      timeline={timeline}
                      isOffline={isOffline}
                      onReply={onReply}
                      onEdit={onEdit}
                      onFind={find}
                    />
                  )}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      {hasOlder && first === 0 && (
        <p className={styles.older}>
          <Spinner /> {text.say("rooms-older")}
        </p>
      )}
      <Heard items={items} />
      {isAway && (
        <Button className={styles.end ?? ""} onPress={() => virtualizer.scrollToEnd({ behavior: "smooth" })}>
          <Icon name="down" size={16} />
          {text.say("rooms-to-end")}
        </Button>
      )}
    </div>
  );
}

interface LineProps extends Omit<MessagesProps, "conversation"> {
  line: Row;
  onFind: (id: string) => void;
}

function Line({ line, ...props }: LineProps) {
  const text = useText();
  switch (line.kind) {
    case "day":
      return (
        <div className={styles.day} role="separator" aria-label={text.day(line.at, Date.now())}>
          <span aria-hidden="true">{text.day(line.at, Date.now())}</span>
        </div>
      );
    case "new":
      return (
        <div className={styles.new} role="separator" aria-label={text.say("rooms-new-from-here")}>
          <span aria-hidden="true">{text.say("rooms-new-from-here")}</span>
        </div>
      );
    case "notices":
      return <Notices notices={line.notices} />;
    case "message":
      return <Message message={line.message} isContinued={line.isContinued} {...props} />;
  }
}

/** The last message that was seen, if others have said something since. */
function unreadFrom(items: Conversation["items"], readUpTo: string | undefined): string | undefined {
  const at = items.findIndex(({ id }) => id === readUpTo);
  const isUnread = at >= 0 && items.slice(at + 1).some((item) => item.kind === "message" && !item.isOwn);
  return isUnread ? readUpTo : undefined;
}

/** Says what comes to those who hear the page. */
function Heard({ items }: { items: Conversation["items"] }) {
  const text = useText();
  const last = items.findLast((item) => item.kind === "message" && !item.isOwn);
  const [first] = useState(last?.key);
  const isNew = last?.kind === "message" && last.key !== first && last.unreadable === undefined;
  return (
    <div className="hidden" role="log" aria-label={text.say("rooms-heard")}>
      {isNew && <p key={last.key}>{text.say("rooms-last", { name: last.sender.name, body: said(last) })}</p>}
    </div>
  );
}

/** Up and Down go from message to message. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-message]")];
  const at = all.findIndex((one) => one.contains(document.activeElement));
  const next = event.key === "ArrowUp" ? (at < 0 ? all.at(-1) : all[at - 1]) : all[at + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
