// The password, once more, before something that only its owner may do.

import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Field } from "../../../kit/Field.tsx";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import styles from "./PasswordForm.module.css";

export interface PasswordFormProps {
  words: string;
  button: string;
  label?: string;
  /** What follows can be undone. */
  isHarmless?: boolean;
  /** Whether all else is filled in. */
  isReady?: boolean;
  onPassword: (password: string) => Promise<unknown>;
  onDone: () => void;
  onCancel?: () => void;
  /** More of what it costs. */
  children?: ReactNode;
  /** What else is filled in. */
  further?: ReactNode;
}

export function PasswordForm(props: PasswordFormProps) {
  const {
    words,
    button,
    label,
    isHarmless,
    isReady = true,
    onPassword,
    onDone,
    onCancel,
    children,
    further,
  } = props;
  const text = useText();
  const [password, setPassword] = useState("");
  const task = useTask();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && password !== "") task.run(() => onPassword(password).then(onDone));
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p>{words}</p>
      {children}
      <Field
        label={label ?? text.say("accounts-password-label")}
        fault={task.fault && text.say(task.fault)}
        value={password}
        onChange={setPassword}
        type="password"
        autoComplete="current-password"
        autoFocus={children === undefined}
      />
      {further}
      <div className={styles.buttons}>
        <Button type="submit" look={isHarmless ? "main" : "danger"} isBusy={task.isBusy}>
          {button}
        </Button>
        {onCancel && <Button onPress={onCancel}>{text.say("common-cancel")}</Button>}
      </div>
    </form>
  );
}
