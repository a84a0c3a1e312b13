// The language of everything, changed at once.

import { Choice } from "../../../kit/Choice.tsx";
import { cultures } from "../../../text/culture.ts";
import { useSpeak, useText } from "../../../text/text.tsx";

/** Every culture in its own words; the pseudo-locales only where one of them was asked for. */
export function Languages() {
  const text = useText();
  const speak = useSpeak();
  const listed = cultures.filter((culture) => !culture.isPseudo || culture.tag === text.culture.tag);
  return (
    <Choice
      label={text.say("web-language")}
      icon="languages"
      value={text.culture.tag}
      options={listed.map(({ tag, name }) => ({ value: tag, label: name, lang: tag }))}
      onChange={(tag) => {
        const chosen = cultures.find((culture) => culture.tag === tag);
        if (chosen) speak(chosen);
      }}
    />
  );
}
