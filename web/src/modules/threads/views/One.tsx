// One thread: the message that it begins with, what was said about it, and where one writes.

import { useEffect, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Spinner } from "../../../kit/Spinner.tsx";
import type { Member } from "../../../matrix/member.ts";
import type { Timeline } from "../../../matrix/timeline.ts";
import type { Room } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import { Talk } from "../../rooms/views/Talk.tsx";
import styles from "./views.module.css";

export interface OneProps {
  member: Member;
  room: Room;
  root: string;
  /** The message in it that a link leads to. */
  event: string | undefined;
}

export function One({ member, room, root, event }: OneProps) {
  const text = useText();
  const [found, setFound] = useState<Timeline | "missing">();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let isLeft = false;
    void member.thread(room.id, root).then((timeline) => isLeft || setFound(timeline ?? "missing"));
    return () => {
      isLeft = true;
    };
  }, [member, room.id, root, attempt]);
  useEffect(() => (found && found !== "missing" ? found.open() : undefined), [found]);
  if (found === undefined) {
    return (
      <p className={styles.middle} role="status">
        <Spinner /> {text.say("threads-fetching")}
      </p>
    );
  }
  if (found === "missing") {
    return (
      <div className={styles.middle} role="alert">
        <p>{text.say("threads-missing")}</p>
        <Button onPress={() => setAttempt(attempt + 1)}>{text.say("rooms-retry")}</Button>
      </div>
    );
  }
  return <Talk {...{ timeline: found, room, member, event, root }} />;
}
