// Leaving a room.

import type { Member } from "../../../matrix/member.ts";
import type { Room } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import { AskDialog } from "./AskDialog.tsx";

interface Leaving {
  member: Member;
  room: Room;
  /** What follows, where that is not what follows from leaving a room. */
  words?: string;
  onLeft: () => void;
  onClose: () => void;
}

/** Leaving is asked about once more, since there may be no way back. */
export default function LeaveDialog({ member, room, words, onLeft, onClose }: Leaving) {
  const text = useText();
  return (
    <AskDialog
      title={text.say("rooms-leave-title", { room: room.name })}
      words={words ?? text.say(room.entry === "anybody" ? "rooms-leave-open" : "rooms-leave-closed")}
      button={text.say("rooms-leave")}
      onDo={() => member.actions.leave(room.id).then(onLeft)}
      onClose={onClose}
    />
  );
}
