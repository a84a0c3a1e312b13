// What a member sets for themselves: how they are called, and in which language they are spoken to.

import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Setting } from "../../../kit/Setting.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useSignal } from "../../../matrix/react.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { AccountSettings } from "./AccountSettings.tsx";
import { Languages } from "./Languages.tsx";
import { Looks } from "./Looks.tsx";
import { OwnPicture } from "./OwnPicture.tsx";
import styles from "./Settings.module.css";

/** Longer names are cut wherever they are shown. */
const NAME_LETTERS = 60;

export interface SettingsProps {
  member: Member;
  onClose: () => void;
  /** The account is no more. */
  onEnded: () => void;
  /** What other modules have to be set. */
  children: ReactNode;
}

export function Settings({ member, onClose, onEnded, children }: SettingsProps) {
  const text = useText();
  const profile = useSignal(member.profile);
  const [name, setName] = useState(profile.name);
  const task = useTask();
  const isChanged = name.trim() !== "" && name.trim() !== profile.name;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged) task.run(() => member.rename(name.trim()));
  };
  return (
    <Dialog
      title={text.say("accounts-settings")}
      closeLabel={text.say("common-close")}
      isFirm={isChanged}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={submit}>
        <Field
          label={text.say("accounts-display-label")}
          hint={text.say("accounts-display-hint", { user: member.id })}
          fault={task.fault && text.say(task.fault)}
          value={name}
          onChange={setName}
          maxLength={NAME_LETTERS}
          autoComplete="nickname"
        />
        {isChanged && (
          <Button type="submit" look="main" isBusy={task.isBusy}>
            {text.say("accounts-display-button")}
          </Button>
        )}
      </form>
      <OwnPicture member={member} />
      <Setting title={text.say("web-language")}>
        <Languages />
      </Setting>
      <Setting title={text.say("web-look")}>
        <Looks />
      </Setting>
      {children}
      <AccountSettings member={member} onEnded={onEnded} />
    </Dialog>
  );
}
