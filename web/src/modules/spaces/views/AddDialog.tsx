// Puts rooms in which the member is into a community.

import { useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Entry } from "../../../kit/Entry.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { Search } from "../../../kit/Search.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useSignal } from "../../../matrix/react.ts";
import type { Space } from "../../../matrix/spaces.ts";
import type { Room } from "../../../matrix/types.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import styles from "../../rooms/views/Dialogs.module.css";
import { addable } from "../model.ts";

export interface AddProps {
  member: Member;
  space: Space;
  onClose: () => void;
}

export function AddDialog({ member, space, onClose }: AddProps) {
  const text = useText();
  const task = useTask("about-error-forbidden");
  const rooms = useSignal(member.rooms);
  const [words, setWords] = useState("");
  const [added, setAdded] = useState<readonly Room[]>([]);
  // Those that are added now stay in the list, where one is.
  const [had] = useState(space.own);
  const shown = addable(rooms, had, words);
  const add = (room: Room) =>
    task.run(() =>
      member.actions.putInto(space.id, room.id).then(() => setAdded((added) => [...added, room])),
    );
  return (
    <Dialog
      title={text.say("spaces-add-to", { space: space.name })}
      closeLabel={text.say("common-close")}
      onClose={onClose}
    >
      <div className={styles.form}>
        {added.length > 0 && (
          <Notice>{text.say("spaces-added", { rooms: text.list(added.map(({ name }) => name)) })}</Notice>
        )}
        <Search label={text.say("spaces-add-search")} value={words} onChange={setWords} isFirst />
        {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
      </div>
      <ul className={`plain ${styles.list}`}>
        {shown.map((room) => {
          const isIn = added.some(({ id }) => id === room.id);
          return (
            <li key={room.id}>
              <Entry
                avatar={<Avatar id={room.face} name={room.name} picture={room.picture} isSquare />}
                name={room.name}
                end={<Icon name={isIn ? "check" : "new"} />}
                isBusy={isIn || task.isBusy}
                onPress={() => isIn || add(room)}
              />
            </li>
          );
        })}
      </ul>
      <p className="quiet">{text.say(shown.length === 0 ? "spaces-add-nothing" : "spaces-add-words")}</p>
    </Dialog>
  );
}
