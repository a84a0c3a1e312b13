// Rooms for who does not know yet where to begin: the best first, each with what speaks for it and one press away.

import { useEffect, useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Entry } from "../../../kit/Entry.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { Member } from "../../../matrix/member.ts";
import { named } from "../../../matrix/names.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { reason, type Suggested } from "../model.ts";
import styles from "./Suggestions.module.css";

/** More would have to be compared. */
const SHOWN = 5;

export default function Suggestions({
  member,
  onOpen,
}: {
  member: Member;
  onOpen: (roomId: string) => void;
}) {
  const text = useText();
  const task = useTask();
  const [rooms, setRooms] = useState<readonly Suggested[]>([]);
  useEffect(() => {
    member.ask<{ rooms: Suggested[] }>("/_hearth/rooms/suggested").then(
      ({ rooms }) => setRooms(rooms.slice(0, SHOWN)),
      () => undefined,
    );
  }, [member]);
  if (rooms.length === 0) return null;
  return (
    <section className={styles.suggestions} aria-labelledby="suggestions">
      <h2 id="suggestions">{text.say("finding-suggested")}</h2>
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
      <ul className="plain">
        {rooms.map((room) => {
          const name = named(room.name, room.room_id);
          return (
            <li key={room.room_id}>
              <Entry
                avatar={
                  <Avatar id={room.room_id} name={name} picture={room.avatar_url ?? undefined} isSquare />
                }
                name={name}
                nameId={`suggested-${room.room_id}`}
                end={
                  <Button
                    aria-describedby={`suggested-${room.room_id}`}
                    isBusy={task.what === room.room_id}
                    onPress={() =>
                      task.run(() => member.actions.enter(room.room_id).then(onOpen), room.room_id)
                    }
                  >
                    {text.say("rooms-accept")}
                  </Button>
                }
              >
                {room.topic && (
                  <span dir="auto" data-content="">
                    {room.topic}
                  </span>
                )}
                <span className="quiet">{text.say(...reason(room))}</span>
              </Entry>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
