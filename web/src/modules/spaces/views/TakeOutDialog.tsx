// Takes a room out of a community, once it is said what follows from that.

import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { Member } from "../../../matrix/member.ts";
import type { Inside, Space } from "../../../matrix/spaces.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import styles from "../../rooms/views/Dialogs.module.css";

export interface TakeOutProps {
  member: Member;
  space: Space;
  room: Inside;
  onClose: () => void;
}

export function TakeOutDialog({ member, space, room, onClose }: TakeOutProps) {
  const text = useText();
  const task = useTask("about-error-forbidden");
  const takeOut = () => task.run(() => member.actions.takeOutOf(space.id, room.id).then(onClose));
  return (
    <Dialog
      title={text.say("spaces-take-title", { room: room.name, space: space.name })}
      closeLabel={text.say("common-close")}
      onClose={onClose}
    >
      <div className={styles.form}>
        <p>{text.say("spaces-take-words")}</p>
        {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
        <div className="ends">
          <Button onPress={onClose}>{text.say("common-cancel")}</Button>
          <Button look="danger" isBusy={task.isBusy} onPress={takeOut}>
            {text.say("spaces-take")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
