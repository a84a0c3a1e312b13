// Beside a conversation: the list of its threads, or one of them.

import { useLocation } from "wouter";
import { Panel } from "../../kit/Panel.tsx";
import type { Member } from "../../matrix/member.ts";
import type { Room } from "../../matrix/types.ts";
import { useText } from "../../text/text.tsx";
import { hrefOf, isOfAll, type Place, threadsDeep } from "../rooms/places.ts";
import { List } from "./views/List.tsx";
import { One } from "./views/One.tsx";

export interface ThreadsProps {
  member: Member;
  room: Room;
  place: Place;
}

export default function Threads({ member, room, place }: ThreadsProps) {
  const text = useText();
  const [, go] = useLocation();
  const root = typeof place.threads === "object" ? place.threads.root : undefined;
  const close = () => {
    const depth = threadsDeep();
    if (depth > 0) history.go(-depth);
    else go(hrefOf(room.id), { replace: true });
  };
  const toAll = () =>
    isOfAll()
      ? history.back()
      : go(hrefOf(room.id, { threads: "all" }), { replace: true, state: history.state });
  return (
    <Panel
      title={text.say(root ? "threads-one" : "threads-title")}
      closeLabel={text.say("threads-close")}
      onClose={close}
      backLabel={text.say("threads-all")}
      onBack={root ? toAll : undefined}
    >
      {root ? (
        <One key={root} {...{ member, room, root }} event={place.event} />
      ) : (
        <List key={room.id} {...{ member, room }} />
      )}
    </Panel>
  );
}
