// What people wish each other on a festival, beside the rooms, until it is put away.

import { useState } from "react";
import { Card } from "../../../kit/Card.tsx";
import { greetingOn } from "../../../text/occasions.ts";
import { useText } from "../../../text/text.tsx";

const PUT_AWAY = "hearth.greeting-put-away";

export default function Greeting() {
  const text = useText();
  const [now] = useState(Date.now);
  const [away, setAway] = useState(() => localStorage.getItem(PUT_AWAY));
  const festival = greetingOn(text.occasions, now, text.customs.lunarFestivals);
  if (!festival?.greeting) return null;
  const key = `${festival.name} ${new Date(now).getFullYear()}`;
  if (away === key) return null;
  const putAway = () => {
    localStorage.setItem(PUT_AWAY, key);
    setAway(key);
  };
  return (
    <Card
      title={festival.greeting}
      words={festival.name}
      closeLabel={text.say("common-close")}
      onClose={putAway}
    />
  );
}
