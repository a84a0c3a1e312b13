// Each use of the member's data with yes or no, in plain words.

import { useEffect, useRef } from "react";
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

export interface PurposesProps {
  choices: Choices;
  /** The reader has come for them. */
  isSought?: boolean;
}

export function Purposes({ choices, isSought = false }: PurposesProps) {
  const text = useText();
  const purposes = useSignal(choices.purposes);
  const { fault, change } = useTask();
  const { language } = text;
  useEffect(() => {
    change(() => choices.load(language));
  }, [choices, language, change]);
  const title = useRef<HTMLHeadingElement>(null);
  const isHere = purposes !== undefined;
  useEffect(() => {
    if (isSought && isHere) title.current?.scrollIntoView();
  }, [isSought, isHere]);
  const decide = (purpose: Purpose, given: boolean) => change(() => choices.decide(purpose, given, language));
  return (
    <section className={styles.purposes} aria-labelledby="purposes">
      <h3 id="purposes" ref={title}>
        {text.say("privacy-choices-title")}
      </h3>
      <p className={styles.intro}>{text.say("privacy-choices-intro")}</p>
      {fault && <Notice isWrong>{text.say(fault)}</Notice>}
      {/* The server's own words, in the language that it was asked for. */}
      <div data-content="">
        {purposes?.map((purpose) => (
          <One
            key={purpose.purpose}
            purpose={purpose}
            onDecide={(given) => decide(purpose, given)}
            onSeen={() => change(() => choices.shown(purpose, language))}
          />
        ))}
      </div>
      <Button onPress={() => change(() => choices.copy().then(download))}>
        <Icon name="download" /> {text.say("privacy-choices-copy")}
      </Button>
    </section>
  );
}

interface OneProps {
  purpose: Purpose;
  onDecide: (given: boolean) => void;
  onSeen: () => void;
}

function One({ purpose, onDecide, onSeen }: OneProps) {
  const text = useText();
  const end = useSeen(purpose.version, onSeen);
  return (
    <div className={styles.purpose}>
      <Switch label={purpose.name} isOn={purpose.allowed} onChange={onDecide} />
      <p className={styles.intro}>
        {purpose.what}
        <span ref={end} className={styles.end} />
      </p>
      <details>
        <summary>{text.say("privacy-choices-more")}</summary>
        <p>{purpose.why}</p>
        <p>{purpose.data}</p>
        {isTold(purpose.purpose) && <p>{text.say(TOLD[purpose.purpose])}</p>}
        <p>{purpose.kept}</p>
      </details>
    </div>
  );
}

/** Once its end has been on the screen; what is further down has been seen by nobody yet. */
function useSeen(version: string, onSeen: () => void) {
  const element = useRef<HTMLSpanElement>(null);
  const latest = useRef(onSeen);
  latest.current = onSeen;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version has to be seen itself
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.at(-1)?.isIntersecting) latest.current();
    });
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [version]);
  return element;
}

/** Hands a text over as a file. */
function download(words: string): void {
  const address = URL.createObjectURL(new Blob([words], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: "hearth.json" });
  link.click();
  URL.revokeObjectURL(address);
}
