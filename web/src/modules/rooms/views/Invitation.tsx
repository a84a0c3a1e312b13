// Asked into a room: who asks, and yes or no.

import { Avatar } from "../../../kit/Avatar.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Middle } from "../../../kit/Middle.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { Member } from "../../../matrix/member.ts";
import type { Room } from "../../../matrix/types.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";

export interface InvitationProps {
  member: Member;
  room: Room;
  onBack: () => void;
  onLeft: () => void;
}

export function Invitation({ member, room, onBack, onLeft }: InvitationProps) {
  const text = useText();
  const task = useTask();
  const name = room.invitedBy?.name ?? "";
  return (
    <Middle backLabel={text.say("rooms-back")} onBack={onBack}>
      <Avatar id={room.face} name={room.name} picture={room.picture} size="l" isSquare={!room.isDirect} />
      <h1>
        <bdi>{room.name}</bdi>
      </h1>
      <p>{text.say(room.isDirect ? "rooms-invitation-direct" : "rooms-invitation", { name })}</p>
      <bdi className="quiet">{room.invitedBy?.id}</bdi>
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
      <div className="buttons">
        <Button
          look="main"
          isBusy={task.what === "join"}
          onPress={() => task.run(() => member.actions.join(room.id), "join")}
        >
          {text.say("rooms-accept")}
        </Button>
        <Button
          isBusy={task.what === "leave"}
          onPress={() => task.run(() => member.actions.leave(room.id).then(onLeft), "leave")}
        >
          {text.say("rooms-decline")}
        </Button>
      </div>
    </Middle>
  );
}
