// Asking people in: by their name, and into an open room by a link, as text and for a camera.

import { lazy, Suspense, useState } from "react";
import { CopyButton } from "../../../kit/CopyButton.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { Member } from "../../../matrix/member.ts";
import type { Person, Room } from "../../../matrix/types.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { Choosing } from "../../rooms/views/Dialogs.tsx";
import { linkTo } from "../model.ts";
import styles from "./Invite.module.css";

const QrCode = lazy(() => import("../../../kit/QrCode.tsx"));

export interface InviteProps {
  member: Member;
  room: Room;
  onClose: () => void;
}

export default function InviteDialog({ member, room, onClose }: InviteProps) {
  const text = useText();
  const task = useTask();
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
      {room.isOpen && <Link room={room} />}
    </Dialog>
  );
}

/** Whoever opens it sees what the room is, and is in it once they have signed in or made an account. */
function Link({ room }: { room: Room }) {
  const text = useText();
  const link = linkTo(location.origin, room.address ?? room.id);
  return (
    <div className={styles.link}>
      <bdi className={styles.address} data-content="">
        {link}
      </bdi>
      <CopyButton content={link} copied={text.say("keys-copied")} failed={text.say("common-copy-failed")}>
        {text.say("rooms-copy-link")}
      </CopyButton>
      <Suspense>
        <QrCode content={link} label={link} />
      </Suspense>
    </div>
  );
}
