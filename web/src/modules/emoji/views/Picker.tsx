// Emoji by their kinds, or by words.

import { type KeyboardEvent, useEffect, useState } from "react";
import { Search } from "../../../kit/Search.tsx";
import { Spinner } from "../../../kit/Spinner.tsx";
import { useText } from "../../../text/text.tsx";
import { type Emoji, emojiOf, found, KINDS, often, used } from "../model.ts";
import styles from "./Picker.module.css";

/** What words find. */
const FOUND = 80;

const OFTEN = { kind: -1, sign: "⭐", title: "emoji-often" };

export default function Picker({ onChoose }: { onChoose: (sign: string) => void }) {
  const text = useText();
  const all = useEmoji(text.culture.tag);
  const [first] = useState(() => often(text.stickers));
  const [kind, setKind] = useState(OFTEN.kind);
  const [words, setWords] = useState("");
  const shown = shownOf(all ?? [], words, kind, first);
  const choose = (sign: string) => {
    used(sign);
    onChoose(sign);
  };
  return (
    <div className={styles.picker}>
      <div>
        <Search label={text.say("emoji-find")} value={words} onChange={setWords} isFirst />
      </div>
      {words === "" && (
        <div className={styles.kinds} role="group" aria-label={text.say("emoji-kinds")}>
          {[OFTEN, ...KINDS].map((one) => (
            <button
              key={one.kind}
              type="button"
              aria-pressed={one.kind === kind}
              aria-label={text.say(one.title)}
              title={text.say(one.title)}
              onClick={() => setKind(one.kind)}
            >
              {one.sign}
            </button>
          ))}
        </div>
      )}
      <div className={styles.signs} role="group" aria-label={text.say("emoji-choose")} onKeyDown={walk}>
        {shown.map(({ sign, name }, at) => (
          <button
            key={sign}
            type="button"
            tabIndex={at === 0 ? 0 : -1}
            aria-label={name}
            title={name}
            onClick={() => choose(sign)}
          >
            {sign}
          </button>
        ))}
        {all === undefined && <Spinner />}
        {all && shown.length === 0 && <p className={styles.nothing}>{text.say("emoji-nothing")}</p>}
      </div>
    </div>
  );
}

function useEmoji(tag: string): readonly Emoji[] | undefined {
  const [all, setAll] = useState<readonly Emoji[]>();
  useEffect(() => {
    void emojiOf(tag).then(setAll, () => setAll([]));
  }, [tag]);
  return all;
}

function shownOf(
  all: readonly Emoji[],
  words: string,
  kind: number,
  first: readonly string[],
): readonly Emoji[] {
  if (words !== "") return found(all, words, FOUND);
  if (kind !== OFTEN.kind) return all.filter((emoji) => emoji.kind === kind);
  return first.map((sign) => all.find((emoji) => emoji.sign === sign)).filter((emoji) => emoji !== undefined);
}

/** The arrows go from sign to sign, as they stand. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const signs = [...event.currentTarget.querySelectorAll("button")];
  const at = signs.indexOf(document.activeElement as HTMLButtonElement);
  const top = signs[0]?.offsetTop;
  const columns = signs.filter(({ offsetTop }) => offsetTop === top).length;
  const onward = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
  const steps: Record<string, number> = {
    ArrowRight: onward,
    ArrowLeft: -onward,
    ArrowDown: columns,
    ArrowUp: -columns,
  };
  const step = steps[event.key];
  if (step === undefined || at < 0) return;
  event.preventDefault();
  signs[at + step]?.focus();
}
