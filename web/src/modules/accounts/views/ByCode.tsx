// The way in by a code that another device of the member shows: it was scanned before, or is scanned here.

import { Suspense, useState } from "react";
import { Refusal } from "../../../api/call.ts";
import type { Session } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { later } from "../../../kit/later.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { Spinner } from "../../../kit/Spinner.tsx";
import { useText } from "../../../text/text.tsx";
import { type Code, codeIn } from "../code.ts";
import { deviceName } from "../device.ts";
import { type Fault, faultFrom, signInByCode } from "../model.ts";
import styles from "./Entrance.module.css";

const Scanner = later(() => import("../../verification/views/Scanner.tsx"));

export function ByCode({ onSession }: { onSession: (session: Session) => void }) {
  const text = useText();
  const [given, setGiven] = useState(() => codeIn(location.href, location.origin));
  const [isScanning, setIsScanning] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  if (!given && !fault && !navigator.mediaDevices) return null;
  const enter = async (code: Code) => {
    if (isBusy) return;
    setIsBusy(true);
    setFault(undefined);
    try {
      onSession(await signInByCode(code, deviceName(text, navigator.userAgent)));
    } catch (error) {
      setFault(faultFrom(error, "code"));
      setIsBusy(false);
      // One that could not be tried is still good.
      if (error instanceof Refusal && error.status === 403) setGiven(undefined);
    }
  };
  const found = async (code: Uint8Array) => {
    const read = codeIn(new TextDecoder().decode(code), location.origin);
    if (!read) return false;
    setIsScanning(false);
    setGiven(read);
    return true;
  };
  return (
    <section className={styles.code} aria-label={text.say("accounts-code-title")}>
      {fault && <Notice isWrong>{text.say(fault.key, fault.values)}</Notice>}
      {/* Nobody is signed in by having followed a link or scanned a code: it may be somebody else's. */}
      {given ? (
        <Button look="main" isWide isBusy={isBusy} onPress={() => void enter(given)}>
          {text.say("accounts-code-enter", { who: given.who })}
        </Button>
      ) : (
        <>
          <p className="quiet">{text.say("accounts-code-words")}</p>
          {isScanning ? (
            <Suspense fallback={<Spinner />}>
              <Scanner onFound={found} without="accounts-code-camera-none" />
            </Suspense>
          ) : (
            <Button isWide isBusy={isBusy} onPress={() => setIsScanning(true)}>
              <Icon name="camera" /> {text.say("accounts-code-scan")}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
