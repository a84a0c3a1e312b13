// Asks once, beside the rooms and never before them, whether the member wants to decide.

import { useEffect, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { useSignal } from "../../../matrix/react.ts";
import { useText } from "../../../text/text.tsx";
import type { Choices } from "../model.ts";
import styles from "./Asked.module.css";

const ANSWERED = "hearth.asked-for-consent";

export function Asked({ choices, onOpen }: { choices: Choices; onOpen: () => void }) {
  const text = useText();
  const [isAnswered, setIsAnswered] = useState(() => localStorage.getItem(ANSWERED) !== null);
  useSignal(choices.purposes);
  const language = text.culture.isPseudo ? "en" : text.culture.tag;
  useEffect(() => {
    if (!isAnswered) void choices.load(language).catch(() => undefined);
  }, [choices, isAnswered, language]);
  if (isAnswered || !choices.isOpen) return null;
  const answer = () => {
    localStorage.setItem(ANSWERED, "yes");
    setIsAnswered(true);
  };
  return (
    <section className={styles.asked} aria-label={text.say("privacy-asked-title")}>
      <div>
        <strong>{text.say("privacy-asked-title")}</strong>
        <p>{text.say(choices.isNotice ? "privacy-asked-notice" : "privacy-asked")}</p>
        <Button
          look="quiet"
          onPress={() => {
            answer();
            onOpen();
          }}
        >
          {text.say("privacy-asked-button")}
        </Button>
      </div>
      <Button look="icon" aria-label={text.say("common-close")} onPress={answer}>
        <Icon name="close" size={15} />
      </Button>
    </section>
  );
}
