// Asked into a room: who asks, and yes or no.

import { Suspense, useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { later } from "../../../kit/later.ts";
import { Middle } from "../../../kit/Middle.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { Member } from "../../../matrix/member.ts";
import type { Room } from "../../../matrix/types.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";

const ReportDialog = later(() =>
  import("../../people/views/ReportDialog.tsx").then(({ ReportDialog }) => ({ default: ReportDialog })),
);

export interface InvitationProps {
  member: Member;
  room: Room;
  onBack: () => void;
  onLeft: () => void;
}

export function Invitation({ member, room, onBack, onLeft }: InvitationProps) {
  const text = useText();
  const task = useTask();
  const [isReporting, setIsReporting] = useState(false);
  const { invitedBy: inviter } = room;
  const name = inviter?.name ?? "";
  const refuse = async () => {
    if (inviter) await member.people.ignore(inviter.id, true);
    await member.actions.leave(room.id);
    onLeft();
  };
  return (
    <Middle backLabel={text.say("rooms-back")} onBack={onBack}>
      <Avatar id={room.face} name={room.name} picture={room.picture} size="l" isSquare={!room.isDirect} />
      <h1>
        <bdi>{room.name}</bdi>
      </h1>
      <p>{text.say(room.isDirect ? "rooms-invitation-direct" : "rooms-invitation", { name })}</p>
      <bdi className="quiet">{inviter?.id}</bdi>
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
      {inviter && (
        <div className="buttons">
          <Button look="quiet" isBusy={task.what === "refuse"} onPress={() => task.run(refuse, "refuse")}>
            <Icon name="ban" /> {text.say("rooms-decline-ignore")}
          </Button>
          <Button look="quiet" onPress={() => setIsReporting(true)}>
            <Icon name="flag" /> {text.say("people-report")}
          </Button>
        </div>
      )}
      {inviter && isReporting && (
        <Suspense>
          <ReportDialog
            what="person"
            onReport={(reason) => member.people.report(inviter.id, reason)}
            onClose={() => setIsReporting(false)}
          />
        </Suspense>
      )}
    </Middle>
  );
}
