// The password changed, and the account ended.

import { useState } from "react";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useText } from "../../../text/text.tsx";
import { PASSWORD_CHARACTERS_MIN } from "../model.ts";
import styles from "./PasswordForm.module.css";
import { PasswordForm } from "./PasswordForm.tsx";

export interface AccountDialogsProps {
  what: "password" | "end";
  member: Member;
  onEnded: () => void;
  onClose: () => void;
}

export default function AccountDialogs({ what, member, onEnded, onClose }: AccountDialogsProps) {
  const text = useText();
  return (
    <Dialog
      title={text.say(what === "password" ? "accounts-change-title" : "accounts-end-title")}
      closeLabel={text.say("common-close")}
      isFirm
      onClose={onClose}
    >
      {what === "password" ? (
        <Change member={member} />
      ) : (
        <PasswordForm
          words={text.say("accounts-end-words")}
          button={text.say("accounts-end-button")}
          onPassword={(password) => member.endAccount(password)}
          onDone={onEnded}
          onCancel={onClose}
        >
          <ul className={styles.list}>
            <li>{text.say("accounts-end-rooms")}</li>
            <li>{text.say("accounts-end-said")}</li>
            <li>{text.say("accounts-end-name")}</li>
          </ul>
        </PasswordForm>
      )}
    </Dialog>
  );
}

function Change({ member }: { member: Member }) {
  const text = useText();
  const [wanted, setWanted] = useState("");
  const [isDone, setIsDone] = useState(false);
  const isShort = wanted !== "" && [...wanted].length < PASSWORD_CHARACTERS_MIN;
  if (isDone) return <Notice>{text.say("accounts-change-done")}</Notice>;
  return (
    <PasswordForm
      words={text.say("accounts-change-words")}
      button={text.say("accounts-change-button")}
      label={text.say("accounts-change-now")}
      isReady={wanted !== "" && !isShort}
      onPassword={(password) => member.changePassword(password, wanted)}
      onDone={() => setIsDone(true)}
      further={
        <Field
          label={text.say("accounts-change-new")}
          hint={text.say("accounts-password-hint", { count: PASSWORD_CHARACTERS_MIN })}
          fault={
            isShort
              ? text.say("accounts-error-password-short", { count: PASSWORD_CHARACTERS_MIN })
              : undefined
          }
          value={wanted}
          onChange={setWanted}
          type="password"
          autoComplete="new-password"
        />
      }
    />
  );
}
