// The recovery key: offered once there is something to lose, asked for where older messages cannot be read yet.

import { type ReactNode, Suspense, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { later } from "../../../kit/later.ts";
import { Setting } from "../../../kit/Setting.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useSignal } from "../../../matrix/react.ts";
import { useText } from "../../../text/text.tsx";

const RecoveryDialog = later(() => import("./RecoveryDialog.tsx"));

/** When the offer was put away, for each state of the keys. */
const PUT_AWAY = "hearth.recovery-put-away";

/** It is made again after this time. */
const AGAIN_MS = 14 * 86_400_000;

/** The offer beside the rooms; what else is offered waits for it. */
export function RecoveryCard({ member, children }: { member: Member; children: ReactNode }) {
  const text = useText();
  const safety = useSignal(member.keys.safety);
  const hasSaid = useSignal(member.keys.hasSaid);
  const name = `${PUT_AWAY}-${safety}`;
  const [now, setNow] = useState(Date.now);
  const isAway = now - Number(localStorage.getItem(name)) < AGAIN_MS;
  const [isOpen, setIsOpen] = useState(false);
  const isOffered = safety === "elsewhere" || (safety === "here-only" && hasSaid);
  const putAway = () => {
    localStorage.setItem(name, String(Date.now()));
    setNow(Date.now());
  };
  const isMaking = safety !== "elsewhere";
  return (
    <>
      {isOffered && !isAway ? (
        <Card
          title={text.say(isMaking ? "keys-offer-title" : "keys-asked-title")}
          words={text.say(isMaking ? "keys-offer" : "keys-asked")}
          closeLabel={text.say("common-close")}
          onClose={putAway}
        >
          <Button look="quiet" onPress={() => setIsOpen(true)}>
            {text.say(isMaking ? "keys-offer-button" : "keys-asked-button")}
          </Button>
        </Card>
      ) : (
        children
      )}
      <Opened member={member} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}

/** The same in the settings, for who put it away or wants another. */
export function RecoverySetting({ member }: { member: Member }) {
  const text = useText();
  const safety = useSignal(member.keys.safety);
  const [isOpen, setIsOpen] = useState(false);
  if (safety === "unknown") return null;
  return (
    <Setting title={text.say("keys-recovery")} words={text.say(STATES[safety])}>
      <Button onPress={() => setIsOpen(true)}>{text.say(BUTTONS[safety])}</Button>
      <Opened member={member} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </Setting>
  );
}

const STATES = { safe: "keys-state-safe", "here-only": "keys-state-here", elsewhere: "keys-state-elsewhere" };

const BUTTONS = { safe: "keys-change", "here-only": "keys-offer-button", elsewhere: "keys-asked-button" };

interface OpenedProps {
  member: Member;
  isOpen: boolean;
  onClose: () => void;
}

/** What leads back to the keys, fetched when it is asked for. */
export function Opened({ member, isOpen, onClose }: OpenedProps) {
  return isOpen ? (
    <Suspense>
      <RecoveryDialog member={member} onClose={onClose} />
    </Suspense>
  ) : null;
}
