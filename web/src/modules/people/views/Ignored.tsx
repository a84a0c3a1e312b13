// Whom the member ignores, to be undone.

import { Avatar } from "../../../kit/Avatar.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useSignal } from "../../../matrix/react.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import styles from "./People.module.css";

export default function Ignored({ member }: { member: Member }) {
  const text = useText();
  const task = useTask();
  const ignored = useSignal(member.people.ignored);
  if (ignored.length === 0) return null;
  return (
    <section className={styles.ignored} aria-labelledby="ignored">
      <h3 id="ignored">{text.say("people-ignored-title")}</h3>
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
      <ul className="plain">
        {ignored.map((id) => (
          <li key={id} className={styles.person}>
            <Avatar id={id} name={id} size="s" />
            <span id={`ignored-${id}`}>{text.say("people-ignored", { name: id })}</span>
            <Button
              look="quiet"
              aria-describedby={`ignored-${id}`}
              onPress={() => task.change(() => member.people.ignore(id, false))}
            >
              {text.say("people-ignore-no")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
