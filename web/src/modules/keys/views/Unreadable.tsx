// In place of a message that cannot be read: why, and what helps.

import { useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { useMember, useSignal } from "../../../matrix/react.ts";
import type { Message, Unreadable as Why } from "../../../matrix/types.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { explained, type Remedy } from "../model.ts";
import { Opened } from "./Recovery.tsx";
import styles from "./Unreadable.module.css";

export interface UnreadableProps {
  message: Message;
  why: Why;
  /** Looks in the backup once more. */
  onLook: () => Promise<void>;
  onAsk: (words: string) => void;
}

export function Unreadable({ message, why, onLook, onAsk }: UnreadableProps) {
  const text = useText();
  const member = useMember();
  const safety = useSignal(member.keys.safety);
  const [isOpen, setIsOpen] = useState(false);
  const task = useTask();
  // Who has looked in vain can still ask.
  const [hasLooked, setHasLooked] = useState(false);
  const { key, remedy } = explained(why, safety, message.isOwn, hasLooked);
  const helps: Record<Remedy, { label: string; help: () => void }> = {
    bring: { label: text.say("keys-asked-button"), help: () => setIsOpen(true) },
    look: {
      label: text.say("keys-unreadable-look"),
      help: () => task.run(() => onLook().then(() => setHasLooked(true))),
    },
    ask: {
      label: text.say("keys-unreadable-ask", { name: message.sender.name }),
      help: () => onAsk(text.say("keys-unreadable-asked")),
    },
  };
  return (
    <>
      <p className={styles.unreadable}>
        <Icon name="lock" size={14} /> {text.say(key)}{" "}
        {remedy && (
          <Button look="quiet" isBusy={task.isBusy} onPress={helps[remedy].help}>
            {helps[remedy].label}
          </Button>
        )}
        <Opened member={member} isOpen={isOpen} onClose={() => setIsOpen(false)} />
      </p>
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
    </>
  );
}
