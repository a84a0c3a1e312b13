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

interface InviteLinkProps {
  member: Member;
  /** The room that it leads to, unless people come there by invitation alone; without one it leads to the community. */
  room?: Room;
}

export function InviteLink({ member, room }: InviteLinkProps) {
  const text = useText();
  const known = useRegistration(member);
  const [code, setCode] = useState<string>();
  const to = room && linked(room);
  if (!known) return null;
  if (known === "fault") return <Notice isWrong>{text.say("common-error-unreached")}</Notice>;
  const { registration, makesCodes } = known;
  const isClosed = registration === "closed";
  if (isClosed && !to) return room ? null : <p>{text.say("invites-closed-community")}</p>;
  const leads = room ? LEADS[room.entry] : "invites-link-community";
  return (
    <section className={styles.link} aria-labelledby="invite-link">
      <h3 id="invite-link">{text.say("invites-link")}</h3>
      <p className="quiet">{text.say(isClosed ? "invites-closed" : leads)}</p>
      {registration === "token" && (
        <p className="quiet" role="status">
          {code ? text.say("invites-token-made", { count: USES, days: DAYS }) : text.say("invites-token")}
        </p>
      )}
      {makesCodes && !code ? (
        <MakeCode member={member} onMade={setCode} />
      ) : (
        // Of a room that the link does not lead to, its name is not told either.
        <Address link={linkTo(location.origin, to, code)} title={to ? room.name : location.host} />
      )}
    </section>
  );
}

/** The link itself, and the ways to hand it on. */
function Address({ link, title }: { link: string; title: string }) {
  const text = useText();
  return (
    <>
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
    </>
  );
}

/** Where an account needs a code, those who run the server put one into the link, before anybody is given it. */
function MakeCode({ member, onMade }: { member: Member; onMade: (code: string) => void }) {
  const text = useText();
  const task = useTask();
  const make = () =>
    task.run(async () => {
      const body = { uses_allowed: USES, lives_ms: DAYS * DAY_MS };
      const path = "/_hearth/admin/registration_tokens";
      onMade((await member.ask<{ token: string }>(path, { method: "POST", body })).token);
    });
  return (
    <>
      <Button look="main" isBusy={task.isBusy} onPress={make}>
        <Icon name="key" /> {text.say("invites-token-make")}
      </Button>
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
    </>
  );
}

/** Who may make an account here, and whether the member puts codes into links. */
function useRegistration(member: Member) {
  const [known, setKnown] = useState<
    { registration: Community["registration"]; makesCodes: boolean } | "fault"
  >();
  useEffect(() => {
    const ask = async () => {
      const { registration } = await community();
      const makesCodes = registration === "token" && (await member.isAdministrator().catch(() => false));
      return { registration, makesCodes };
    };
    ask().then(setKnown, () => setKnown("fault"));
  }, [member]);
  return known;
}
