// One message with all that belongs to it: what it answers, reactions, how far it got, and what can be done with it.

import { memo, Suspense, useEffect, useId, useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Badge } from "../../../kit/Badge.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { later } from "../../../kit/later.ts";
import type { Timeline } from "../../../matrix/timeline.ts";
import type { Message as Said } from "../../../matrix/types.ts";
import { tellOnce } from "../../../signals/tell.ts";
import { useText } from "../../../text/text.tsx";
import { Unreadable } from "../../keys/views/Unreadable.tsx";
import { boxOf } from "../../media/model.ts";
import { Translated } from "../../translate/member.tsx";
import { deletionText, isEmoji, isLengthy } from "../model.ts";
import { openPanel, type PanelName } from "../panel.ts";
import { linked, rich } from "../rich.tsx";
import styles from "./Message.module.css";
import type { Acts } from "./Messages.tsx";
import { Reactions } from "./Reactions.tsx";
import { Tools } from "./Tools.tsx";

const Attachment = later(() => import("../../media/views/Attachment.tsx"));

/** Readers shown by their picture; the rest is a number. */
const READERS = 4;

/** A key may come this much later than the message that it opens. */
const KEYS_MS = 5000;

/** What is shown of messages that are folded. */
const FOLDED_LETTERS = 2_000;

export interface MessageProps {
  message: Said;
  isContinued: boolean;
  /** A link led here. */
  isMarked: boolean;
  timeline: Timeline;
  acts: Acts;
  isOffline: boolean;
}

export const Message = memo(function Message(props: MessageProps) {
  const { message, isContinued, isMarked, timeline, acts } = props;
  const text = useText();
  const { sender, quote, sending } = message;
  // Most messages are only read, so their tools are made once somebody comes near by pointer or keyboard.
  const [isNear, setIsNear] = useState(false);
  const approach = () => setIsNear(true);
  useUnreadable(message);
  const words = useId();
  const classes = [
    styles.message,
    isContinued ? styles.continued : "",
    message.mentionsReader ? styles.mentioned : "",
    sending === "sent" ? "" : styles.pending,
    isMarked ? styles.marked : "",
  ];
  return (
    <article
      className={classes.join(" ")}
      data-message={message.id}
      tabIndex={-1}
      onPointerEnter={approach}
      onFocus={approach}
      aria-label={text.say("rooms-message", { name: sender.name, time: text.moment(message.at) })}
      aria-describedby={words}
    >
      <div className={styles.side}>
        {isContinued ? (
          <time className={styles.hoverTime} aria-hidden="true">
            {text.time(message.at)}
          </time>
        ) : (
          <Avatar id={sender.id} name={sender.name} picture={sender.picture} />
        )}
      </div>
      <div className={styles.main}>
        {!isContinued && (
          <header className={styles.head}>
            <Sender message={message} />
            <time
              className={styles.time}
              dateTime={new Date(message.at).toISOString()}
              title={text.moment(message.at)}
            >
              {text.time(message.at)}
            </time>
          </header>
        )}
        <div id={words}>
          {quote && (
            <button type="button" className={styles.quote} onClick={() => acts.onFind(quote.id)}>
              <bdi className={styles.quoted}>{quote.sender?.name ?? text.say("rooms-quote-unknown")}</bdi>
              <span dir="auto">{quote.body ?? text.say("rooms-quote-nothing")}</span>
            </button>
          )}
          {message.attachment && (
            <Suspense fallback={<div style={{ blockSize: `${boxOf(message.attachment).height / 16}rem` }} />}>
              <Attachment message={message} attachment={message.attachment} timeline={timeline} />
            </Suspense>
          )}
          {(!message.attachment || message.body !== "") && <Body {...props} />}
        </div>
        <Translated message={message} />
        {message.reactions.length > 0 && (
          <Reactions message={message} onReact={(key) => void timeline.speaker.react(message, key)} />
        )}
        {message.thread && acts.onThread && <InThread message={message} onOpen={acts.onThread} />}
        {sending === "failed" && <Failed message={message} timeline={timeline} onRecall={acts.onRecall} />}
      </div>
      <Foot message={message} isOffline={props.isOffline} />
      {isNear && sending === "sent" && !message.isDeleted && <Tools {...props} />}
    </article>
  );
});

/** Tells of what cannot be read, once keys have had time to come. */
function useUnreadable({ id, unreadable }: Said): void {
  useEffect(() => {
    if (!unreadable) return;
    const timer = setTimeout(() => tellOnce(id, "cannot_decrypt", unreadable), KEYS_MS);
    return () => clearTimeout(timer);
  }, [id, unreadable]);
}

