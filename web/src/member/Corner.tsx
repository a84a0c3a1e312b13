// What comes by itself, in a corner: it covers nothing that somebody is doing.

import { Suspense, useEffect } from "react";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { later } from "../kit/later.ts";
import type { Member } from "../matrix/member.ts";
import { useSignal } from "../matrix/react.ts";
import { useText } from "../text/text.tsx";
import { isOld, keepHere } from "../worker/kept.ts";
import styles from "./Corner.module.css";

const Verifying = later(() => import("../modules/verification/views/Verifying.tsx"));

export function Corner({ member }: { member: Member }) {
  const verification = useSignal(member.verifications.current);
  const connection = useSignal(member.connection);
  // Not before all that a reader waits for is there.
  useEffect(() => {
    if (connection === "online") void keepHere().catch(() => undefined);
  }, [connection]);
  return (
    <div className={styles.corner} aria-live="polite">
      <News />
      <Suspense>{verification && <Verifying verifications={member.verifications} />}</Suspense>
    </div>
  );
}

/** Another build is on the server. */
function News() {
  const text = useText();
  const isThere = useSignal(isOld);
  if (!isThere) return null;
  return (
    <Card
      title={text.say("web-update-title")}
      words={text.say("web-update")}
      closeLabel={text.say("common-close")}
      onClose={() => isOld.set(false)}
    >
      <Button look="quiet" onPress={() => location.reload()}>
        {text.say("web-update-button")}
      </Button>
    </Card>
  );
}
