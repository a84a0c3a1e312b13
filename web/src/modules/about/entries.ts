// Who may come into a room, as one chooses among them.

import type { OptionsProps } from "../../kit/Options.tsx";
import type { Text } from "../../text/culture.ts";

export function entries(text: Text, isSpace: boolean): OptionsProps["options"] {
  return [
    {
      value: "invited",
      icon: "lock",
      label: text.say("rooms-reach-private"),
      hint: text.say("about-entry-invited-hint"),
    },
    {
      value: "asking",
      icon: "bell",
      label: text.say("about-entry-asking-label"),
      hint: text.say("about-entry-asking-hint"),
    },
    {
      value: "anybody",
      icon: "globe",
      label: text.say("rooms-reach-public"),
      hint: text.say(isSpace ? "spaces-public-hint" : "about-entry-anybody-hint"),
    },
  ];
}
