// What a room is, to be changed by those who may; for others what is set and who may change it.

import { type FormEvent, useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Field } from "../../../kit/Field.tsx";
import { FileButton } from "../../../kit/FileButton.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { About } from "../../../matrix/about.ts";
import { PICTURES } from "../../../matrix/picture.ts";
import { useSignal } from "../../../matrix/react.ts";
import type { Room } from "../../../matrix/types.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { may, NAME_LETTERS, roleText, TOPIC_LETTERS } from "../model.ts";
import styles from "./About.module.css";
import { Access } from "./Access.tsx";
import { Addresses } from "./Addresses.tsx";
import { Levels } from "./Levels.tsx";

export function Settings({ about, room }: { about: About; room: Room }) {
  const text = useText();
  const details = useSignal(about.details);
  const cannot = (["name", "topic", "picture", "entry", "history"] as const).every(
    (deed) => !may(details, deed),
  );
  return (
    <>
      {cannot && (
        <div className={styles.block}>
          <Notice>
            {text.say("about-refused-level", { role: text.say(...roleText(details.needs.name)) })}
          </Notice>
        </div>
      )}
      {(may(details, "name") || may(details, "topic")) && <Names about={about} />}
      {may(details, "picture") && <Picture about={about} room={room} />}
      <Access about={about} />
      <Addresses about={about} />
      <Levels about={about} />
    </>
  );
}

/** What the room is called, and what it is for. */
function Names({ about }: { about: About }) {
  const text = useText();
  const details = useSignal(about.details);
  const task = useTask("about-error-forbidden");
  // What is not being changed follows the room, so that saving one writes back no old other.
  const [newName, setName] = useState<string>();
  const [newTopic, setTopic] = useState<string>();
  const name = newName ?? details.name;
  const topic = newTopic ?? details.topic;
  const isRenamed = name.trim() !== "" && name.trim() !== details.name;
  const isDescribed = topic.trim() !== details.topic;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    task.run(async () => {
      if (isRenamed) await about.rename(name.trim());
      setName(undefined);
      if (isDescribed) await about.describe(topic.trim());
      setTopic(undefined);
    });
  };
  return (
    <form className={styles.block} onSubmit={submit}>
      <Field
        label={text.say(details.isSpace ? "spaces-name" : "rooms-room-name")}
        value={name}
        onChange={setName}
        maxLength={NAME_LETTERS}
        isDisabled={!may(details, "name")}
        autoComplete="off"
      />
      <Field
        label={text.say("about-topic")}
        hint={text.say(details.isSpace ? "spaces-topic-hint" : "about-topic-hint")}
        value={topic}
        onChange={setTopic}
        maxLength={TOPIC_LETTERS}
        isDisabled={!may(details, "topic")}
        autoComplete="off"
      />
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
      {(isRenamed || isDescribed) && (
        <Button type="submit" look="main" isBusy={task.isBusy}>
          {text.say("about-save")}
        </Button>
      )}
    </form>
  );
}

function Picture({ about, room }: { about: About; room: Room }) {
  const text = useText();
  const details = useSignal(about.details);
  const task = useTask("about-error-forbidden");
  return (
    <div className={styles.block}>
      <div className={styles.line}>
        <Avatar id={room.face} name={details.name} picture={details.picture} size="l" isSquare />
        <FileButton accept={PICTURES.join()} onChoose={(file) => task.run(() => about.show(file))}>
          {text.say("about-picture")}
        </FileButton>
      </div>
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
    </div>
  );
}
