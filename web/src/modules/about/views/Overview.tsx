// What a room is, in plain words: what it is for, who may come in, who may read, and what one hears of it.

import { useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Choice } from "../../../kit/Choice.tsx";
import { Icon, type IconName } from "../../../kit/Icon.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { About, Calls } from "../../../matrix/about.ts";
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
  const facts: [IconName, string][] = [
    ["lock", details.isEncrypted ? "about-encrypted" : "about-not-encrypted"],
    ["people", ENTRY[details.entry]],
    ["history", HISTORY[details.history]],
  ];
  return (
    <>
      <div className={styles.face}>
        <Avatar id={room.face} name={room.name} picture={room.picture} size="l" isSquare={!room.isDirect} />
        <h3>
          <bdi>{room.name}</bdi>
        </h3>
        {details.address && <bdi className={styles.quiet}>{details.address}</bdi>}
        {details.topic && (
          <p className={styles.topic} dir="auto" data-content="">
            {linked(details.topic)}
          </p>
        )}
      </div>
      <ul className={styles.facts}>
        {facts.map(([icon, key]) => (
          <li key={key}>
            <Icon name={icon} size={16} /> <span>{text.say(key)}</span>
          </li>
        ))}
      </ul>
      <nav className={styles.ways} aria-label={text.say("about-ways")}>
        <Way icon="people" onPress={() => onPanel("members")}>
          {text.say("rooms-members", { count: details.memberCount })}
        </Way>
        <Way icon="invite" onPress={onInvite}>
          {text.say("rooms-invite")}
        </Way>
        <Way icon="settings" onPress={() => onPanel("settings")}>
          {text.say("about-settings")}
        </Way>
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
          <Icon name="flag" /> {text.say("people-report-room")}
        </Button>
        <Button look="danger" onPress={onLeave}>
          <Icon name="sign-out" /> {text.say("rooms-leave")}
        </Button>
      </div>
      {isReporting && (
        <ReportDialog
          what="room"
          onReport={(reason) => about.report(reason)}
          onClose={() => setIsReporting(false)}
        />
      )}
    </>
  );
}

interface WayProps {
  icon: IconName;
  onPress: () => void;
  children: string;
}

/** A line that leads further. */
function Way({ icon, onPress, children }: WayProps) {
  return (
    <button type="button" className={styles.way} onClick={onPress}>
      <Icon name={icon} />
      <span>{children}</span>
      <Icon name="next" size={16} />
    </button>
  );
}
