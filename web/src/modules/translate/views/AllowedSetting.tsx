// Where encrypted messages are given to the translator without a question, as one has allowed.

import { useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Setting } from "../../../kit/Setting.tsx";
import { useText } from "../../../text/text.tsx";
import { allowed, askAgain } from "../model.ts";

/** Takes back what was allowed for whole rooms; nothing where nothing was. */
export function AllowedSetting() {
  const text = useText();
  const [rooms, setRooms] = useState(allowed);
  if (rooms.length === 0) return null;
  const end = () => {
    askAgain();
    setRooms([]);
  };
  return (
    <Setting
      title={text.say("translate-allowed")}
      words={text.say("translate-allowed-words", { count: rooms.length })}
    >
      <Button onPress={end}>{text.say("translate-allowed-end")}</Button>
    </Setting>
  );
}
