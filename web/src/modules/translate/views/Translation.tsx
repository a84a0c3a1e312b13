// Under a message: its translation with where it is from, or the question whether its text may leave encryption.

import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Spinner } from "../../../kit/Spinner.tsx";
import { useText } from "../../../text/text.tsx";
import type { State } from "../model.ts";
import styles from "./Translation.module.css";

export interface TranslationProps {
  state: State;
  /** The host of the provider. */
  translator: string;
  /** The tag of the reader's language. */
  to: string;
  onAllow: (isForAll: boolean) => void;
  onHide: () => void;
}

export default function Translation({ state, translator, to, onAllow, onHide }: TranslationProps) {
  const text = useText();
  if (state.is === "none") return null;
  if (state.is === "asking") {
    return (
      <Dialog title={text.say("translate-ask-title")} closeLabel={text.say("common-close")} onClose={onHide}>
        <p>{text.say("translate-ask", { provider: translator })}</p>
        <div className={styles.buttons}>
          <Button look="main" onPress={() => onAllow(false)}>
            {text.say("translate-ask-once")}
          </Button>
          <Button onPress={() => onAllow(true)}>{text.say("translate-ask-room")}</Button>
          <Button onPress={onHide}>{text.say("common-cancel")}</Button>
        </div>
      </Dialog>
    );
  }
  const from = state.is === "done" && state.from ? languageName(state.from, text.locale) : undefined;
  return (
    <div className={styles.translation} role="status">
      {state.is === "busy" && (
        <p className={styles.quiet}>
          <Spinner /> {text.say("translate-busy")}
        </p>
      )}
      {state.is === "same" && <p className={styles.quiet}>{text.say("translate-same")}</p>}
      {state.is === "failed" && (
        <p className={styles.quiet}>
          {state.afterMs === undefined
            ? text.say("translate-failed")
            : text.say("common-error-often", { seconds: Math.ceil(state.afterMs / 1000) })}
        </p>
      )}
      {state.is === "done" && (
        <>
          <div dir="auto" lang={to} className={styles.words} data-content="">
            {state.words}
          </div>
          <p className={styles.quiet}>
            <Icon name="languages" size={13} />{" "}
            {from ? text.say("translate-by", { from }) : text.say("translate-by-unknown")}
          </p>
        </>
      )}
      {state.is !== "busy" && (
        <Button look="quiet" onPress={onHide}>
          {text.say("translate-hide")}
        </Button>
      )}
    </div>
  );
}

/** Nothing where the provider's code is no language. */
function languageName(code: string, locale: string): string | undefined {
  try {
    return new Intl.DisplayNames(locale, { type: "language", fallback: "none" }).of(code);
  } catch {
    return undefined;
  }
}
