// A community: what it is, and its rooms to open and to come into.

import { Suspense, useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { BackButton } from "../../../kit/BackButton.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { later } from "../../../kit/later.ts";
import type { Member } from "../../../matrix/member.ts";
import type { Space } from "../../../matrix/spaces.ts";
import { useText } from "../../../text/text.tsx";
import { usePanels } from "../../rooms/panel.ts";
import { linked } from "../../rooms/rich.tsx";
import { RoomDialog } from "../../rooms/views/Dialogs.tsx";
import LeaveDialog from "../../rooms/views/LeaveDialog.tsx";
import { AddDialog } from "./AddDialog.tsx";
import styles from "./Home.module.css";
import { SpaceRooms } from "./SpaceRooms.tsx";

const InviteDialog = later(() => import("../../invites/views/Invite.tsx"));
const AboutPanel = later(() => import("../../about/member.tsx"));

export interface HomeProps {
  member: Member;
  space: Space;
  onOpen: (roomId: string) => void;
  onBack: () => void;
}

export default function Home({ member, space, onOpen, onBack }: HomeProps) {
  const text = useText();
  const panels = usePanels();
  const { panel } = panels;
  const [asks, setAsks] = useState<"invite" | "leave" | "room" | "add">();
  const closeDialog = () => setAsks(undefined);
  return (
    <>
      <section className={styles.home} aria-label={space.name}>
        <header className={styles.head}>
          <BackButton className={styles.back} label={text.say("rooms-back")} onPress={onBack} />
          <Avatar id={space.id} name={space.name} picture={space.picture} size="l" isSquare />
          <div className={styles.title}>
            <h1>
              <bdi>{space.name}</bdi>
            </h1>
            <p className="quiet">{text.say("rooms-members", { count: space.memberCount })}</p>
          </div>
        </header>
        {space.topic && (
          <p className={styles.about} dir="auto" data-content="">
            {linked(space.topic)}
          </p>
        )}
        <div className="buttons">
          <Button onPress={() => setAsks("invite")}>
            <Icon name="invite" /> {text.say("rooms-invite")}
          </Button>
          {space.mayAdd && (
            <>
              <Button onPress={() => setAsks("room")}>
                <Icon name="hash" /> {text.say("rooms-new-room")}
              </Button>
              <Button onPress={() => setAsks("add")}>
                <Icon name="new" /> {text.say("spaces-add")}
              </Button>
            </>
          )}
          <Button onPress={() => panels.open("about")}>
            <Icon name="info" /> {text.say("spaces-about")}
          </Button>
        </div>
        <SpaceRooms member={member} space={space} onOpen={onOpen} />
      </section>
      <Suspense>
        {panel && (
          <AboutPanel
            member={member}
            room={space}
            panels={{ ...panels, panel }}
            onInvite={() => setAsks("invite")}
            onLeave={() => setAsks("leave")}
            onOpen={onOpen}
          />
        )}
        {asks === "invite" && <InviteDialog member={member} room={space} onClose={closeDialog} />}
      </Suspense>
      {asks === "leave" && (
        <LeaveDialog
          member={member}
          room={space}
          words={text.say("spaces-leave")}
          onLeft={onBack}
          onClose={closeDialog}
        />
      )}
      {asks === "room" && <RoomDialog member={member} space={space} onOpen={onOpen} onClose={closeDialog} />}
      {asks === "add" && <AddDialog member={member} space={space} onClose={closeDialog} />}
    </>
  );
}
