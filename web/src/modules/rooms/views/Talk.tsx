// What was said and where one writes: of a room, or of a thread in it.

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { navigate as go } from "wouter/use-browser-location";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useSignal } from "../../../matrix/react.ts";
import type { Shown, Timeline } from "../../../matrix/timeline.ts";
import type { Message, Room } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import { useAttaching, useDropping } from "../../media/attaching.ts";
import {
  afterSending,
  answering,
  draftIn,
  editing,
  isTooLong,
  recalled,
  said,
  withoutSubject,
} from "../composing.ts";
import { hrefOf, oneDeeper } from "../places.ts";
import { Composer } from "./Composer.tsx";
import { type Acts, Messages } from "./Messages.tsx";
import styles from "./Talk.module.css";

export interface TalkProps {
  timeline: Timeline;
  room: Room;
  member: Member;
  /** The message that a link leads to. */
  event?: string | undefined;
  /** The message that this is the thread of. */
  root?: string | undefined;
}

/** Of one room or thread for as long as it is there, wherever else one goes: it asks nothing of the address, and is not drawn anew. */
export function Talk({ timeline, room, member, event, root }: TalkProps) {
  const conversation = useSignal(timeline.conversation);
  const connection = useSignal(member.connection);
  const text = useText();
  const place = root ? `${room.id} ${root}` : room.id;
  const written = draftIn(place);
  const draft = useSignal(written);
  const { target, lost, seek, forget } = useTarget(timeline, room.id, event);

  const isOpen = room.maySay && room.successor === undefined;
  const [recalls, setRecalls] = useState(0);

  // Who writes makes no message draw itself anew.
  const acts = useMemo<Acts>(() => {
    const threads = root ? { root } : undefined;
    const meant = ({ mentions }: Message) =>
      timeline.people().filter((person) => mentions.includes(person.id));
    const open = (id: string) => {
      const path = hrefOf(room.id, { threads: { root: id } });
      if (path !== location.pathname) go(path, { state: oneDeeper() });
    };
    const recall = (message: Message) => {
      const { id, body, isEdited, quote } = message;
      timeline.speaker.discard(id);
      written.set(
        isEdited
          ? editing(written.get(), id, body, meant(message))
          : recalled(written.get(), body, meant(message), quote?.id),
      );
      setRecalls((recalls) => recalls + 1);
    };
    return {
      onReply: ({ id }, words = "") => written.set(answering(written.get(), id, words)),
      onEdit: (message) => written.set(editing(written.get(), message.id, message.body, meant(message))),
      onRecall: isOpen ? recall : undefined,
      onFind: seek,
      onThread: root ? undefined : open,
      linkTo: (id) => location.origin + hrefOf(room.id, { event: id, threads }),
    };
  }, [timeline, written, room.id, root, isOpen, seek]);

  const messages = conversation.items.filter((item) => item.kind === "message");
  const about = messages.find(({ id }) => id === (draft.edits ?? draft.replyTo));
  const attaching = useAttaching(member, room, place);
  const { isOver, handlers } = useDropping(isOpen ? attaching.add : undefined);
  const isLong = isTooLong(draft, room.isEncrypted);
  const send = async () => {
    if (attaching.isBusy || isLong) return;
    if (conversation.hasNewer) timeline.newest();
    const content = said(draft);
    const isCaption = attaching.chosen.length === 1 && !draft.edits;
    // The first that is handed over answers, and nothing does so once more.
    let { replyTo } = draft;
    const relation = () => {
      const relation = timeline.speaker.relation(replyTo);
      if (replyTo && written.get().replyTo === replyTo) written.set(withoutSubject(written.get()));
      replyTo = undefined;
      return relation;
    };
    if (attaching.chosen.length > 0 && !(await attaching.send(isCaption ? content : undefined, relation)))
      return;
    // Files take a while to be made ready, in which one may type, or be elsewhere.
    written.set(afterSending(draft, written.get()));
    if (!content || isCaption) return;
    if (draft.edits) void timeline.speaker.edit(draft.edits, content);
    else void timeline.speaker.say(content, replyTo);
  };
  const editLast = () => {
    const last = messages.findLast(({ isOwn, isDeleted }) => isOwn && !isDeleted);
    // While it is on its way, nobody means the one before it.
    if (last?.sending === "sent") acts.onEdit(last);
  };
  return (
    <div className={styles.talk} {...handlers}>
      {lost && <Lost why={lost.why} onClose={forget} onAgain={() => seek(lost.id)} />}
      <Messages
        conversation={conversation}
        timeline={timeline}
        acts={acts}
        target={target}
        isOffline={connection === "offline"}
        unread={root ? 0 : room.unread}
      />
      {room.successor !== undefined ? (
        <Ended words={text.say("rooms-moved")}>
          <Button look="main" onPress={() => go(hrefOf(room.successor ?? ""))}>
            {text.say("rooms-moved-button")}
          </Button>
        </Ended>
      ) : !room.maySay ? (
        <Ended words={text.say("rooms-quiet")} />
      ) : (
        <Composer
          isTooLong={isLong}
          recalls={recalls}
          label={root ? text.say("rooms-write-thread") : text.say("rooms-write", { room: room.name })}
          draft={draft}
          about={about}
          typing={conversation.typing}
          people={() => timeline.people()}
          onWrite={(draft) => written.set(draft)}
          onTyping={(isTyping) => timeline.speaker.typing(isTyping)}
          onSend={() => void send()}
          attaching={attaching}
          onVoice={(parcel) => {
            attaching.sendParcel(parcel, timeline.speaker.relation(draft.replyTo));
            written.set(withoutSubject(written.get()));
          }}
          onEditLast={editLast}
        />
      )}
      {isOver && (
        <p className={styles.drop} aria-hidden="true">
          <Icon name="attach" size={24} /> {text.say("media-drop")}
        </p>
      )}
    </div>
  );
}

