// The session has run out, and what is kept on this device is still good: the password is asked for again.

import { type FormEvent, useState } from "react";
import { keep, type Session } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Flame } from "../../../kit/Flame.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { useText } from "../../../text/text.tsx";
import { deviceName } from "../device.ts";
import { type Fault, faultFrom, signIn } from "../model.ts";
import styles from "./Entrance.module.css";

export interface AgainProps {
  session: Session;
  onSession: (session: Session) => void;
  onSignOut: () => void;
}

export function Again({ session, onSession, onSignOut }: AgainProps) {
  const text = useText();
  const [fault, setFault] = useState<Fault>();
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    setIsBusy(true);
    try {
      const device = deviceName(text, navigator.userAgent);
      const renewed = await signIn(session.userId, password, device, session.deviceId);
      keep(renewed);
      onSession(renewed);
    } catch (error) {
      setFault(faultFrom(error, "sign-in"));
      setIsBusy(false);
    }
  };
  return (
    <main className={styles.entrance}>
      <div className={styles.card}>
        <Flame />
        <div className={styles.head}>
          <h1>{text.say("accounts-again-title")}</h1>
          <p>{text.say("accounts-again-intro", { user: session.userId })}</p>
        </div>
        <form className={styles.form} method="post" noValidate onSubmit={submit}>
          {fault && !fault.field && <Notice isWrong>{text.say(fault.key, fault.values)}</Notice>}
          <input
            className="hidden"
            name="username"
            autoComplete="username"
            value={session.userId}
            readOnly
            tabIndex={-1}
            aria-hidden="true"
          />
          <Field
            label={text.say("accounts-password-label")}
            fault={fault?.field ? text.say(fault.key, fault.values) : undefined}
            name="password"
            type="password"
            autoComplete="current-password"
            autoFocus
            isRequired
          />
          <Button type="submit" look="main" isWide isBusy={isBusy}>
            {text.say("accounts-in-button")}
          </Button>
          <Button look="quiet" onPress={onSignOut}>
            {text.say("accounts-out")}
          </Button>
        </form>
      </div>
    </main>
  );
}
