// A voice message while it is spoken, in place of the field.

import { useEffect, useRef, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import type { Parcel } from "../../../matrix/attachment.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { lasting } from "../model.ts";
import { type Heard, Recording } from "../recording.ts";
import styles from "./Recorder.module.css";

export interface RecorderProps {
  onSend: (parcel: Parcel) => void;
  onClose: () => void;
}

export default function Recorder({ onSend, onClose }: RecorderProps) {
  const text = useText();
  const [heard, setHeard] = useState<Heard>({ ms: 0, level: 0 });
  const [isRefused, setIsRefused] = useState(false);
  const recording = useRef<Recording>(undefined);
  const task = useTask();

  useEffect(() => {
    let isOver = false;
    Recording.start(setHeard).then(
      (started) => {
        if (isOver) started.stop();
        else recording.current = started;
      },
      () => setIsRefused(true),
    );
    return () => {
      isOver = true;
      recording.current?.stop();
      recording.current = undefined;
    };
  }, []);

  const send = async () => {
    const parcel = await recording.current?.parcel();
    if (parcel) onSend(parcel);
    onClose();
  };
  return (
    <div className={styles.recorder} role="group" aria-label={text.say("media-voice")}>
      <Button look="icon" aria-label={text.say("common-cancel")} onPress={onClose}>
        <Icon name="delete" size={19} />
      </Button>
      {isRefused ? (
        <p className={styles.refused} role="alert">
          {text.say("media-microphone")}
        </p>
      ) : (
        <>
          <span className={styles.dot} aria-hidden="true" />
          <span className={styles.time} role="timer" aria-label={text.say("media-recording")}>
            {lasting(heard.ms, (value) => text.number(value))}
          </span>
          <meter className={styles.level} value={heard.level} aria-hidden="true" />
          <Button
            look="icon"
            className={styles.send ?? ""}
            aria-label={text.say("rooms-send")}
            isBusy={task.isBusy}
            autoFocus
            onPress={() => task.run(send)}
          >
            {!task.isBusy && <Icon name="send" size={19} />}
          </Button>
        </>
      )}
    </div>
  );
}
