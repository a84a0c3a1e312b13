// What stands above the list: whose server this is, what can be begun, and the member's own account.

import { memo } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Flame } from "../../../kit/Flame.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Menu } from "../../../kit/Menu.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useSignal } from "../../../matrix/react.ts";
import { useText } from "../../../text/text.tsx";
import type { Beginning } from "../member.tsx";
import styles from "./Head.module.css";

export interface HeadProps {
  member: Member;
  onSettings: () => void;
  onBegin: (what: Beginning) => void;
  onSignOut: () => void;
}

/** The same whichever room is open. */
export const Head = memo(function Head({ member, onSettings, onBegin, onSignOut }: HeadProps) {
  const text = useText();
  const profile = useSignal(member.profile);
  return (
    <header className={styles.head}>
      <h1 className={styles.brand}>
        <Flame size={22} />
        <bdi>{member.server}</bdi>
      </h1>
      <Menu
        label={text.say("rooms-new")}
        choices={[
          {
            id: "person",
            icon: "message",
            label: text.say("rooms-new-person"),
            onChoose: () => onBegin("person"),
          },
          { id: "room", icon: "hash", label: text.say("rooms-new-room"), onChoose: () => onBegin("room") },
          {
            id: "space",
            icon: "people",
            label: text.say("spaces-new"),
            onChoose: () => onBegin("space"),
          },
          { id: "find", icon: "search", label: text.say("rooms-find"), onChoose: () => onBegin("find") },
          { id: "invite", icon: "share", label: text.say("rooms-invite"), onChoose: () => onBegin("invite") },
        ]}
      >
        <Icon name="new" size={20} />
      </Menu>
      <Menu
        label={text.say("rooms-account", { user: member.id })}
        choices={[
          {
            id: "settings",
            icon: "settings",
            label: text.say("accounts-settings"),
            onChoose: onSettings,
          },
          {
            id: "device",
            icon: "device",
            label: text.say("devices-add"),
            onChoose: () => onBegin("device"),
          },
          { id: "out", icon: "sign-out", label: text.say("accounts-out"), onChoose: onSignOut },
        ]}
      >
        <Avatar id={profile.id} name={profile.name} picture={profile.picture} />
      </Menu>
    </header>
  );
});
