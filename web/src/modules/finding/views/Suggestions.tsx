// Rooms for who does not know yet where to begin: the best first, each with what speaks for it and one press away.

import { Notice } from "../../../kit/Notice.tsx";
import type { Member } from "../../../matrix/member.ts";
import { named } from "../../../matrix/names.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { reason, type Suggested } from "../model.ts";
import { RoomEntry } from "./RoomEntry.tsx";
import styles from "./Suggestions.module.css";

/** More would have to be compared. */
const SHOWN = 5;

export interface SuggestionsProps {
  member: Member;
  rooms: readonly Suggested[];
  onOpen: (roomId: string) => void;
}

export default function Suggestions({ member, rooms, onOpen }: SuggestionsProps) {
  const text = useText();
  const task = useTask();
  return (
    <section className={styles.suggestions} aria-labelledby="suggestions">
      <h2 id="suggestions">{text.say("finding-suggested")}</h2>
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
      <ul className="plain">
        {rooms.slice(0, SHOWN).map((room) => {
          const { room_id: id, topic, avatar_url } = room;
          return (
            <li key={id}>
              <RoomEntry
                room={{
                  id,
                  name: named(room.name, id),
                  topic: topic ?? undefined,
                  picture: avatar_url ?? undefined,
                }}
                fact={text.say(...reason(room))}
                isBusy={task.what === id}
                onOpen={undefined}
                onJoin={() => task.run(() => member.actions.enter(id).then(onOpen), id)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
