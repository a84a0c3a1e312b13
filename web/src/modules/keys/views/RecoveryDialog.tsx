// The way to the keys: making a recovery key, bringing the keys here, or beginning anew where all is lost.

import { type FormEvent, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { CopyButton } from "../../../kit/CopyButton.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { Keys } from "../../../matrix/keys.ts";
import type { Member } from "../../../matrix/member.ts";
import { useSignal } from "../../../matrix/react.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { PasswordForm } from "../../accounts/views/PasswordForm.tsx";
import styles from "./Recovery.module.css";

type Way = "make" | "change" | "bring" | "reset";

const TITLES: Record<Way, string> = {
  make: "keys-recovery",
  change: "keys-recovery",
  bring: "keys-asked-title",
  reset: "keys-reset-title",
};

export default function RecoveryDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const text = useText();
  // What it was opened for stays, while the keys become safe behind it.
  const [way, setWay] = useState<Way>(() => wayFor(member.keys));
  const [key, setKey] = useState<string>();
  return (
    <Dialog
      title={text.say(TITLES[way])}
      closeLabel={text.say("common-close")}
      isFirm
      // A new key is shown this once: who has seen it says that it is kept.
      onClose={key === undefined ? onClose : undefined}
    >
      {way === "bring" && <Bring member={member} onReset={() => setWay("reset")} onClose={onClose} />}
      {way === "reset" && <Reset keys={member.keys} onReset={() => setWay("make")} />}
      {(way === "make" || way === "change") && (
        <Make keys={member.keys} isAnother={way === "change"} made={key} onMade={setKey} onKept={onClose} />
      )}
    </Dialog>
  );
}

function wayFor(keys: Keys): Way {
  const safety = keys.safety.get();
  if (safety === "elsewhere") return keys.hasRecovery.get() || keys.hasDevice.get() ? "bring" : "reset";
  return safety === "safe" ? "change" : "make";
}

interface MakeProps {
  keys: Keys;
  isAnother: boolean;
  made: string | undefined;
  onMade: (key: string) => void;
  onKept: () => void;
}

function Make({ keys, isAnother, made, onMade, onKept }: MakeProps) {
  const text = useText();
  const task = useTask();
  if (made === undefined) {
    return (
      <div className={styles.form}>
        <p>{text.say(isAnother ? "keys-change-words" : "keys-make")}</p>
        {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
        <Button
          look="main"
          isBusy={task.isBusy}
          onPress={() => task.run(() => keys.makeRecovery().then(onMade))}
        >
          <Icon name="key" /> {text.say("keys-make-button")}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.form}>
      <p>{text.say("keys-made")}</p>
      <output className={styles.key} dir="ltr" data-content="">
        {made}
      </output>
      <CopyButton content={made} copied={text.say("keys-copied")} failed={text.say("common-copy-failed")}>
        {text.say("keys-copy")}
      </CopyButton>
      <Button look="main" onPress={onKept}>
        {text.say("keys-kept")}
      </Button>
    </div>
  );
}

interface BringProps {
  member: Member;
  onReset: () => void;
  onClose: () => void;
}

/** By another device, by the recovery key, or, where there is neither, not at all. */
function Bring({ member, onReset, onClose }: BringProps) {
  const text = useText();
  const { keys, verifications } = member;
  const hasRecovery = useSignal(keys.hasRecovery);
  const hasDevice = useSignal(keys.hasDevice);
  const [words, setWords] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const task = useTask();
  const key = isWrong ? "keys-enter-wrong" : task.fault;
  const fault = key && text.say(key);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === "") return;
    setIsWrong(false);
    task.run(() => keys.recover(words).then((isRight) => (isRight ? onClose() : setIsWrong(true))));
  };
  return (
    <div className={styles.form}>
      <p>{text.say(wordsFor(hasRecovery, hasDevice))}</p>
      {hasRecovery && (
        <form className={styles.form} onSubmit={submit}>
          <Field
            label={text.say("keys-recovery")}
            hint={text.say("keys-enter-hint")}
            fault={fault}
            value={words}
            onChange={setWords}
            autoComplete="off"
            isVerbatim
            autoFocus
          />
          <Button type="submit" look="main" isWide isBusy={task.isBusy}>
            {text.say("keys-enter-button")}
          </Button>
        </form>
      )}
      {fault && !hasRecovery && <Notice isWrong>{fault}</Notice>}
      {hasDevice && (
        <Button
          look={hasRecovery ? "plain" : "main"}
          onPress={() => task.run(() => verifications.withDevice().then(onClose))}
        >
          <Icon name="verified" /> {text.say("keys-bring-device")}
        </Button>
      )}
      <Button look="quiet" onPress={onReset}>
        {text.say("keys-bring-neither")}
      </Button>
    </div>
  );
}

function wordsFor(hasRecovery: boolean, hasDevice: boolean): string {
  if (!hasRecovery) return "keys-bring-without";
  return hasDevice ? "keys-bring" : "keys-bring-alone";
}

/** Says what is lost before it is. */
function Reset({ keys, onReset }: { keys: Keys; onReset: () => void }) {
  const text = useText();
  return (
    <PasswordForm
      words={text.say("keys-reset")}
      button={text.say("keys-reset-button")}
      onPassword={(password) => keys.reset(password)}
      onDone={onReset}
    >
      <ul className={styles.list}>
        <li>{text.say("keys-reset-lost")}</li>
        <li>{text.say("keys-reset-devices")}</li>
        <li>{text.say("keys-reset-people")}</li>
      </ul>
    </PasswordForm>
  );
}
