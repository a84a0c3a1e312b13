// Somebody who was verified has other keys now: what that may mean, and what can be done.

import { Button } from "../../../kit/Button.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { Member } from "../../../matrix/member.ts";
import type { Room } from "../../../matrix/types.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import styles from "./Changed.module.css";

export default function Changed({ member, room }: { member: Member; room: Room }) {
  const text = useText();
  const task = useTask();
  const name = { name: room.name };
  const { trust, verifications } = member;
  return (
    <div className={styles.changed}>
      <Notice isWrong>
        <strong>{text.say("verification-changed", name)}</strong>
        <p>{text.say("verification-changed-words", name)}</p>
        <Button look="quiet" onPress={() => task.run(() => verifications.withPerson(room.face, room.id))}>
          {text.say("verification-asked-button")}
        </Button>
        <Button look="quiet" onPress={() => task.run(() => trust.accept(room.face))}>
          {text.say("verification-changed-go-on")}
        </Button>
        {task.fault && <p>{text.say(task.fault)}</p>}
      </Notice>
    </div>
  );
}
