// One room: who is in it, what was said, and where one writes.

import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Menu } from "../../../kit/Menu.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useSignal } from "../../../matrix/react.ts";
import type { Timeline } from "../../../matrix/timeline.ts";
import type { Message, Room } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import { useAttaching, useDropping } from "../../media/attaching.ts";
import { type Draft, draftOf, EMPTY, keepDraft, said } from "../composing.ts";
import { usePanels } from "../panel.ts";
import { Composer } from "./Composer.tsx";
import styles from "./Conversation.module.css";
import { InviteDialog, LeaveDialog } from "./Dialogs.tsx";
import { Messages } from "./Messages.tsx";

const AboutPanel = lazy(() => import("../../about/member.tsx"));

export interface ConversationProps {
  member: Member;
  room: Room;
  onBack: () => void;
  onLeft: () => void;
  onOpen: (roomId: string) => void;
}

export function Conversation({ member, room, onBack, onLeft, onOpen }: ConversationProps) {
  const timeline = useTimeline(member, room.id);
  const panels = usePanels();
  const { panel } = panels;
  const [asks, setAsks] = useState<"invite" | "leave">();
  const closeDialog = () => setAsks(undefined);
  return (
    <>
      <section className={styles.conversation} aria-label={room.name}>
        <Head
          member={member}
          room={room}
          onBack={onBack}
          onAbout={() => panels.open("about")}
          onInvite={() => setAsks("invite")}
          onLeave={() => setAsks("leave")}
        />
        {timeline && <Talk key={room.id} timeline={timeline} room={room} member={member} />}
      </section>
      {panel && (
        <Suspense>
          <AboutPanel
            member={member}
            room={room}
            panels={{ ...panels, panel }}
            onInvite={() => setAsks("invite")}
            onLeave={() => setAsks("leave")}
            onOpen={onOpen}
          />
        </Suspense>
      )}
      {asks === "invite" && <InviteDialog member={member} room={room} onClose={closeDialog} />}
      {asks === "leave" && <LeaveDialog member={member} room={room} onLeft={onLeft} onClose={closeDialog} />}
    </>
  );
}

function Talk({ timeline, room, member }: { timeline: Timeline; room: Room; member: Member }) {
  const text = useText();
  const conversation = useSignal(timeline.conversation);
  const connection = useSignal(member.connection);
  const [draft, setDraft] = useState<Draft>(() => draftOf(room.id));
  const write = useCallback(
    (draft: Draft) => {
      setDraft(draft);
      keepDraft(room.id, draft);
    },
    [room.id],
  );
  const messages = conversation.items.filter((item) => item.kind === "message");
  const about = messages.find(({ id }) => id === (draft.edits ?? draft.replyTo));

  const attaching = useAttaching(member, room);
  const { isOver, handlers } = useDropping(attaching.add);

  const send = () => {
    if (attaching.isBusy) return;
    const content = said(draft);
    const isCaption = attaching.chosen.length === 1 && !draft.edits;
    if (attaching.chosen.length > 0) {
      const answered = draft.replyTo && { "m.in_reply_to": { event_id: draft.replyTo } };
      void attaching.send(isCaption ? content : undefined, answered || undefined);
    }
    write(EMPTY);
    if (!content || isCaption) return;
    if (draft.edits) void timeline.edit(draft.edits, content);
    else void timeline.say(content, draft.replyTo);
  };
  const edit = (message: Message) => write({ text: message.body, mentions: [], edits: message.id });
  const editLast = () => {
    const last = messages.findLast(
      ({ isOwn, isDeleted, sending }) => isOwn && !isDeleted && sending === "sent",
    );
    if (last) edit(last);
  };
  return (
    <div className={styles.talk} {...handlers}>
      <Messages
        conversation={conversation}
        timeline={timeline}
        isOffline={connection === "offline"}
        onReply={(message) => write({ ...draft, edits: undefined, replyTo: message.id })}
        onEdit={edit}
      />
      <Composer
        room={room}
        draft={draft}
        about={about}
        typing={conversation.typing}
        people={() => timeline.people()}
        onWrite={write}
        onTyping={(isTyping) => timeline.typing(isTyping)}
        onSend={send}
        attaching={attaching}
        onEditLast={editLast}
      />
      {isOver && (
        <p className={styles.drop} aria-hidden="true">
          <Icon name="attach" size={24} /> {text.say("media-drop")}
        </p>
      )}
    </div>
  );
}

interface HeadProps {
  member: Member;
  room: Room;
  onBack: () => void;
  onAbout: () => void;
  onInvite: () => void;
  onLeave: () => void;
}

function Head({ member, room, onBack, onAbout, onInvite, onLeave }: HeadProps) {
  const text = useText();
  const choices = [
    {
      id: "about",
      icon: "info" as const,
      label: text.say("rooms-about"),
      onChoose: onAbout,
    },
    {
      id: "invite",
      icon: "invite" as const,
      label: text.say("rooms-invite"),
      onChoose: onInvite,
    },
    {
      id: "favour",
      icon: "star" as const,
      label: text.say(room.isFavourite ? "rooms-favourite-no" : "rooms-favourite"),
      onChoose: () => void member.actions.favour(room.id, !room.isFavourite),
    },
    {
      id: "leave",
      icon: "sign-out" as const,
      label: text.say("rooms-leave"),
      isDangerous: true,
      onChoose: onLeave,
    },
  ];
  return (
    <header className={styles.head}>
      <Button look="icon" className={styles.back ?? ""} aria-label={text.say("rooms-back")} onPress={onBack}>
        <Icon name="back" />
      </Button>
      <Avatar id={room.face} name={room.name} picture={room.picture} isSquare={!room.isDirect} />
      <div className={styles.title}>
        <h1>
          <button type="button" className={styles.about} title={text.say("rooms-about")} onClick={onAbout}>
            <bdi>{room.name}</bdi>
          </button>
        </h1>
        <p>
          {room.isEncrypted && <Icon name="lock" size={12} />}
          {room.isEncrypted
            ? text.say("rooms-encrypted")
            : text.say("rooms-members", { count: room.memberCount })}
        </p>
      </div>
      <Menu label={text.say("rooms-more")} choices={choices}>
        <Icon name="more" />
      </Menu>
    </header>
  );
}

/** The room's conversation, read as long as the window is looked at. */
function useTimeline(member: Member, roomId: string): Timeline | undefined {
  const timeline = useMemo(() => member.timeline(roomId), [member, roomId]);
  useEffect(() => {
    if (!timeline) return;
    const read = () => {
      if (document.visibilityState === "visible" && document.hasFocus()) void timeline.readUp();
    };
    read();
    const stop = timeline.conversation.subscribe(read);
    document.addEventListener("visibilitychange", read);
    globalThis.addEventListener("focus", read);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", read);
      globalThis.removeEventListener("focus", read);
    };
  }, [timeline]);
  return timeline;
}
