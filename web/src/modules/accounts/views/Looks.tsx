// Light, dark or with more contrast, changed at once.

import { useState } from "react";
import { Choice } from "../../../kit/Choice.tsx";
import { choose, chosenLook, LOOKS, type Look } from "../../../kit/look.ts";
import { useText } from "../../../text/text.tsx";

const WORDS: Record<Look, string> = {
  system: "web-look-system",
  light: "web-look-light",
  dark: "web-look-dark",
  contrast: "web-look-contrast",
};

export function Looks() {
  const text = useText();
  const [look, setLook] = useState(chosenLook);
  return (
    <Choice
      label={text.say("web-look")}
      icon="look"
      value={look}
      options={LOOKS.map((look) => ({ value: look, label: text.say(WORDS[look]) }))}
      onChange={(value) => {
        const chosen = LOOKS.find((look) => look === value) ?? "system";
        choose(chosen);
        setLook(chosen);
      }}
    />
  );
}
