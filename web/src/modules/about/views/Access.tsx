// Who may come into a room, and who reads what was said before.

import { Notice } from "../../../kit/Notice.tsx";
import { Options } from "../../../kit/Options.tsx";
import type { About } from "../../../matrix/about.ts";
import type { History } from "../../../matrix/details.ts";
import { useSignal } from "../../../matrix/react.ts";
import type { OwnEntry } from "../../../matrix/types.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { entries } from "../entries.ts";
import { may } from "../model.ts";
import styles from "./About.module.css";

export function Access({ about }: { about: About }) {
  const text = useText();
  const details = useSignal(about.details);
  const entry = useTask("about-error-forbidden");
  const history = useTask("about-error-forbidden");
  return (
    <>
      {may(details, "entry") && (
        <div className={styles.block}>
          <Options
            label={text.say("rooms-reach")}
            value={details.entry}
            onChange={(value) => entry.change(() => about.letIn(value as OwnEntry))}
            options={entries(text, details.isSpace)}
          />
          {details.entry === "members-of" && <p className="quiet">{text.say("about-entry-members-of")}</p>}
          {entry.fault && <Notice isWrong>{text.say(entry.fault)}</Notice>}
        </div>
      )}
      {may(details, "history") && !details.isSpace && (
        <div className={styles.block}>
          <Options
            label={text.say("about-history")}
            value={details.history}
            onChange={(value) => history.change(() => about.letRead(value as History))}
            options={[
              {
                value: "beginning",
                icon: "history",
                label: text.say("about-history-beginning-label"),
                hint: text.say("about-history-beginning-hint"),
              },
              {
                value: "invitation",
                icon: "invite",
                label: text.say("about-history-invitation-label"),
                hint: text.say("about-history-later-hint"),
              },
              {
                value: "joining",
                icon: "people",
                label: text.say("about-history-joining-label"),
                hint: text.say("about-history-later-hint"),
              },
              {
                value: "world",
                icon: "globe",
                label: text.say("about-history-world-label"),
                hint: text.say("about-history-world-hint"),
              },
            ]}
          />
          {history.fault && <Notice isWrong>{text.say(history.fault)}</Notice>}
        </div>
      )}
    </>
  );
}
