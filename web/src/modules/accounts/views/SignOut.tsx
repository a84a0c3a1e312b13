// Asked before signing out where something would be lost with it.

import { Suspense, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { later } from "../../../kit/later.ts";
import type { Member } from "../../../matrix/member.ts";
import { useSignal } from "../../../matrix/react.ts";
import { useText } from "../../../text/text.tsx";
import styles from "./Settings.module.css";

const RecoveryDialog = later(() => import("../../keys/views/RecoveryDialog.tsx"));

export interface SignOutProps {
  member: Member;
  stake: Member["stake"];
  onSignOut: () => void;
  onClose: () => void;
}

export default function SignOut({ member, stake, onSignOut, onClose }: SignOutProps) {
  const text = useText();
  const safety = useSignal(member.keys.safety);
  const [isSecuring, setIsSecuring] = useState(false);
  const { hasKeys, unsent } = stake;
  if (isSecuring) {
    return (
      <Suspense>
        <RecoveryDialog member={member} onClose={onClose} />
      </Suspense>
    );
  }
  return (
    <Dialog title={text.say("accounts-out-title")} closeLabel={text.say("common-close")} onClose={onClose}>
      <div className={styles.form}>
        {hasKeys && <p>{text.say("accounts-out-keys")}</p>}
        {unsent > 0 && <p>{text.say("accounts-out-unsent", { count: unsent })}</p>}
        <div className="ends">
          <Button onPress={onClose}>{text.say("common-cancel")}</Button>
          <Button look="danger" onPress={onSignOut}>
            {text.say("accounts-out")}
          </Button>
          {safety === "here-only" && (
            <Button look="main" onPress={() => setIsSecuring(true)}>
              {text.say("keys-offer-button")}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
