// A room that a link leads to and the member is not in: what can be known of it from outside, and the way in.

import { useEffect, useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { Spinner } from "../../../kit/Spinner.tsx";
import type { Member } from "../../../matrix/member.ts";
import { named } from "../../../matrix/names.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { type Outside, outsidePath } from "../../invites/model.ts";
import styles from "./Doorway.module.css";

export interface DoorwayProps {
  member: Member;
  /** The room's id or address. */
  room: string;
  /** Whoever made an account to be here goes in without another question. */
  isEntered: boolean;
  onOpen: (roomId: string) => void;
  onBack: () => void;
}

export default function Doorway({ member, room, isEntered, onOpen, onBack }: DoorwayProps) {
  const text = useText();
  const task = useTask();
  const [outside, setOutside] = useState<Outside | "unknown">();
  const isIn = outside !== undefined && outside !== "unknown" && outside.membership === "join";
  useEffect(() => {
    let isWanted = true;
    member.ask<Outside>(outsidePath(room)).then(
      (found) => isWanted && setOutside(found),
      () => isWanted && setOutside("unknown"),
    );
    return () => {
      isWanted = false;
    };
  }, [member, room]);
  const enter = () => task.run(() => member.actions.enter(room).then(onOpen));
  const enters = isEntered && outside !== undefined && outside !== "unknown" && !isIn;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as soon as the room is known
  useEffect(() => {
    if (isIn) onOpen(outside.room_id);
    else if (enters) enter();
  }, [isIn, enters]);
  if (outside === undefined || isIn) {
    return (
      <section className={styles.doorway} aria-busy="true">
        <Spinner />
      </section>
    );
  }
  if (outside === "unknown") {
    return (
      <section className={styles.doorway}>
        <h1>{text.say("rooms-unknown-title")}</h1>
        <p>{text.say("rooms-unknown")}</p>
        <Button onPress={onBack}>{text.say("rooms-back")}</Button>
      </section>
    );
  }
  const name = named(outside.name, outside.canonical_alias ?? "");
  return (
    <section className={styles.doorway}>
      <Avatar id={outside.room_id} name={name} picture={outside.avatar_url} size="l" isSquare />
      <h1>
        <bdi>{name}</bdi>
      </h1>
      {outside.canonical_alias && <bdi className={styles.quiet}>{outside.canonical_alias}</bdi>}
      {outside.topic && (
        <p dir="auto" data-content="">
          {outside.topic}
        </p>
      )}
      <p className={styles.quiet}>{text.say("rooms-members", { count: outside.num_joined_members })}</p>
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
      <div className={styles.buttons}>
        <Button look="main" isBusy={task.isBusy} onPress={enter}>
          {text.say("rooms-accept")}
        </Button>
      </div>
      <Button look="icon" className={styles.back ?? ""} aria-label={text.say("rooms-back")} onPress={onBack}>
        <Icon name="back" />
      </Button>
    </section>
  );
}