/** The name leads to who they are. */
function Sender({ message: { sender } }: { message: Said }) {
  return (
    <button type="button" className={styles.sender} onClick={() => openPanel(sender.id as PanelName)}>
      <bdi>{sender.name}</bdi>
    </button>
  );
}

function Body({ message, timeline, acts }: MessageProps) {
  const text = useText();
  const { body, html, form, sender, unreadable } = message;
  const [isWhole, setIsWhole] = useState(false);
  const isLong = isLengthy(html ?? body);
  if (message.isDeleted) {
    return (
      <p className={styles.gone}>
        <Icon name="delete" size={14} /> {text.say(...deletionText(message))}
      </p>
    );
  }
  if (unreadable) {
    return (
      <Unreadable
        message={message}
        why={unreadable}
        onLook={() => timeline.look(message.id)}
        onAsk={(words) => acts.onReply(message, words)}
      />
    );
  }
  const isFolded = isLong && !isWhole;
  const classes = [
    styles.body,
    html === undefined ? styles.plain : "",
    isEmoji(body) ? styles.emoji : "",
    isFolded ? styles.folded : "",
  ];
  const shown = (words: string) => (isFolded ? words.slice(0, FOLDED_LETTERS) : words);
  return (
    <>
      <div className={classes.join(" ")} dir="auto" data-content="">
        {form === "emote" && (
          <strong>
            <bdi>{sender.name}</bdi>{" "}
          </strong>
        )}
        {html === undefined ? linked(shown(body)) : rich(shown(html))}
        {message.isEdited && <span className={styles.edited}> {text.say("rooms-edited")}</span>}
      </div>
      {isLong && (
        <Button look="quiet" aria-expanded={isWhole} onPress={() => setIsWhole(!isWhole)}>
          {text.say(isWhole ? "rooms-fold" : "rooms-unfold")}
        </Button>
      )}
    </>
  );
}

/** How far the message got, at its end. */
function Foot({ message, isOffline }: { message: Said; isOffline: boolean }) {
  const text = useText();
  const { sending, readBy } = message;
  if (sending === "sending" || sending === "waiting") {
    const isWaiting = sending === "waiting" || isOffline;
    const said = text.say(isWaiting ? "rooms-waiting" : "rooms-sending");
    return (
      <span className={styles.foot} role="img" aria-label={said} title={said}>
        <Icon name={isWaiting ? "offline" : "waiting"} size={13} />
      </span>
    );
  }
  if (readBy.length === 0) return null;
  const names = text.say("rooms-read-by", { names: text.list(readBy.map(({ name }) => name)) });
  return (
    <span className={styles.foot} role="img" aria-label={names} title={names}>
      {readBy.slice(0, READERS).map(({ id, name }) => (
        <Avatar key={id} id={id} name={name} size="s" />
      ))}
      {readBy.length > READERS && <span>+{text.number(readBy.length - READERS)}</span>}
    </span>
  );
}

/** What was said about it apart. */
function InThread({ message, onOpen }: { message: Said; onOpen: (id: string) => void }) {
  const text = useText();
  const { count, unread, last } = message.thread ?? { count: 0, unread: 0 };
  return (
    <button type="button" className={styles.thread} onClick={() => onOpen(message.id)}>
      <Icon name="thread" size={15} />
      <span className={styles.threadCount}>{text.say("rooms-thread", { count })}</span>
      {last && (
        <span className={styles.threadLast}>
          <bdi>{last.sender.name}</bdi> <bdi>{last.body ?? "…"}</bdi>
        </span>
      )}
      {unread > 0 && (
        <Badge count={text.number(unread)} label={text.say("rooms-unread", { count: unread })} isLoud />
      )}
    </button>
  );
}

interface FailedProps {
  message: Said;
  timeline: Timeline;
  onRecall: Acts["onRecall"];
}

function Failed({ message, timeline, onRecall }: FailedProps) {
  const text = useText();
  return (
    <p className={styles.failed} role="alert">
      <Icon name="warning" size={14} /> {text.say("rooms-failed")}
      <Button look="quiet" onPress={() => void timeline.speaker.retry(message.id)}>
        {text.say("rooms-retry")}
      </Button>
      {onRecall && !message.attachment && message.body !== "" && (
        <Button look="quiet" onPress={() => onRecall(message)}>
          {text.say("rooms-edit")}
        </Button>
      )}
      <Button look="quiet" onPress={() => timeline.speaker.discard(message.id)}>
        {text.say("rooms-discard")}
      </Button>
    </p>
  );
}
