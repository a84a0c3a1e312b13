// Something that others will feel: what follows from it, a reason, and once more yes or no.

import { type FormEvent, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import styles from "./People.module.css";

/** Nobody reads a longer reason. */
const REASON_LETTERS = 500;

export interface ReasonProps {
  title: string;
  words: string;
  button: string;
  /** What is said where the server forbids it. */
  forbidden?: string;
  takesReason?: boolean;
  isReasonNeeded?: boolean;
  /** Does it, and closes the dialog once it is done. */
  onDo: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

export function ReasonDialog({
  title,
  words,
  button,
  forbidden,
  takesReason = true,
  isReasonNeeded = false,
  onDo,
  onClose,
}: ReasonProps) {
  const text = useText();
  const task = useTask(forbidden);
  const [reason, setReason] = useState("");
  const isMissing = isReasonNeeded && reason.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isMissing) task.run(() => onDo(reason.trim()));
  };
  return (
    <Dialog title={title} closeLabel={text.say("common-close")} isFirm onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <p>{words}</p>
        {takesReason && (
          <Field
            label={text.say(isReasonNeeded ? "people-reason" : "people-reason-optional")}
            value={reason}
            onChange={setReason}
            maxLength={REASON_LETTERS}
            autoComplete="off"
            autoFocus
          />
        )}
        {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
        <div className="ends">
          <Button onPress={onClose} autoFocus={!takesReason}>
            {text.say("common-cancel")}
          </Button>
          <Button type="submit" look="danger" isBusy={task.isBusy} isDisabled={isMissing}>
            {button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
