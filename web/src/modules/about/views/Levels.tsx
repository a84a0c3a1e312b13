// What each role may do in a room.

import { Choice } from "../../../kit/Choice.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { About } from "../../../matrix/about.ts";
import type { Deed } from "../../../matrix/levels.ts";
import { useSignal } from "../../../matrix/react.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { isDone, levelsFor, may, roleText } from "../model.ts";
import styles from "./About.module.css";

const DEEDS: readonly (readonly [Deed, string])[] = [
  ["say", "about-deed-say"],
  ["invite", "about-deed-invite"],
  ["delete", "about-deed-delete"],
  ["remove", "about-deed-remove"],
  ["ban", "about-deed-ban"],
  ["name", "about-deed-name"],
  ["topic", "about-deed-topic"],
  ["picture", "about-deed-picture"],
  ["rooms", "about-deed-rooms"],
  ["roles", "about-deed-roles"],
];

export function Levels({ about }: { about: About }) {
  const text = useText();
  const details = useSignal(about.details);
  const task = useTask("about-error-forbidden");
  const canChange = may(details, "roles");
  return (
    <section className={styles.block} aria-label={text.say("about-deeds")}>
      <h3>{text.say("about-deeds")}</h3>
      <p className="quiet">{text.say("about-deeds-words")}</p>
      {DEEDS.filter(([deed]) => isDone(deed, details)).map(([deed, key]) => {
        const need = details.needs[deed];
        return (
          <div key={deed} className={styles.line}>
            {canChange && need <= details.level ? (
              <Choice
                label={text.say(key)}
                value={String(need)}
                onChange={(value) => task.change(() => about.require(deed, Number(value)))}
                options={levelsFor(details, need).map((level) => ({
                  value: String(level),
                  label: text.say(...roleText(level)),
                }))}
              />
            ) : (
              <>
                <span className="quiet">{text.say(key)}</span>
                <span>{text.say(...roleText(need))}</span>
              </>
            )}
          </div>
        );
      })}
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
    </section>
  );
}
