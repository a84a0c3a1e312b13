// What a room is, in plain words: what it is for, who may come in, who may read, and what one hears of it.

import { useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Choice } from "../../../kit/Choice.tsx";
import { Entry } from "../../../kit/Entry.tsx";
import { Face } from "../../../kit/Face.tsx";
import { Icon, type IconName } from "../../../kit/Icon.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { About } from "../../../matrix/about.ts";
import type { Calls } from "../../../matrix/details.ts";
import { useSignal } from "../../../matrix/react.ts";
import type { Room } from "../../../matrix/types.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { ReportDialog } from "../../people/views/ReportDialog.tsx";
import type { PanelName } from "../../rooms/panel.ts";
import { linked } from "../../rooms/rich.tsx";
import styles from "./About.module.css";

const ENTRY = {
  anybody: "about-entry-anybody",
  asking: "about-entry-asking",
  "members-of": "about-entry-members-of",
  invited: "about-entry-invited",
};

const HISTORY = {
  world: "about-history-world",
  beginning: "about-history-beginning",
  invitation: "about-history-invitation",
  joining: "about-history-joining",
};

export interface OverviewProps {
  about: About;
  room: Room;
  onPanel: (panel: PanelName) => void;
  onInvite: () => void;
  onLeave: () => void;
}

export function Overview({ about, room, onPanel, onInvite, onLeave }: OverviewProps) {
  const text = useText();
  const details = useSignal(about.details);
  const task = useTask();
  const [isReporting, setIsReporting] = useState(false);
  const { isSpace } = details;
  const entry: [IconName, string] = ["people", ENTRY[details.entry]];
  const facts: [IconName, string][] = [
    ["lock", details.isEncrypted ? "about-encrypted" : "about-not-encrypted"],
    entry,
    ["history", HISTORY[details.history]],
  ];
  return (
    <>
      <Face
        avatar={
          <Avatar id={room.face} name={room.name} picture={room.picture} size="l" isSquare={!room.isDirect} />
        }
        name={room.name}
      >
        {details.address && <bdi className="quiet">{details.address}</bdi>}
        {details.topic && (
          <p className={styles.topic} dir="auto" data-content="">
            {linked(details.topic)}
          </p>
        )}
      </Face>
      <ul className={`plain quiet ${styles.facts}`}>
        {(isSpace ? [entry] : facts).map(([icon, key]) => (
          <li key={key}>
            <Icon name={icon} size={16} /> <span>{text.say(key)}</span>
          </li>
        ))}
      </ul>
      <nav className={styles.ways} aria-label={text.say("about-ways")}>
        <Way
          icon="people"
          name={text.say("rooms-members", { count: details.memberCount })}
          onPress={() => onPanel("members")}
        />
        <Way icon="invite" name={text.say("rooms-invite")} onPress={onInvite} />
        <Way
          icon="settings"
          name={text.say(isSpace ? "spaces-settings" : "about-settings")}
          onPress={() => onPanel("settings")}
        />
      </nav>
      <div className={styles.block}>
        <div className={styles.line}>
          <Choice
            label={text.say("about-calls")}
            value={details.calls}
            onChange={(calls) => task.change(() => about.call(calls as Calls))}
            options={[
              { value: "all", label: text.say("about-calls-all") },
              { value: "mentions", label: text.say("about-calls-mentions") },
              { value: "none", label: text.say("about-calls-none") },
            ]}
          />
        </div>
        {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
      </div>
      <div className={styles.block}>
        <Button look="quiet" onPress={() => setIsReporting(true)}>
          <Icon name="flag" /> {text.say(isSpace ? "people-report-space" : "people-report-room")}
        </Button>
        <Button look="danger" onPress={onLeave}>
          <Icon name="sign-out" /> {text.say("rooms-leave")}
        </Button>
      </div>
      {isReporting && (
        <ReportDialog
          what={isSpace ? "space" : "room"}
          onReport={(reason) => about.report(reason)}
          onClose={() => setIsReporting(false)}
        />
      )}
    </>
  );
}

interface WayProps {
  icon: IconName;
  name: string;
  onPress: () => void;
}

/** A line that leads further. */
function Way({ icon, ...props }: WayProps) {
  return <Entry avatar={<Icon name={icon} />} end={<Icon name="next" size={16} />} {...props} />;
}
