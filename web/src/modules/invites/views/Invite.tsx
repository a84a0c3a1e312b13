// Asking people in: by their name, and by a link.

import { useState } from "react";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { Member } from "../../../matrix/member.ts";
import type { Person, Room } from "../../../matrix/types.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { Choosing } from "../../rooms/views/Dialogs.tsx";
import { InviteLink } from "./InviteLink.tsx";

export interface InviteProps {
  member: Member;
  room: Room;
  onClose: () => void;
}

export default function InviteDialog({ member, room, onClose }: InviteProps) {
  const text = useText();
  const task = useTask("about-error-forbidden");
  const [asked, setAsked] = useState<readonly Person[]>([]);
  const invite = (person: Person) =>
    task.run(() => member.actions.invite(room.id, person.id).then(() => setAsked([...asked, person])));
  return (
    <Dialog
      title={text.say("rooms-invite-to", { room: room.name })}
      closeLabel={text.say("common-close")}
      onClose={onClose}
    >
      {asked.length > 0 && (
        <Notice>{text.say("rooms-invited", { names: text.list(asked.map(({ name }) => name)) })}</Notice>
      )}
      <Choosing member={member} isBusy={task.isBusy} fault={task.fault} onChoose={invite} />
      {!room.isDirect && <InviteLink member={member} room={room} />}
    </Dialog>
  );
}
