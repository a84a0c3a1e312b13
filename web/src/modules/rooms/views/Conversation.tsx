// One room: who is in it, what was said, and where one writes.

import { Suspense, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { Avatar } from "../../../kit/Avatar.tsx";
import { BackButton } from "../../../kit/BackButton.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { later } from "../../../kit/later.ts";
import { Menu } from "../../../kit/Menu.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useSignal } from "../../../matrix/react.ts";
import type { Room } from "../../../matrix/types.ts";
import { useSlowRoom } from "../../../signals/use.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { usePanels } from "../panel.ts";
import { hrefOf, oneDeeper, type Place, threadsDeep } from "../places.ts";
import styles from "./Conversation.module.css";
import { Talks } from "./Talks.tsx";

const InviteDialog = later(() => import("../../invites/views/Invite.tsx"));
const AboutPanel = later(() => import("../../about/member.tsx"));
const Changed = later(() => import("../../verification/views/Changed.tsx"));
const LeaveDialog = later(() => import("./LeaveDialog.tsx"));
const Threads = later(() => import("../../threads/member.tsx"));

export interface ConversationProps {
  member: Member;
  room: Room;
  /** What of the room a link leads to. */
  place: Place;
  onBack: () => void;
  onLeft: () => void;
  onOpen: (roomId: string) => void;
}

export function Conversation({ member, room, place, onBack, onLeft, onOpen }: ConversationProps) {
  const [, go] = useLocation();
  useSlowRoom(room.id);
  const panels = usePanels();
  const { panel, isSearching } = panels;
  // The head stays from room to room; what is asked about one does not.
  const [asked, setAsked] = useState<{ what: "invite" | "leave"; of: string }>();
  const asks = asked?.of === room.id ? asked.what : undefined;
  const setAsks = (what: "invite" | "leave") => setAsked({ what, of: room.id });
  const closeDialog = () => setAsked(undefined);
  // Who comes back is not asked again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whichever room it was
  useEffect(() => closeDialog, [room.id]);
  const toThreads = () => {
    const depth = threadsDeep();
    if (!place.threads) go(hrefOf(room.id, { threads: "all" }), { state: oneDeeper() });
    else if (depth > 0) history.go(-depth);
    else go(hrefOf(room.id), { replace: true });
  };
  return (
    <>
      <section className={styles.conversation} aria-label={room.name}>
        <Head
          member={member}
          room={room}
          onBack={onBack}
          onAbout={() => panels.open("about")}
          onSearch={() => panels.open("search")}
          onThreads={toThreads}
          onInvite={() => setAsks("invite")}
          onLeave={() => setAsks("leave")}
        />
        {room.isDirect && room.isEncrypted && <Keys member={member} room={room} />}
        <Talks member={member} room={room} event={place.threads ? undefined : place.event} />
      </section>
      {panel && (
        <Suspense>
          <AboutPanel
            key={room.id}
            member={member}
            room={room}
            panels={{ ...panels, panel }}
            onInvite={() => setAsks("invite")}
            onLeave={() => setAsks("leave")}
            onOpen={onOpen}
          />
        </Suspense>
      )}
      {!panel && !isSearching && place.threads && (
        <Suspense>
          <Threads key={room.id} member={member} room={room} place={place} />
        </Suspense>
      )}
      {asks === "invite" && (
        <Suspense>
          <InviteDialog member={member} room={room} onClose={closeDialog} />
        </Suspense>
      )}
      {asks === "leave" && (
        <Suspense>
          <LeaveDialog member={member} room={room} onLeft={onLeft} onClose={closeDialog} />
        </Suspense>
      )}
    </>
  );
}

/** Said once the other has other keys than those that were verified. */
function Keys({ member, room }: { member: Member; room: Room }) {
  const trusted = useSignal(member.trust.of(room.face));
  if (trusted !== "changed") return null;
  return (
    <Suspense>
      <Changed member={member} room={room} />
    </Suspense>
  );
}

interface HeadProps {
  member: Member;
  room: Room;
  onBack: () => void;
  onAbout: () => void;
  onSearch: () => void;
  onThreads: () => void;
  onInvite: () => void;
  onLeave: () => void;
}

function Head({ member, room, onBack, onAbout, onSearch, onThreads, onInvite, onLeave }: HeadProps) {
  const text = useText();
  const trusted = useSignal(member.trust.of(room.isDirect ? room.face : member.id));
  const isVerified = room.isDirect && trusted === "verified";
  const task = useTask("about-error-forbidden");
  // What went wrong in one room is not said in the next.
  const [tried, setTried] = useState<string>();
  const attempt = (work: () => Promise<unknown>) => {
    setTried(room.id);
    task.run(work);
  };
  const verify = {
    id: "verify",
    icon: "verified" as const,
    label: text.say("verification-person-title", { name: room.name }),
    onChoose: () => attempt(() => member.verifications.withPerson(room.face, room.id)),
  };
  const choices = [
    ...(room.isDirect && room.isEncrypted && !isVerified ? [verify] : []),
    {
      id: "about",
      icon: "info" as const,
      label: text.say("rooms-about"),
      onChoose: onAbout,
    },
    ...(room.mayInvite
      ? [{ id: "invite", icon: "invite" as const, label: text.say("rooms-invite"), onChoose: onInvite }]
      : []),
    {
      id: "favour",
      icon: "star" as const,
      label: text.say(room.isFavourite ? "rooms-favourite-no" : "rooms-favourite"),
      onChoose: () => attempt(() => member.actions.favour(room.id, !room.isFavourite)),
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
    <>
      <header className={styles.head}>
        <BackButton className={styles.back} label={text.say("rooms-back")} onPress={onBack} />
        <Avatar id={room.face} name={room.name} picture={room.picture} isSquare={!room.isDirect} />
        <div className={styles.title}>
          <h1>
            <button type="button" className={styles.about} title={text.say("rooms-about")} onClick={onAbout}>
              <bdi>{room.name}</bdi>
            </button>
          </h1>
          <p>
            {room.isEncrypted && <Icon name={isVerified ? "verified" : "lock"} size={12} />}
            {room.isEncrypted
              ? text.say(isVerified ? "rooms-encrypted-verified" : "rooms-encrypted")
              : text.say("rooms-members", { count: room.memberCount })}
          </p>
        </div>
        <Button look="icon" aria-label={text.say("search-title")} onPress={onSearch}>
          <Icon name="search" />
        </Button>
        <Button
          look="icon"
          className={room.unreadThreads > 0 ? (styles.calling ?? "") : ""}
          aria-label={text.say("rooms-threads", { count: room.unreadThreads })}
          onPress={onThreads}
        >
          <Icon name="thread" />
        </Button>
        <Menu label={text.say("rooms-more")} choices={choices}>
          <Icon name="more" />
        </Menu>
      </header>
      {task.fault && tried === room.id && (
        <div className={styles.fault}>
          <Notice isWrong>
            {text.say(task.fault)}{" "}
            <Button look="quiet" onPress={() => setTried(undefined)}>
              {text.say("common-close")}
            </Button>
          </Notice>
        </div>
      )}
    </>
  );
}
