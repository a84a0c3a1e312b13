// Answers of one sign: who gave which, and a few to choose from.

import { Icon } from "../../../kit/Icon.tsx";
import { Popover } from "../../../kit/Popover.tsx";
import { Toggle } from "../../../kit/Toggle.tsx";
import type { Message } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import styles from "./Reactions.module.css";

const OFFERED = ["👍", "❤️", "😂", "🎉", "😮", "😢", "🙏", "👀"];

/** Longer ones are words, and are cut. */
const KEY_LETTERS = 12;

export function Reactions({ message, onReact }: { message: Message; onReact: (key: string) => void }) {
  const text = useText();
  return (
    <ul className={styles.reactions} aria-label={text.say("rooms-reactions")}>
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
        <div className={styles.offer}>
          {OFFERED.map((sign) => (
            <button
              key={sign}
              type="button"
              onClick={() => {
                close();
                onChoose(sign);
              }}
            >
              {sign}
            </button>
          ))}
        </div>
      )}
    </Popover>
  );
}
