// Asks once, beside the rooms and never before them, whether the member wants to decide.

import { useEffect, useRef, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { useSignal } from "../../../matrix/react.ts";
import { useText } from "../../../text/text.tsx";
import type { Choices } from "../model.ts";

/** What was asked about on this device: another text is another question. */
const ASKED = "hearth.asked-about";

export default function Asked({ choices, onOpen }: { choices: Choices; onOpen: () => void }) {
  const text = useText();
  const [asked, setAsked] = useState(() => localStorage.getItem(ASKED)?.split("\n") ?? []);
  const purposes = useSignal(choices.purposes);
  const { language } = text;
  useEffect(() => void choices.load(language).catch(() => undefined), [choices, language]);
  const { open: due } = choices;
  const answer = () => {
    localStorage.setItem(ASKED, due.join("\n"));
    setAsked(due);
  };
  // Who decides in the settings has been asked.
  const decided = purposes?.filter(({ state }) => state === "given" || state === "withdrawn").length;
  const before = useRef<number>(undefined);
  useEffect(() => {
    if (before.current !== undefined && (decided ?? 0) > before.current) answer();
    before.current = decided;
  });
  if (due.every((one) => asked.includes(one))) return null;
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
