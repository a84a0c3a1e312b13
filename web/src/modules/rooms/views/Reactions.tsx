// Answers of one sign: who gave which, and a few to choose from.

import { Suspense, useState } from "react";
import { Icon } from "../../../kit/Icon.tsx";
import { later } from "../../../kit/later.ts";
import { Popover } from "../../../kit/Popover.tsx";
import { Toggle } from "../../../kit/Toggle.tsx";
import type { Message } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import styles from "./Reactions.module.css";

const Picker = later(() => import("../../emoji/views/Picker.tsx"));

/** Of those that are usual in the reader's culture. */
const OFFERED = 8;

/** Longer ones are words, and are cut. */
const KEY_LETTERS = 12;

export function Reactions({ message, onReact }: { message: Message; onReact: (key: string) => void }) {
  const text = useText();
  return (
    <ul className={`plain ${styles.reactions}`} aria-label={text.say("rooms-reactions")}>
      {message.reactions.map(({ key, people, own }) => {
        const from = text.say("rooms-reaction", { names: text.list(people.map(({ name }) => name)) });
        return (
          <li key={key} title={from}>
            <Toggle isOn={own !== undefined} onChange={() => onReact(key)}>
              <span className={styles.sign}>{key.slice(0, KEY_LETTERS)}</span> {text.number(people.length)}
              <span className="hidden"> {from}</span>
            </Toggle>
          </li>
        );
      })}
    </ul>
  );
}

export interface EmojiMenuProps {
  onChoose: (key: string) => void;
  onOpenChange: (isOpen: boolean) => void;
}

export function EmojiMenu({ onChoose, onOpenChange }: EmojiMenuProps) {
  const text = useText();
  return (
    <Popover
      label={text.say("rooms-react")}
      trigger={<Icon name="react" size={17} />}
      onOpenChange={onOpenChange}
    >
      {(close) => (
        <Offer
          onChoose={(sign) => {
            close();
            onChoose(sign);
          }}
        />
      )}
    </Popover>
  );
}

/** A few, and behind them all. */
function Offer({ onChoose }: { onChoose: (sign: string) => void }) {
  const text = useText();
  const [isAll, setIsAll] = useState(false);
  if (isAll) {
    return (
      <Suspense>
        <Picker onChoose={onChoose} />
      </Suspense>
    );
  }
  return (
    <div className={styles.offer}>
      {text.stickers.slice(0, OFFERED).map((sign) => (
        <button key={sign} type="button" onClick={() => onChoose(sign)}>
          {sign}
        </button>
      ))}
      <button type="button" aria-label={text.say("emoji-choose")} onClick={() => setIsAll(true)}>
        <Icon name="new" size={18} />
      </button>
    </div>
  );
}
