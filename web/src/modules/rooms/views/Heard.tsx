// What comes while one reads, for those who hear the page.

import { useState } from "react";
import type { Conversation } from "../../../matrix/timeline.ts";
import { useText } from "../../../text/text.tsx";
import { said } from "../model.ts";

/** Of messages that come at once, so many are heard. */
const HEARD = 5;

/** Says what comes, from when it is there on, to those who hear the page. */
export function Heard({ items }: { items: Conversation["items"] }) {
  const text = useText();
  const [before] = useState(items.at(-1)?.key);
  const since = items.slice(items.findIndex(({ key }) => key === before) + 1);
  const fresh = since.flatMap((item) =>
    item.kind === "message" && !item.isOwn && item.unreadable === undefined ? item : [],
  );
  return (
    <div className="hidden" role="log" aria-label={text.say("rooms-heard")}>
      {fresh.slice(-HEARD).map((message) => (
        <p key={message.key}>{text.say("rooms-last", { name: message.sender.name, body: said(message) })}</p>
      ))}
    </div>
  );
}
