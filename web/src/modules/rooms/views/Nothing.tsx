// No room is open: where one can go from here.

import type { ReactNode } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Flame } from "../../../kit/Flame.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Middle } from "../../../kit/Middle.tsx";
import { useText } from "../../../text/text.tsx";
import type { Beginning } from "../member.tsx";

export interface NothingProps {
  hasRooms: boolean;
  /** Rooms to come into. */
  children: ReactNode;
  onBegin: (what: Beginning) => void;
}

export function Nothing({ hasRooms, onBegin, children }: NothingProps) {
  const text = useText();
  const title = hasRooms ? "rooms-none-open-title" : "rooms-none-title";
  const words = hasRooms ? "rooms-none-open" : "rooms-none";
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
      </div>
      {children}
    </Middle>
  );
}
