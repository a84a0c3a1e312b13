// The recovery key: offered once there is something to lose, asked for where older messages cannot be read yet.

import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { Keys } from "../../../matrix/keys.ts";
import { useSignal } from "../../../matrix/react.ts";
import { useText } from "../../../text/text.tsx";
import styles from "./Recovery.module.css";

const PUT_AWAY = "hearth.recovery-put-away";

/** The offer beside the rooms; what else is offered waits for it. */
export function RecoveryCard({ keys, children }: { keys: Keys; children: ReactNode }) {
  const text = useText();
  const safety = useSignal(keys.safety);
  const hasSaid = useSignal(keys.hasSaid);
  const [isAway, setIsAway] = useState(() => localStorage.getItem(PUT_AWAY) !== null);
  const [isOpen, setIsOpen] = useState(false);
  const isOffered = safety === "elsewhere" || (safety === "here-only" && hasSaid);
  const putAway = () => {
    localStorage.setItem(PUT_AWAY, "yes");
    setIsAway(true);
  };
  const isMaking = safety !== "elsewhere";
  return (
    <>
      {isOffered && !isAway ? (
        <Card
          title={text.say(isMaking ? "keys-offer-title" : "keys-asked-title")}
          words={text.say(isMaking ? "keys-offer" : "keys-asked")}
          closeLabel={text.say("common-close")}
          onClose={putAway}
        >
          <Button look="quiet" onPress={() => setIsOpen(true)}>
            {text.say(isMaking ? "keys-offer-button" : "keys-asked-button")}
          </Button>
        </Card>
      ) : (
        children
      )}
      {isOpen && <RecoveryDialog keys={keys} onClose={() => setIsOpen(false)} />}
    </>
  );
}

/** The same in the settings, for who put it away. */
export function RecoverySetting({ keys }: { keys: Keys }) {
  const text = useText();
  const safety = useSignal(keys.safety);
  const [isOpen, setIsOpen] = useState(false);
  if (safety === "unknown") return null;
  return (
    <div className={styles.setting}>
      <span>
        <strong>{text.say("keys-recovery")}</strong>
        <span className={styles.quiet}>{text.say(STATES[safety])}</span>
      </span>
      {safety !== "safe" && (
        <Button onPress={() => setIsOpen(true)}>
          {text.say(safety === "here-only" ? "keys-offer-button" : "keys-asked-button")}
        </Button>
      )}
      {isOpen && <RecoveryDialog keys={keys} onClose={() => setIsOpen(false)} />}
    </div>
  );
}

const STATES = { safe: "keys-state-safe", "here-only": "keys-state-here", elsewhere: "keys-state-elsewhere" };

function RecoveryDialog({ keys, onClose }: { keys: Keys; onClose: () => void }) {
  // What it was opened for stays, while the keys become safe behind it.
  const [isMaking] = useState(keys.safety.get() !== "elsewhere");
  return isMaking ? <Make keys={keys} onClose={onClose} /> : <Enter keys={keys} onClose={onClose} />;
}

function Make({ keys, onClose }: { keys: Keys; onClose: () => void }) {
  const text = useText();
  const [key, setKey] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const [isWrong, setIsWrong] = useState(false);
  const [isCopied, setIsCopied] = useState(false);
  const make = () => {
    setIsBusy(true);
    setIsWrong(false);
    keys
      .makeRecovery()
      .then(setKey, () => setIsWrong(true))
      .finally(() => setIsBusy(false));
  };
  return (
    <Dialog title={text.say("keys-recovery")} closeLabel={text.say("common-close")} onClose={onClose}>
      <div className={styles.form}>
        {key === undefined ? (
          <>
            <p>{text.say("keys-make")}</p>
            {isWrong && (
              <Notice isWrong code="unreached">
                {text.say("common-error-unreached")}
              </Notice>
            )}
            <Button look="main" isBusy={isBusy} onPress={make}>
              <Icon name="key" /> {text.say("keys-make-button")}
            </Button>
          </>
        ) : (
          <>
            <p>{text.say("keys-made")}</p>
            <output className={styles.key} dir="ltr" data-content="">
              {key}
            </output>
            <Button onPress={() => void navigator.clipboard?.writeText(key).then(() => setIsCopied(true))}>
              <Icon name={isCopied ? "check" : "copy"} /> {text.say(isCopied ? "keys-copied" : "keys-copy")}
            </Button>
            <Button look="main" onPress={onClose}>
              {text.say("keys-kept")}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Enter({ keys, onClose }: { keys: Keys; onClose: () => void }) {
  const text = useText();
  const [words, setWords] = useState("");
  const [fault, setFault] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || words.trim() === "") return;
    setIsBusy(true);
    setFault(undefined);
    keys
      .recover(words)
      .then(
        (isRight) => (isRight ? onClose() : setFault(text.say("keys-enter-wrong"))),
        () => setFault(text.say("common-error-unreached")),
      )
      .finally(() => setIsBusy(false));
  };
  return (
    <Dialog title={text.say("keys-asked-title")} closeLabel={text.say("common-close")} onClose={onClose}>
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
        <Button type="submit" look="main" isBusy={isBusy}>
          {text.say("keys-enter-button")}
        </Button>
      </form>
    </Dialog>
  );
}
