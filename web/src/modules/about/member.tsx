// What a member sees of a room beside its conversation: what it is, who is in it, one of them, and its settings.

import { useEffect, useMemo } from "react";
import { Panel } from "../../kit/Panel.tsx";
import { About } from "../../matrix/about.ts";
import type { Member } from "../../matrix/member.ts";
import { useSignal } from "../../matrix/react.ts";
import type { Room } from "../../matrix/types.ts";
import { useText } from "../../text/text.tsx";
import { Profile, type ProfileProps } from "../people/views/Profile.tsx";
import type { PanelName, Panels } from "../rooms/panel.ts";
import { Members } from "./views/Members.tsx";
import { Moderation } from "./views/Moderation.tsx";
import { Overview } from "./views/Overview.tsx";
import { Settings } from "./views/Settings.tsx";

export interface AboutPanelProps {
  member: Member;
  room: Room;
  panels: Panels & { panel: PanelName };
  onInvite: () => void;
  onLeave: () => void;
  onOpen: (roomId: string) => void;
}

export default function AboutPanel({ member, room, panels, onInvite, onLeave, onOpen }: AboutPanelProps) {
  const text = useText();
  const about = useMemo(() => About.of(member, room.id), [member, room.id]);
  useEffect(() => about?.watch(), [about]);
  const { panel, open, close, back } = panels;
  if (!about) return null;
  const isPerson = panel.startsWith("@");
  const { isSpace } = about.details.get();
  const titles = {
    about: isSpace ? "spaces-about" : "about-title",
    members: "about-members",
    settings: isSpace ? "spaces-settings" : "about-settings",
  };
  return (
    <Panel
      key={panel}
      title={text.say(isPerson ? "people-title" : titles[panel as keyof typeof titles])}
      closeLabel={text.say("common-close")}
      onClose={close}
      backLabel={text.say("about-back")}
      onBack={back}
    >
      {panel === "about" && (
        <Overview about={about} room={room} onPanel={open} onInvite={onInvite} onLeave={onLeave} />
      )}
      {panel === "members" && <Members about={about} onPanel={open} />}
      {panel === "settings" && <Settings about={about} room={room} />}
      {isPerson && <Seen key={panel} about={about} userId={panel} {...{ member, onOpen }} />}
    </Panel>
  );
}

/** A person, and what they are in this room. */
function Seen({ about, ...props }: Omit<ProfileProps, "children" | "seen"> & { about: About }) {
  const { member, userId } = props;
  const attendee = useSignal(about.people).find(({ id }) => id === userId);
  return (
    <Profile {...props} seen={attendee}>
      {attendee && <Moderation about={about} attendee={attendee} isMe={userId === member.id} />}
    </Profile>
  );
}
