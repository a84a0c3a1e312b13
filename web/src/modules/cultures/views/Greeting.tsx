// What people wish each other on a festival, beside the rooms, until it is put away.

import { useEffect, useState } from "react";
import { Card } from "../../../kit/Card.tsx";
import { greetingOn } from "../../../text/occasions.ts";
import { useText } from "../../../text/text.tsx";

const PUT_AWAY = "hearth.greeting-put-away";

/** An app that is left open greets on the day that it is. */
function useToday(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), new Date(now).setHours(24, 0, 1, 0) - now);
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}

export default function Greeting() {
  const text = useText();
  const now = useToday();
  const [away, setAway] = useState(() => localStorage.getItem(PUT_AWAY));
  const festival = greetingOn(text.occasions, now, text.customs.lunarFestivals);
  if (!festival?.greeting || !text.customs.greetings) return null;
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
