// Asks once, beside the rooms and never before them, whether the member wants to decide.

import { useEffect, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { useSignal } from "../../../matrix/react.ts";
import { useText } from "../../../text/text.tsx";
import type { Choices } from "../model.ts";

const ANSWERED = "hearth.asked-for-consent";

export function Asked({ choices, onOpen }: { choices: Choices; onOpen: () => void }) {
  const text = useText();
  const [isAnswered, setIsAnswered] = useState(() => localStorage.getItem(ANSWERED) !== null);
  useSignal(choices.purposes);
  const { language } = text;
  useEffect(() => {
    if (!isAnswered) void choices.load(language).catch(() => undefined);
  }, [choices, isAnswered, language]);
  if (isAnswered || !choices.isOpen) return null;
  const answer = () => {
    localStorage.setItem(ANSWERED, "yes");
    setIsAnswered(true);
  };
  const open = () => {
    answer();
    onOpen();
  };
  return (
    <Card
      title={text.say("privacy-asked-title")}
      words={text.say(choices.isNotice ? "privacy-asked-notice" : "privacy-asked")}
      closeLabel={text.say("common-close")}
      onClose={answer}
    >
      <Button look="quiet" onPress={open}>
        {text.say("privacy-asked-button")}
      </Button>
    </Card>
  );
}
