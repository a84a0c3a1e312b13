// Asks once more before what cannot be taken back, and says what follows from it.

import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import styles from "./Dialogs.module.css";

export interface AskProps {
  title: string;
  /** What follows. */
  words: string;
  button: string;
  /** What is said where it is not allowed, if that is not what is said anywhere. */
  refused?: string;
  onDo: () => Promise<unknown>;
  onClose: () => void;
}

export function AskDialog({ title, words, button, refused, onDo, onClose }: AskProps) {
  const text = useText();
  const task = useTask(refused);
  return (
    <Dialog title={title} closeLabel={text.say("common-close")} onClose={onClose}>
      <div className={styles.form}>
        <p>{words}</p>
        {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
        <div className="ends">
          <Button onPress={onClose}>{text.say("common-cancel")}</Button>
          <Button look="danger" isBusy={task.isBusy} onPress={() => task.run(onDo)}>
            {button}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
