// Makes a community: what it is called, what it is for, and who may come in.

import { type FormEvent, useState } from "react";
import { Avatar, PictureSource } from "../../../kit/Avatar.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Field } from "../../../kit/Field.tsx";
import { FileButton } from "../../../kit/FileButton.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { Options } from "../../../kit/Options.tsx";
import type { Member } from "../../../matrix/member.ts";
import { PICTURES } from "../../../matrix/picture.ts";
import type { OwnEntry } from "../../../matrix/types.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { entries } from "../../about/entries.ts";
import { NAME_LETTERS, TOPIC_LETTERS } from "../../about/model.ts";
import { usePreview } from "../../media/preview.ts";
import styles from "../../rooms/views/Dialogs.module.css";

export interface SpaceDialogProps {
  member: Member;
  onOpen: (spaceId: string) => void;
  onClose: () => void;
}

export default function SpaceDialog({ member, onOpen, onClose }: SpaceDialogProps) {
  const text = useText();
  const task = useTask();
  const [name, setName] = useState("");
  const [topic, setTopic] = useState("");
  const [picture, setPicture] = useState<File>();
  const [entry, setEntry] = useState<OwnEntry>("invited");
  const preview = usePreview(picture);
  const wanted = { name: name.trim(), topic: topic.trim(), picture, entry };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted.name !== "") task.run(() => member.actions.makeSpace(wanted).then(onOpen));
  };
  return (
    <Dialog title={text.say("spaces-new")} closeLabel={text.say("common-close")} isFirm onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <p>{text.say("spaces-new-words")}</p>
        <Field
          label={text.say("spaces-name")}
          value={name}
          onChange={setName}
          maxLength={NAME_LETTERS}
          autoFocus
          autoComplete="off"
        />
        <Field
          label={text.say("about-topic")}
          hint={text.say("spaces-topic-hint")}
          value={topic}
          onChange={setTopic}
          maxLength={TOPIC_LETTERS}
          autoComplete="off"
        />
        <div className={styles.picture}>
          <PictureSource value={nowhereElse}>
            <Avatar id={name} name={name} picture={preview} size="l" isSquare />
          </PictureSource>
          <FileButton accept={PICTURES.join()} onChoose={setPicture}>
            {text.say("about-picture")}
          </FileButton>
        </div>
        <Options
          label={text.say("rooms-reach")}
          value={entry}
          onChange={(entry) => setEntry(entry as OwnEntry)}
          options={entries(text, true)}
        />
        {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
        <Button type="submit" look="main" isWide isBusy={task.isBusy} isDisabled={wanted.name === ""}>
          {text.say("spaces-new-button")}
        </Button>
      </form>
    </Dialog>
  );
}

/** The picture is shown from where the browser has it. */
async function nowhereElse(address: string): Promise<string> {
  return address;
}
