// Takes a room out of a community, once it is said what follows from that.

import type { Member } from "../../../matrix/member.ts";
import type { Inside, Space } from "../../../matrix/spaces.ts";
import { useText } from "../../../text/text.tsx";
import { AskDialog } from "../../rooms/views/AskDialog.tsx";

export interface TakeOutProps {
  member: Member;
  space: Space;
  room: Inside;
  onClose: () => void;
}

export function TakeOutDialog({ member, space, room, onClose }: TakeOutProps) {
  const text = useText();
  return (
    <AskDialog
      title={text.say("spaces-take-title", { room: room.name, space: space.name })}
      words={text.say("spaces-take-words")}
      button={text.say("spaces-take")}
      refused="about-error-forbidden"
      onDo={() => member.actions.takeOutOf(space.id, room.id).then(onClose)}
      onClose={onClose}
    />
  );
}
