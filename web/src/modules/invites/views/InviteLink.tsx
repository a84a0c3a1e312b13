// A link that asks people in: as text, for the system's own sharing, and for a camera; with a code where accounts need one.

import { Suspense, useEffect, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { CopyButton } from "../../../kit/CopyButton.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { later } from "../../../kit/later.ts";
import { Notice } from "../../../kit/Notice.tsx";
import type { Member } from "../../../matrix/member.ts";
import type { Room } from "../../../matrix/types.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { type Community, community } from "../../accounts/model.ts";
import { linked, linkTo } from "../model.ts";
import styles from "./Invite.module.css";

const QrCode = later(() => import("../../../kit/QrCode.tsx"));

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long a code is good, and for how many people. */
const DAYS = 7;
const USES = 10;

const LEADS = {
  anybody: "invites-link-open",
  asking: "invites-link-asking",
  "members-of": "invites-link-closed",
  invited: "invites-link-closed",
};

export function InviteLink({ member, room }: { member: Member; room: Room }) {
  const text = useText();
  const registration = useRegistration();
  const [code, setCode] = useState<string>();
  const to = linked(room);
  const link = linkTo(location.origin, to, code);
  // Of a room that the link does not lead to, its name is not told either.
  const title = to ? room.name : location.host;
  if (!registration || (registration === "closed" && !to)) return null;
  return (
    <section className={styles.link} aria-labelledby="invite-link">
      <h3 id="invite-link">{text.say("invites-link")}</h3>
      <p className="quiet">{text.say(LEADS[room.entry])}</p>
      {registration === "closed" && <p className="quiet">{text.say("invites-closed")}</p>}
      {registration === "token" && <Code member={member} isMade={code !== undefined} onMade={setCode} />}
      <bdi className={styles.address} data-content="">
        {link}
      </bdi>
      <div className="buttons">
        <CopyButton content={link} copied={text.say("keys-copied")} failed={text.say("common-copy-failed")}>
          {text.say("rooms-copy-link")}
        </CopyButton>
        {"share" in navigator && (
          <Button onPress={() => void navigator.share({ title, url: link }).catch(() => undefined)}>
            <Icon name="share" /> {text.say("invites-share")}
          </Button>
        )}
      </div>
      <Suspense>
        <QrCode content={link} label={text.say("invites-code-label", { link })} />
      </Suspense>
    </section>
  );
}

interface CodeProps {
  member: Member;
  isMade: boolean;
  onMade: (code: string) => void;
}

/** That the link needs a code, which only those who run the server can put into it. */
function Code({ member, isMade, onMade }: CodeProps) {
  const text = useText();
  const task = useTask();
  const [mayMake, setMayMake] = useState(false);
  useEffect(() => {
    member.isAdministrator().then(setMayMake, () => setMayMake(false));
  }, [member]);
  const make = () =>
    task.run(async () => {
      const body = { uses_allowed: USES, lives_ms: DAYS * DAY_MS };
      const path = "/_hearth/admin/registration_tokens";
      onMade((await member.ask<{ token: string }>(path, { method: "POST", body })).token);
    });
  return (
    <>
      <p className="quiet" role="status">
        {isMade ? text.say("invites-token-made", { count: USES, days: DAYS }) : text.say("invites-token")}
      </p>
      {mayMake && !isMade && (
        <Button isBusy={task.isBusy} onPress={make}>
          <Icon name="key" /> {text.say("invites-token-make")}
        </Button>
      )}
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
    </>
  );
}

function useRegistration(): Community["registration"] | undefined {
  const [found, setFound] = useState<Community["registration"]>();
  // Of a community that could not be asked nothing is known.
  useEffect(() => {
    community().then(
      ({ registration }) => setFound(registration),
      () => setFound(undefined),
    );
  }, []);
  return found;
}
