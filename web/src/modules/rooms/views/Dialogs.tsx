// Beginning: a conversation with somebody, a room, or entering one that is open.

import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Entry } from "../../../kit/Entry.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { Options } from "../../../kit/Options.tsx";
import { Search } from "../../../kit/Search.tsx";
import type { FoundRoom } from "../../../matrix/actions.ts";
import type { Member } from "../../../matrix/member.ts";
import { useSignal } from "../../../matrix/react.ts";
import type { Space } from "../../../matrix/spaces.ts";
import type { Person } from "../../../matrix/types.ts";
import { useEmptySearch } from "../../../signals/use.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { RoomEntry } from "../../finding/views/RoomEntry.tsx";
import { useFound } from "../finding.ts";
import styles from "./Dialogs.module.css";

interface Opening {
  member: Member;
  onOpen: (roomId: string) => void;
  onClose: () => void;
}

/** Finds somebody and begins to talk. */
export function PersonDialog({ member, onOpen, onClose }: Opening) {
  const text = useText();
  const task = useTask();
  const begin = (person: Person) => task.run(() => member.actions.talkTo(person.id).then(onOpen));
  return (
    <Dialog title={text.say("rooms-new-person")} closeLabel={text.say("common-close")} onClose={onClose}>
      <Choosing member={member} isBusy={task.isBusy} fault={task.fault} onChoose={begin} />
    </Dialog>
  );
}

interface ChoosingProps {
  member: Member;
  isBusy: boolean;
  fault: string | undefined;
  onChoose: (person: Person) => void;
}

/** Finds people by their names, and says who was chosen. */
export function Choosing({ member, isBusy, fault, onChoose }: ChoosingProps) {
  const text = useText();
  const [words, setWords] = useState("");
  const people = useFound(words, (words) => member.actions.findPeople(words));
  useEmptySearch("people", words, people.length === 0);
  return (
    <>
      <Search label={text.say("rooms-find-people")} value={words} onChange={setWords} isFirst />
      {fault && <Notice isWrong>{text.say(fault)}</Notice>}
      <Found
        isEmpty={words.trim() !== "" && people.length === 0}
        hint={words.trim() === "" ? text.say("rooms-find-people-hint") : undefined}
      >
        {people.map((person) => (
          <li key={person.id}>
            <Entry
              avatar={<Avatar id={person.id} name={person.name} picture={person.picture} />}
              name={person.name}
              isBusy={isBusy}
              onPress={() => onChoose(person)}
            >
              <bdi className="quiet">{person.id}</bdi>
            </Entry>
          </li>
        ))}
      </Found>
    </>
  );
}

/** Makes a room, in a space where one is chosen. */
export function RoomDialog({ member, space, onOpen, onClose }: Opening & { space: Space | undefined }) {
  const text = useText();
  const task = useTask();
  const [name, setName] = useState("");
  const [entry, setEntry] = useState<"members-of" | "invited" | "anybody">(space ? "members-of" : "invited");
  const ofSpace = {
    value: "members-of",
    icon: "people" as const,
    label: text.say("spaces-reach", { space: space?.name ?? "" }),
    hint: text.say("spaces-reach-hint"),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    task.run(() => member.actions.makeRoom(name.trim(), entry, space?.id).then(onOpen));
  };
  return (
    <Dialog title={text.say("rooms-new-room")} closeLabel={text.say("common-close")} isFirm onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <Field
          label={text.say("rooms-room-name")}
          value={name}
          onChange={setName}
          autoFocus
          autoComplete="off"
        />
        <Options
          label={text.say("rooms-reach")}
          value={entry}
          onChange={(value) => setEntry(value as typeof entry)}
          options={[
            ...(space ? [ofSpace] : []),
            {
              value: "invited",
              icon: "lock",
              label: text.say("rooms-reach-private"),
              hint: text.say("rooms-reach-private-hint"),
            },
            {
              value: "anybody",
              icon: "globe",
              label: text.say("rooms-reach-public"),
              hint: text.say("rooms-reach-public-hint"),
            },
          ]}
        />
        {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
        <Button type="submit" look="main" isWide isBusy={task.isBusy} isDisabled={name.trim() === ""}>
          {text.say("rooms-new-room-button")}
        </Button>
      </form>
    </Dialog>
  );
}

/** Finds an open room and enters it. */
export function FindDialog({ member, onOpen, onClose }: Opening) {
  const text = useText();
  const task = useTask();
  const [words, setWords] = useState("");
  const rooms = useFound(words, (words) => member.actions.findRooms(words), true);
  useEmptySearch("rooms", words, rooms.length === 0);
  const told = ({ isSpace, memberCount }: FoundRoom) => {
    const members = text.say("rooms-members", { count: memberCount });
    return isSpace ? text.say("spaces-found", { members }) : members;
  };
  const own = [...useSignal(member.rooms), ...useSignal(member.spaces)];
  const isIn = (id: string) => own.some((room) => room.id === id && room.membership === "join");
  return (
    <Dialog title={text.say("rooms-find")} closeLabel={text.say("common-close")} onClose={onClose}>
      <Search label={text.say("rooms-find-words")} value={words} onChange={setWords} isFirst />
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
      <Found isEmpty={rooms.length === 0} hint={undefined}>
        {rooms.map((room) => (
          <li key={room.id}>
            <RoomEntry
              room={room}
              fact={told(room)}
              isBusy={task.what === room.id}
              onOpen={isIn(room.id) ? () => onOpen(room.id) : undefined}
              onJoin={() => task.run(() => member.actions.join(room.id).then(() => onOpen(room.id)), room.id)}
            />
          </li>
        ))}
      </Found>
    </Dialog>
  );
}

function Found({
  isEmpty,
  hint,
  children,
}: {
  isEmpty: boolean;
  hint: string | undefined;
  children: ReactNode;
}) {
  const text = useText();
  const [isSettled, setIsSettled] = useState(false);
  // Nothing is said of nothing before there was time to look.
  useEffect(() => {
    setIsSettled(false);
    const timer = setTimeout(() => setIsSettled(isEmpty), 600);
    return () => clearTimeout(timer);
  }, [isEmpty]);
  return (
    <>
      <ul className={`plain ${styles.list}`}>{children}</ul>
      <p className="quiet" role="status">
        {hint ?? (isSettled ? text.say("rooms-find-nothing") : "")}
      </p>
    </>
  );
}
