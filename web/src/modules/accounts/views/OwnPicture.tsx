// The picture that others see of a member.

import { Avatar } from "../../../kit/Avatar.tsx";
import { Button } from "../../../kit/Button.tsx";
import { FileButton } from "../../../kit/FileButton.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { Setting } from "../../../kit/Setting.tsx";
import type { Member } from "../../../matrix/member.ts";
import { PICTURES } from "../../../matrix/picture.ts";
import { useSignal } from "../../../matrix/react.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import styles from "./Settings.module.css";

export function OwnPicture({ member }: { member: Member }) {
  const text = useText();
  const task = useTask();
  const { id, name, picture } = useSignal(member.profile);
  return (
    <Setting title={text.say("accounts-picture-label")} words={text.say("accounts-picture-hint")}>
      <div className={styles.picture}>
        <Avatar id={id} name={name} picture={picture} size="l" />
        <FileButton accept={PICTURES.join()} onChoose={(file) => task.run(() => member.show(file))}>
          {text.say("about-picture")}
        </FileButton>
        {picture && (
          <Button look="quiet" isBusy={task.isBusy} onPress={() => task.run(() => member.show(undefined))}>
            {text.say("about-remove")}
          </Button>
        )}
      </div>
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
    </Setting>
  );
}
