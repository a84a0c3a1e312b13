// No room is open: where one can go from here.

import { Suspense, useEffect, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Flame } from "../../../kit/Flame.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { later } from "../../../kit/later.ts";
import { Middle } from "../../../kit/Middle.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useText } from "../../../text/text.tsx";
import type { Suggested } from "../../finding/model.ts";
import type { Beginning } from "../member.tsx";

const Suggestions = later(() => import("../../finding/views/Suggestions.tsx"));

export interface NothingProps {
  member: Member;
  hasRooms: boolean;
  onOpen: (roomId: string) => void;
  onBegin: (what: Beginning) => void;
}

export function Nothing({ member, hasRooms, onOpen, onBegin }: NothingProps) {
  const text = useText();
  const { suggested, isFirst } = useRooms(member, hasRooms);
  const title = hasRooms ? "rooms-none-open-title" : "rooms-none-title";
  const words = hasRooms ? "rooms-none-open" : isFirst ? "rooms-none-first" : "rooms-none";
  return (
    <Middle>
      <Flame size={56} />
      <h1>{text.say(title)}</h1>
      <p className="quiet">{text.say(words)}</p>
      <div className="buttons">
        <Button look="main" onPress={() => onBegin("person")}>
          <Icon name="message" /> {text.say("rooms-new-person")}
        </Button>
        <Button onPress={() => onBegin("find")}>
          <Icon name="search" /> {text.say("rooms-find")}
        </Button>
        <Button onPress={() => onBegin("invite")}>
          <Icon name="share" /> {text.say("rooms-invite")}
        </Button>
        {isFirst && (
          <Button onPress={() => onBegin("room")}>
            <Icon name="hash" /> {text.say("rooms-new-room")}
          </Button>
        )}
      </div>
      {suggested.length > 0 && (
        <Suspense>
          <Suggestions member={member} rooms={suggested} onOpen={onOpen} />
        </Suspense>
      )}
    </Middle>
  );
}

/** What the server suggests; and whether there is nothing at all that one could come into, so that somebody has to begin. */
function useRooms(member: Member, hasRooms: boolean) {
  const [suggested, setSuggested] = useState<readonly Suggested[]>([]);
  const [isFirst, setIsFirst] = useState(false);
  useEffect(() => {
    const look = async () => {
      const { rooms } = await member.ask<{ rooms: Suggested[] }>("/_hearth/rooms/suggested");
      setSuggested(rooms);
      const isEmpty = !hasRooms && rooms.length === 0 && (await member.actions.findRooms("")).length === 0;
      setIsFirst(isEmpty);
    };
    look().catch(() => undefined);
  }, [member, hasRooms]);
  return { suggested, isFirst };
}
