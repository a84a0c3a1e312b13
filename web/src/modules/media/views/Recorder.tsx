// A voice message while it is spoken, in place of the field.

import { type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import type { Parcel } from "../../../matrix/attachment.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { lasting } from "../model.ts";
import { type Heard, Recording } from "../recording.ts";
import styles from "./Recorder.module.css";

/** What is shorter was begun by mistake. */
const KEPT_MS = 1000;

export interface RecorderProps {
  onSend: (parcel: Parcel) => void;
  /** What was spoken until somebody went elsewhere. */
  onLeave: (file: File) => void;
  onClose: () => void;
}

export default function Recorder({ onSend, onLeave, onClose }: RecorderProps) {
  const text = useText();
  const [heard, setHeard] = useState<Heard>({ ms: 0, level: 0 });
  const [isRefused, setIsRefused] = useState(false);
  const recording = useRef<Recording>(undefined);
  const keep = useRef(onLeave);
  keep.current = onLeave;
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
      void taken(recording)
        ?.parcel()
        .then(({ blob, name, type, durationMs = 0 }) => {
          if (durationMs >= KEPT_MS) keep.current(new File([blob], name, { type }));
        });
    };
  }, []);

  const send = async () => {
    const parcel = await taken(recording)?.parcel();
    if (parcel) onSend(parcel);
    onClose();
  };
  const cancel = () => {
    taken(recording)?.stop();
    onClose();
  };
  return (
    <div className={styles.recorder} role="group" aria-label={text.say("media-voice")}>
      <Button look="icon" aria-label={text.say("common-cancel")} onPress={cancel}>
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

/** The recording, of which one alone decides what becomes of it. */
function taken(recording: RefObject<Recording | undefined>): Recording | undefined {
  const { current } = recording;
  recording.current = undefined;
  return current;
}
