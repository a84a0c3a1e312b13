// The language of everything, changed at once.

import { useState } from "react";
import { Choice } from "../../../kit/Choice.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { cultures } from "../../../text/culture.ts";
import { useSpeak, useText } from "../../../text/text.tsx";
import styles from "./Languages.module.css";

/** Every culture in its own words; the pseudo-locales only where one of them was asked for. */
export function Languages() {
  const text = useText();
  const speak = useSpeak();
  const [isUnreached, setIsUnreached] = useState(false);
  const listed = cultures.filter((culture) => !culture.isPseudo || culture.tag === text.culture.tag);
  return (
    <div className={styles.languages}>
      <Choice
        label={text.say("web-language")}
        icon="languages"
        value={text.culture.tag}
        options={listed.map(({ tag, name }) => ({ value: tag, label: name, lang: tag }))}
        onChange={(tag) => {
          const chosen = cultures.find((culture) => culture.tag === tag);
          setIsUnreached(false);
          if (chosen) speak(chosen).catch(() => setIsUnreached(true));
        }}
      />
      {isUnreached && (
        <Notice isWrong code="unreached">
          {text.say("common-error-unreached")}
        </Notice>
      )}
    </div>
  );
}
