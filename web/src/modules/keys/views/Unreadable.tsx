// In place of a message that cannot be read: why, and what helps.

import { useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { useMember, useSignal } from "../../../matrix/react.ts";
import type { Message, Unreadable as Why } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import { explained } from "../model.ts";
import { Opened } from "./Recovery.tsx";
import styles from "./Unreadable.module.css";

export interface UnreadableProps {
  message: Message;
  why: Why;
  onLook: () => void;
  onAsk: (words: string) => void;
}

export function Unreadable({ message, why, onLook, onAsk }: UnreadableProps) {
  const text = useText();
  const member = useMember();
  const safety = useSignal(member.keys.safety);
  const [isOpen, setIsOpen] = useState(false);
  const { key, remedy } = explained(why, safety, message.isOwn);
  return (
    <p className={styles.unreadable}>
      <Icon name="lock" size={14} /> {text.say(key)}{" "}
      {remedy === "bring" && (
        <Button look="quiet" onPress={() => setIsOpen(true)}>
          {text.say("keys-asked-button")}
        </Button>
      )}
      {remedy === "look" && (
        <Button look="quiet" onPress={onLook}>
          {text.say("keys-unreadable-look")}
        </Button>
      )}
      {remedy === "ask" && (
        <Button look="quiet" onPress={() => onAsk(text.say("keys-unreadable-asked"))}>
          {text.say("keys-unreadable-ask", { name: message.sender.name })}
        </Button>
      )}
      <Opened member={member} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </p>
  );
}
