// Somebody: who they are, where one meets them, and what one can do.

import { type ReactNode, useCallback, useEffect, useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Entry } from "../../../kit/Entry.tsx";
import { Face } from "../../../kit/Face.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { Member } from "../../../matrix/member.ts";
import type { People } from "../../../matrix/people.ts";
import { useSignal } from "../../../matrix/react.ts";
import type { Person } from "../../../matrix/types.ts";
import { codeOf, used } from "../../../signals/tell.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { hrefOf } from "../../rooms/places.ts";
import { Sure } from "../../verification/views/Sure.tsx";
import styles from "./People.module.css";
import { ReportDialog } from "./ReportDialog.tsx";

export interface ProfileProps {
  member: Member;
  userId: string;
  onOpen: (roomId: string) => void;
  /** It is the page itself, not a part of one. */
  isPage?: boolean;
  /** What the room that is open knows of them. */
  seen?: Person | undefined;
  /** What they are in the room that is open. */
  children?: ReactNode;
}

export function Profile({ member, userId, onOpen, isPage = false, seen, children }: ProfileProps) {
  const text = useText();
  const task = useTask();
  const { people } = member;
  const ignored = useSignal(people.ignored);
  const who = useWho(people, userId);
  const person = who.person ?? seen;
  const [isReporting, setIsReporting] = useState(false);
  useEffect(() => used("profiles"), []);
  const isMe = userId === member.id;
  const isIgnored = ignored.includes(userId);
  if (!person) {
    return (
      <>
        <div className={styles.nobody}>
          {who.isUnknown && <p>{text.say("people-unknown")}</p>}
          {who.fault && <Notice isWrong>{text.say(who.fault)}</Notice>}
          {who.fault && <Button onPress={who.load}>{text.say("rooms-retry")}</Button>}
        </div>
        {children}
      </>
    );
  }
  return (
    <>
      <Face
        avatar={<Avatar id={person.id} name={person.name} picture={person.picture} size="l" />}
        name={person.parts?.given && person.parts.family ? text.name(person.parts) : person.name}
        isPage={isPage}
      >
        <bdi className="quiet">{person.id}</bdi>
        {!isMe && <Sure member={member} person={person} />}
        {!isMe && (
          <div className="buttons">
            <Button
              look="main"
              isBusy={task.isBusy}
              onPress={() => task.run(() => member.actions.talkTo(userId).then(onOpen))}
            >
              <Icon name="message" /> {text.say("people-message")}
            </Button>
          </div>
        )}
        {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
      </Face>
      {children}
      {!isMe && <Met member={member} userId={userId} isPage={isPage} />}
      {!isMe && (
        <section className={styles.block}>
          {isIgnored && <Notice>{text.say("people-ignored", { name: person.name })}</Notice>}
          <div className="buttons">
            <Button onPress={() => task.change(() => people.ignore(userId, !isIgnored))}>
              <Icon name="ban" /> {text.say(isIgnored ? "people-ignore-no" : "people-ignore")}
            </Button>
            <Button onPress={() => setIsReporting(true)}>
              <Icon name="flag" /> {text.say("people-report")}
            </Button>
          </div>
          {!isIgnored && <p className="quiet">{text.say("people-ignore-words")}</p>}
        </section>
      )}
      {isReporting && (
        <ReportDialog
          what="person"
          onReport={(reason) => people.report(userId, reason)}
          onClose={() => setIsReporting(false)}
        />
      )}
    </>
  );
}

/** The rooms in which one meets them. */
function Met({ member, userId, isPage }: Omit<ProfileProps, "children" | "seen" | "onOpen">) {
  const text = useText();
  const { people } = member;
  const rooms = useSignal(member.rooms);
  const [met, setMet] = useState<readonly string[]>([]);
  useEffect(() => {
    people.met(userId).then(setMet, () => setMet([]));
  }, [people, userId]);
  const shared = rooms.filter(({ id, isDirect }) => met.includes(id) && !isDirect);
  if (shared.length === 0) return null;
  const Title = isPage ? "h2" : "h3";
  return (
    <section className={styles.block}>
      <Title>{text.say("people-met")}</Title>
      <ul className={`plain ${styles.list}`}>
        {shared.map((room) => (
          <li key={room.id}>
            <Entry
              avatar={<Avatar id={room.face} name={room.name} picture={room.picture} isSquare />}
              name={room.name}
              href={hrefOf(room.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How they show themselves to everybody; asked once more by `load`. */
function useWho(people: People, userId: string) {
  const { fault, change } = useTask();
  const [person, setPerson] = useState<Person>();
  const [isUnknown, setIsUnknown] = useState(false);
  const load = useCallback(() => {
    const none = (error: unknown) => {
      if (codeOf(error) !== "missing") throw error;
      setIsUnknown(true);
    };
    change(() => people.who(userId).then(setPerson, none));
  }, [people, userId, change]);
  useEffect(load, [load]);
  return { person, isUnknown, fault, load };
}
