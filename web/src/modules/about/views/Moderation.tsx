// Somebody's role in a room, and asking them to leave it, with what follows from it said before.

import { type ReactNode, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Choice } from "../../../kit/Choice.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { About } from "../../../matrix/about.ts";
import type { Attendee } from "../../../matrix/details.ts";
import { useSignal } from "../../../matrix/react.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { ReasonDialog } from "../../people/views/ReasonDialog.tsx";
import { LEVELS, levelsFor, may, type Refused, refused, roleText } from "../model.ts";
import styles from "./About.module.css";

type Step = "remove" | "ban";

const STEPS = {
  remove: { title: "about-remove-title", words: "about-remove-words", button: "about-remove" },
  ban: { title: "about-ban-title", words: "about-ban-words", button: "about-ban" },
};

export function Moderation({ about, attendee, isMe }: { about: About; attendee: Attendee; isMe: boolean }) {
  const text = useText();
  const details = useSignal(about.details);
  const task = useTask("about-error-forbidden");
  const [step, setStep] = useState<Step>();
  const { id, name, level, membership } = attendee;
  const cannot = isMe ? undefined : refused(details, "remove", attendee);
  const canRaise = isMe ? may(details, "roles") && Number.isFinite(level) : may(details, "roles", attendee);
  const raise = (value: string) => task.change(() => about.raise(id, Number(value)));
  return (
    <section className={styles.block} aria-label={text.say("about-here")}>
      <h3>{text.say("about-here")}</h3>
      <div className={styles.line}>
        {canRaise && membership !== "ban" ? (
          <Choice
            label={text.say("about-role")}
            value={String(level)}
            onChange={raise}
            options={levelsFor(details, level).map((level) => ({
              value: String(level),
              label: text.say(...roleText(level)),
            }))}
          />
        ) : (
          <Pair name={text.say("about-role")}>
            {membership === "ban" ? text.say("about-banned") : text.say(...roleText(level))}
          </Pair>
        )}
      </div>
      {canRaise && isMe && level > LEVELS.member && <p className="quiet">{text.say("about-role-own")}</p>}
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
      {membership === "knock" && may(details, "invite") && (
        <Button look="main" isBusy={task.isBusy} onPress={() => task.run(() => about.invite(id))}>
          <Icon name="invite" /> {text.say("about-let-in")}
        </Button>
      )}
      {!isMe && membership !== "ban" && !cannot && (
        <div className="buttons">
          <Button onPress={() => setStep("remove")}>
            <Icon name="remove" /> {text.say("about-remove")}
          </Button>
          {may(details, "ban", attendee) && (
            <Button look="danger" onPress={() => setStep("ban")}>
              <Icon name="ban" /> {text.say("about-ban")}
            </Button>
          )}
        </div>
      )}
      {!isMe && membership === "ban" && may(details, "ban") && (
        <Button isBusy={task.isBusy} onPress={() => task.run(() => about.unban(id))}>
          {text.say("about-unban")}
        </Button>
      )}
      {cannot && membership !== "ban" && <Why cannot={cannot} name={name} />}
      {step && (
        <ReasonDialog
          title={text.say(STEPS[step].title, { name })}
          words={text.say(STEPS[step].words, { name })}
          button={text.say(STEPS[step].button)}
          forbidden="about-error-forbidden"
          onDo={(reason) => about[step](id, reason).then(() => setStep(undefined))}
          onClose={() => setStep(undefined)}
        />
      )}
    </section>
  );
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <span className="quiet">{name}</span>
      <span>{children}</span>
    </>
  );
}

/** Why something is not offered. */
function Why({ cannot, name }: { cannot: Refused; name: string }) {
  const text = useText();
  const words =
    cannot.why === "rank"
      ? text.say("about-refused-rank", { name })
      : text.say("about-refused-level", { role: text.say(...roleText(cannot.level)) });
  return <p className="quiet">{words}</p>;
}
