// The conversation as a list that has only what is seen in the page, and stays where the reader is.

import { type KeyboardEvent, memo, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Spinner } from "../../../kit/Spinner.tsx";
import type { Conversation, Timeline } from "../../../matrix/timeline.ts";
import type { Message as Said } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import type { Row } from "../model.ts";
import { Heard } from "./Heard.tsx";
import { fits, NEAR, useList, useRows } from "./list.ts";
import { Message } from "./Message.tsx";
import styles from "./Messages.module.css";
import { Notices } from "./Notices.tsx";
import { type Target, useMarked, useReading } from "./reading.ts";

/** Pixels from the end beyond which the way back is offered. */
const FAR = 320;

/** Rows from either end at which more are fetched. */
const EARLY = 15;

/** How long the way to the end takes at most. */
const LED_MS = 500;

/** What can be done with a message where it stands. The same for as long as the conversation is open. */
export interface Acts {
  /** Answers it, with these words to begin with. */
  onReply: (message: Said, words?: string) => void;
  onEdit: (message: Said) => void;
  /** Takes back into the field what could not be sent, where there is one. */
  onRecall: ((message: Said) => void) | undefined;
  onFind: (id: string) => void;
  /** Opens the thread of a message; nothing where one is in a thread. */
  onThread: ((id: string) => void) | undefined;
  linkTo: (id: string) => string;
}

export interface MessagesProps {
  conversation: Conversation;
  timeline: Timeline;
  acts: Acts;
  target: Target;
  isOffline: boolean;
  unread: number;
}

export const Messages = memo(function Messages(props: MessagesProps) {
  const { conversation, timeline, acts, target, isOffline, unread } = props;
  const text = useText();
  const scroller = useRef<HTMLDivElement>(null);
  // Where the reader was when they came; the mark stays there while they are here.
  const { items, hasOlder, hasNewer } = conversation;
  const [readUpTo] = useState(() => unreadFrom(items, timeline.readUpTo()));
  const lines = useRows(items, readUpTo);
  const wasNewest = useRef(true);
  // What follows on a page further up was not said just now.
  const { virtualizer, shown } = useList(scroller, lines, wasNewest.current && !hasNewer);
  const isAway = hasNewer || (shown.length > 0 && !virtualizer.isAtEnd(FAR));
  const toEnd = useRef(true);
  const ledAt = useRef(Number.NEGATIVE_INFINITY);
  useLayoutEffect(() => {
    wasNewest.current = !hasNewer;
    if (hasNewer) return;
    if (toEnd.current && lines.length > 0) {
      ledAt.current = performance.now();
      virtualizer.scrollToEnd();
    }
    // Of what fits the end is seen, and it stays seen when there is more.
    toEnd.current = fits(virtualizer);
  }, [virtualizer, hasNewer, lines]);

  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  const isThere = virtualizer.isAtEnd(NEAR);
  useEffect(() => {
    // On the way to the end, what would be seen in passing is not fetched: it would push the end away.
    if (!isThere && performance.now() - ledAt.current < LED_MS) return;
    // Also after a page of which nothing, or no further row, is shown.
    if (conversation.hasOlder && first < EARLY) void timeline.older();
    else if (conversation.hasNewer && last >= lines.length - EARLY) void timeline.newer();
  }, [conversation, first, last, lines.length, timeline, isThere]);

  // Who is at the end stays there when the place gets smaller, by a keyboard or by what is being written.
  const isAtEnd = useRef(true);
  isAtEnd.current = !hasNewer && isThere;
  useEffect(() => {
    const place = scroller.current;
    if (!place) return;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) virtualizer.scrollToEnd();
    });
    observer.observe(place);
    return () => observer.disconnect();
  }, [virtualizer]);

  // What one says oneself is always seen.
  const latest = items.at(-1);
  const echo = latest?.kind === "message" && latest.sending !== "sent" ? latest.key : undefined;
  const seenEcho = useRef<string>(undefined);
  useEffect(() => {
    // Once: who comes back to what waits is where they were.
    if (echo && echo !== seenEcho.current) virtualizer.scrollToEnd();
    seenEcho.current = echo;
  }, [echo, virtualizer]);

  const marked = useMarked(target, lines, (index) => {
    ledAt.current = Number.NEGATIVE_INFINITY;
    toEnd.current = false;
    virtualizer.scrollToIndex(index, { align: "center" });
  });
  const isLed = target?.isHere === false;
  const isFar = () => isLed || hasNewer || (scroller.current !== null && toGo(scroller.current) > FAR);
  useReading(timeline, items, !isAway && !isLed, isFar);
  const toNewest = () => {
    toEnd.current = true;
    if (hasNewer) timeline.newest();
    else virtualizer.scrollToEnd();
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
        <div ref={virtualizer.containerRef} className={styles.all}>
          {shown.map(({ key, index }) => {
            const line = lines[index];
            const isMarked = line?.kind === "message" && line.message.id === marked;
            return (
              <div key={key} data-index={index} ref={virtualizer.measureElement} className={styles.row}>
                {line && <Line {...{ line, timeline, acts, isOffline, isMarked }} />}
              </div>
            );
          })}
        </div>
      </div>
      {((hasOlder && first === 0) || isLed) && (
        <p className={styles.older}>
          <Spinner /> {text.say("rooms-older")}
        </p>
      )}
      {items.length > 0 && !hasNewer && <Heard items={items} />}
      {isAway && (
        <Button className={styles.end ?? ""} onPress={toNewest}>
          <Icon name="down" size={16} />
          {unread > 0 ? text.say("rooms-to-new", { count: unread }) : text.say("rooms-to-end")}
        </Button>
      )}
    </div>
  );
});

