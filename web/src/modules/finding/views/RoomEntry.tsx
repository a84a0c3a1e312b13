// A room in a list of rooms that are not all one's own: what it is, and the way in.

import { useId } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Entry } from "../../../kit/Entry.tsx";
import { useText } from "../../../text/text.tsx";

export interface RoomEntryProps {
  room: { id: string; name: string; topic?: string | undefined; picture?: string | undefined };
  /** What speaks for it. */
  fact: string;
  /** Opens it, for who is in it. */
  onOpen: (() => void) | undefined;
  onJoin: () => void;
  isBusy: boolean;
}

export function RoomEntry({
  room: { id, name, topic, picture },
  fact,
  onOpen,
  onJoin,
  isBusy,
}: RoomEntryProps) {
  const text = useText();
  const nameId = useId();
  const join = (
    <Button aria-describedby={nameId} isBusy={isBusy} onPress={onJoin}>
      {text.say("rooms-accept")}
    </Button>
  );
  return (
    <Entry
      avatar={<Avatar id={id} name={name} picture={picture} isSquare />}
      name={name}
      nameId={nameId}
      end={!onOpen && join}
      {...(onOpen && { onPress: onOpen })}
    >
      {topic && (
        <span dir="auto" data-content="">
          {topic}
        </span>
      )}
      <span className="quiet">{fact}</span>
    </Entry>
  );
}