type Lostness = Exclude<Shown, "shown" | "overtaken" | object>;

/** The message that is led to, once it is in the page; each time that it is looked for anew. */
function useTarget(timeline: Timeline, roomId: string, event: string | undefined) {
  const [target, setTarget] = useState<{ id: string; isHere: boolean }>();
  const [lost, setLost] = useState<{ why: Lostness; id: string }>();
  const latest = useRef("");
  const seek = useCallback(
    async (id: string) => {
      latest.current = id;
      setLost(undefined);
      setTarget({ id, isHere: false });
      const shown = await timeline.show(id);
      // Who went elsewhere meanwhile is led nowhere any more.
      if (latest.current === "") setTarget((now) => (now?.id === id && !now.isHere ? undefined : now));
      if (latest.current !== id) return;
      setTarget(shown === "shown" ? { id, isHere: true } : undefined);
      if (typeof shown === "object") {
        go(hrefOf(roomId, { threads: { root: shown.thread }, event: id }), {
          replace: true,
          state: history.state,
        });
      } else if (shown !== "shown" && shown !== "overtaken") setLost({ why: shown, id });
    },
    [timeline, roomId],
  );
  useEffect(() => {
    if (event) void seek(event);
    return () => {
      latest.current = "";
    };
  }, [event, seek]);
  return {
    target,
    lost,
    seek: useCallback((id: string) => void seek(id), [seek]),
    forget: () => setLost(undefined),
  };
}

/** What stands where one would write. */
function Ended({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <footer className={styles.ended}>
      <p>{words}</p>
      {children}
    </footer>
  );
}

const LOST = { unknown: "rooms-link-unknown", offline: "rooms-link-offline" };

function Lost({ why, onClose, onAgain }: { why: Lostness; onClose: () => void; onAgain: () => void }) {
  const text = useText();
  return (
    <div className={styles.lost}>
      <Notice isWrong code={why === "offline" ? "unreached" : "missing"}>
        {text.say(LOST[why])}
        <span className={styles.ways}>
          {why === "offline" && (
            <Button look="quiet" onPress={onAgain}>
              {text.say("rooms-retry")}
            </Button>
          )}
          <Button look="quiet" onPress={onClose}>
            {text.say("common-close")}
          </Button>
        </span>
      </Notice>
    </div>
  );
}