interface LineProps extends Pick<MessagesProps, "timeline" | "acts" | "isOffline"> {
  line: Row;
  isMarked: boolean;
}

/** Drawn anew only where it is another: a step of scrolling draws the new ones. */
const Line = memo(function Line({ line, ...props }: LineProps) {
  const text = useText();
  const day = line.day === undefined ? "" : text.day(line.day, Date.now());
  return (
    <>
      {day && (
        <div className={styles.day} role="separator" aria-label={day}>
          <span aria-hidden="true">{day}</span>
        </div>
      )}
      {line.isNew && (
        <div className={styles.new} role="separator" aria-label={text.say("rooms-new-from-here")}>
          <span aria-hidden="true">{text.say("rooms-new-from-here")}</span>
        </div>
      )}
      {line.kind === "notices" ? (
        <Notices notices={line.notices} />
      ) : (
        <Message message={line.message} isContinued={line.isContinued} {...props} />
      )}
    </>
  );
});

/** Pixels to the end, as the page has it. */
function toGo({ scrollHeight, scrollTop, clientHeight }: HTMLElement): number {
  return scrollHeight - scrollTop - clientHeight;
}

/** The last item that was seen, if others have said something since. */
function unreadFrom(items: Conversation["items"], readUpTo: string | undefined): string | undefined {
  const at = items.findIndex(({ id }) => id === readUpTo);
  const isUnread = at >= 0 && items.slice(at + 1).some((item) => item.kind === "message" && !item.isOwn);
  return isUnread ? readUpTo : undefined;
}

/** Up and Down go from message to message. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  // In menus that stand elsewhere in the page, and in players, the keys have another meaning.
  const { target, currentTarget } = event;
  const isElsewhere = !(target instanceof Node && currentTarget.contains(target));
  if (isElsewhere || event.defaultPrevented || target instanceof HTMLMediaElement) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-message]")];
  const at = all.findIndex((one) => one.contains(document.activeElement));
  const next = event.key === "ArrowUp" ? (at < 0 ? all.at(-1) : all[at - 1]) : all[at + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
