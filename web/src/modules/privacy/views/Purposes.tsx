// Each use of the member's data with yes or no, in plain words.

import { useEffect } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { Switch } from "../../../kit/Switch.tsx";
import { useSignal } from "../../../matrix/react.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import type { Choices, Purpose } from "../model.ts";
import styles from "./Purposes.module.css";

/** What this app itself has a part in. */
const TOLD = { retention: "privacy-told-retention", product: "privacy-told-product" };

function isTold(purpose: string): purpose is keyof typeof TOLD {
  return Object.hasOwn(TOLD, purpose);
}

export function Purposes({ choices }: { choices: Choices }) {
  const text = useText();
  const purposes = useSignal(choices.purposes);
  const { fault, change } = useTask();
  const { language } = text;
  useEffect(() => {
    change(() => choices.load(language).then(() => choices.shown(language)));
  }, [choices, language, change]);
  const decide = (purpose: Purpose, given: boolean) => change(() => choices.decide(purpose, given, language));
  return (
    <section className={styles.purposes} aria-labelledby="purposes">
      <h3 id="purposes">{text.say("privacy-choices-title")}</h3>
      <p className={styles.intro}>{text.say("privacy-choices-intro")}</p>
      {fault && <Notice isWrong>{text.say(fault)}</Notice>}
      {/* The server's own words, in the language that it was asked for. */}
      <div data-content="">
        {purposes?.map((purpose) => (
          <div key={purpose.purpose} className={styles.purpose}>
            <Switch
              label={purpose.name}
              isOn={purpose.allowed}
              onChange={(given) => decide(purpose, given)}
            />
            <p className={styles.intro}>{purpose.what}</p>
            <details>
              <summary>{text.say("privacy-choices-more")}</summary>
              <p>{purpose.why}</p>
              <p>{purpose.data}</p>
              {isTold(purpose.purpose) && <p>{text.say(TOLD[purpose.purpose])}</p>}
              <p>{purpose.kept}</p>
            </details>
          </div>
        ))}
      </div>
      <Button onPress={() => change(() => choices.copy().then(download))}>
        <Icon name="download" /> {text.say("privacy-choices-copy")}
      </Button>
    </section>
  );
}

/** Hands a text over as a file. */
function download(words: string): void {
  const address = URL.createObjectURL(new Blob([words], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: "hearth.json" });
  link.click();
  URL.revokeObjectURL(address);
}
