// A room that a link leads to and the member is not in: what can be known of it from outside, and the way in.

import { useCallback, useEffect, useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Middle } from "../../../kit/Middle.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { Spinner } from "../../../kit/Spinner.tsx";
import type { Member } from "../../../matrix/member.ts";
import { named } from "../../../matrix/names.ts";
import type { Notice as Happened } from "../../../matrix/types.ts";
import { codeOf } from "../../../signals/tell.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { isAsking, mayEnter, type Outside, outsidePath } from "../../invites/model.ts";

export interface DoorwayProps {
  member: Member;
  /** The room's id or address. */
  room: string;
  /** Whoever made an account to be here goes in without another question. */
  isEntered: boolean;
  onOpen: (roomId: string) => void;
  onBack: () => void;
}

export default function Doorway({ member, room, isEntered, onOpen, onBack }: DoorwayProps) {
  const text = useText();
  const { outside, removal, fault, load } = useOutside(member, room);
  const task = useTask();
  const known = typeof outside === "object" ? outside : undefined;
  const isIn = known?.membership === "join";
  const enter = () => task.run(() => member.actions.enter(room).then(onOpen), "enter");
  const ask = () => task.run(() => member.actions.ask(room).then(load), "ask");
  const enters = isEntered && known !== undefined && !isIn && mayEnter(known);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as soon as the room is known
  useEffect(() => {
    if (known && isIn) onOpen(known.room_id);
    else if (enters) enter();
  }, [isIn, enters]);
  if (fault || outside === "unknown") {
    return (
      <Middle>
        {!fault && <h1>{text.say("rooms-unknown-title")}</h1>}
        {fault && <Notice isWrong>{text.say(fault)}</Notice>}
        {!fault && (removal ? <Removal {...removal} /> : <p>{text.say("rooms-unknown")}</p>)}
        {fault && <Button onPress={load}>{text.say("rooms-retry")}</Button>}
        <Button onPress={onBack}>{text.say("rooms-back")}</Button>
      </Middle>
    );
  }
  if (!known || isIn) {
    return (
      <Middle isBusy>
        <Spinner />
      </Middle>
    );
  }
  const hasAsked = known.membership === "knock";
  const name = named(known.name, known.canonical_alias ?? "");
  return (
    <Middle backLabel={text.say("rooms-back")} onBack={onBack}>
      <Avatar id={known.room_id} name={name} picture={known.avatar_url} size="l" isSquare />
      <h1>
        <bdi>{name}</bdi>
      </h1>
      {known.canonical_alias && <bdi className="quiet">{known.canonical_alias}</bdi>}
      {known.topic && (
        <p dir="auto" data-content="">
          {known.topic}
        </p>
      )}
      <p className="quiet">{text.say("rooms-members", { count: known.num_joined_members })}</p>
      {removal && <Removal {...removal} />}
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
      {isAsking(known) && <p>{text.say(hasAsked ? "rooms-asked" : "about-entry-asking")}</p>}
      <div className="buttons">
        {mayEnter(known) && (
          <Button look="main" isBusy={task.what === "enter"} onPress={enter}>
            {text.say("rooms-accept")}
          </Button>
        )}
        {isAsking(known) && !hasAsked && (
          <Button look={mayEnter(known) ? "plain" : "main"} isBusy={task.what === "ask"} onPress={ask}>
            {text.say("rooms-ask")}
          </Button>
        )}
      </div>
    </Middle>
  );
}

/** To whoever did not leave by themselves. */
function Removal({ what, who, reason }: Happened) {
  const text = useText();
  const isBanned = what === "banned";
  return (
    <>
      <p>{text.say(isBanned ? "rooms-removed-banned" : "rooms-removed", { who: who.name })}</p>
      {reason && <p>{text.say("rooms-removed-why", { reason })}</p>}
      {isBanned && <p>{text.say("rooms-banned")}</p>}
    </>
  );
}

/** What the server tells of the room, and of how the reader left it; asked once more by `load`. */
function useOutside(member: Member, room: string) {
  const { fault, change } = useTask();
  const [told, setTold] = useState<{ outside: Outside | "unknown"; removal: Happened | undefined }>();
  const load = useCallback(() => {
    const ask = async () => {
      const known = await member.ask<Outside>(outsidePath(room)).catch(nothing);
      const isGone = known?.membership === undefined || ["leave", "ban"].includes(known.membership);
      const removal = isGone ? await member.people.removal(known?.room_id ?? room).catch(nothing) : undefined;
      setTold({ outside: known ?? "unknown", removal });
    };
    change(ask);
  }, [member, room, change]);
  useEffect(load, [load]);
  return { ...told, fault, load };
}

/** That nothing is told is said otherwise than that the server could not be asked. */
function nothing(error: unknown): undefined {
  if (!["missing", "forbidden", "input"].includes(codeOf(error))) throw error;
}
