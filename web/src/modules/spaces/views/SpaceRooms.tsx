// The rooms of a community, to open and to come into, and to take out of it for who may.

import { useEffect, useMemo, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useSignal } from "../../../matrix/react.ts";
import { type Inside, roomsIn, type Space } from "../../../matrix/spaces.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { RoomEntry } from "../../finding/views/RoomEntry.tsx";
import { merged } from "../model.ts";
import styles from "./Home.module.css";
import { TakeOutDialog } from "./TakeOutDialog.tsx";

/** A space with more rooms than these pages have is read no further. */
const PAGES = 10;

export interface SpaceRoomsProps {
  member: Member;
  space: Space;
  onOpen: (roomId: string) => void;
}

export function SpaceRooms({ member, space, onOpen }: SpaceRoomsProps) {
  const text = useText();
  const task = useTask();
  const own = useSignal(member.rooms);
  const spaces = useSignal(member.spaces);
  const { rooms, isFaulty } = useRooms(member, space);
  const [leaving, setLeaving] = useState<Inside>();
  const joined = useMemo(
    () => new Set([...own.filter(({ membership }) => membership === "join"), ...spaces].map(({ id }) => id)),
    [own, spaces],
  );
  return (
    <div className={styles.rooms}>
      <h2>{text.say("rooms-section-rooms")}</h2>
      {(task.fault || isFaulty) && (
        <Notice isWrong>{text.say(task.fault ?? "common-error-unreached")}</Notice>
      )}
      {rooms?.length === 0 && <p className="quiet">{text.say("spaces-empty")}</p>}
      <ul className="plain">
        {rooms?.map((room) => (
          <li key={room.id} className={styles.room}>
            <RoomEntry
              room={room}
              fact={text.say("rooms-members", { count: room.memberCount })}
              isBusy={task.what === room.id}
              onOpen={joined.has(room.id) ? () => onOpen(room.id) : undefined}
              onJoin={() => task.run(() => member.actions.enter(room.id).then(onOpen), room.id)}
            />
            {space.mayAdd && space.own.has(room.id) && (
              <Button
                look="icon"
                aria-label={text.say("spaces-take-room", { room: room.name })}
                onPress={() => setLeaving(room)}
              >
                <Icon name="close" size={16} />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {leaving && (
        <TakeOutDialog member={member} space={space} room={leaving} onClose={() => setLeaving(undefined)} />
      )}
    </div>
  );
}

/** The rooms of a space, page by page up to a bound; read again when something is added or taken out. */
function useRooms(member: Member, space: Space) {
  const [rooms, setRooms] = useState<readonly Inside[]>();
  const [isFaulty, setIsFaulty] = useState(false);
  const { id } = space;
  const contents = [...space.rooms].join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in the space decides what is read
  useEffect(() => {
    let isWanted = true;
    setIsFaulty(false);
    const load = async () => {
      let found: Inside[] = [];
      let next: string | undefined;
      for (let page = 0; isWanted && page < PAGES && (page === 0 || next); page += 1) {
        const read = await roomsIn(member.client, id, next);
        found = merged(found, read.rooms);
        next = read.next;
        if (isWanted) setRooms(found);
      }
    };
    load().catch(() => isWanted && setIsFaulty(true));
    return () => {
      isWanted = false;
    };
  }, [member, id, contents]);
  return { rooms, isFaulty };
}
