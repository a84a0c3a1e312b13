// What happened to the room, quietly.

import type { Notice } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import styles from "./Notices.module.css";

/** So many are told one by one. */
const TOLD = 4;

const WORDS = {
  created: "rooms-notice-created",
  joined: "rooms-notice-joined",
  invited: "rooms-notice-invited",
  declined: "rooms-notice-declined",
  withdrawn: "rooms-notice-withdrawn",
  knocked: "rooms-notice-knocked",
  left: "rooms-notice-left",
  removed: "rooms-notice-removed",
  banned: "rooms-notice-banned",
  unbanned: "rooms-notice-unbanned",
  renamed: "rooms-notice-renamed",
  named: "rooms-notice-named",
  described: "rooms-notice-described",
  undescribed: "rooms-notice-undescribed",
  pictured: "rooms-notice-pictured",
  opened: "rooms-notice-opened",
  history: "rooms-notice-history",
  pinned: "rooms-notice-pinned",
  promoted: "rooms-notice-promoted",
  ruled: "rooms-notice-ruled",
  replaced: "rooms-notice-replaced",
  encrypted: "rooms-notice-encrypted",
};

export function Notices({ notices }: { notices: readonly Notice[] }) {
  const text = useText();
  const said = notices.map(({ what, who, whom, name, reason }) => {
    const told = text.say(WORDS[what], { who: who.name, whom: whom.name, name: name ?? "" });
    return reason ? text.say("rooms-notice-why", { told, reason }) : told;
  });
  return (
    <div className={styles.notices}>
      {said.slice(0, TOLD).map((words, at) => (
        <p key={notices[at]?.key}>{words}</p>
      ))}
      {said.length > TOLD && (
        <details>
          <summary>{text.say("rooms-notice-more", { count: said.length - TOLD })}</summary>
          {said.slice(TOLD).map((words, at) => (
            <p key={notices[TOLD + at]?.key}>{words}</p>
          ))}
        </details>
      )}
    </div>
  );
}
