// The way in by a code that another device of the member shows: it was scanned before, or is scanned here.

import { lazy, Suspense, useState } from "react";
import type { Session } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { Spinner } from "../../../kit/Spinner.tsx";
import { useText } from "../../../text/text.tsx";
import { wordIn } from "../code.ts";
import { deviceName } from "../device.ts";
import { type Fault, faultFrom, signInByWord } from "../model.ts";
import styles from "./Entrance.module.css";

const Scanner = lazy(() => import("../../verification/views/Scanner.tsx"));

export function ByCode({ onSession }: { onSession: (session: Session) => void }) {
  const text = useText();
  const [given, setGiven] = useState(() => wordIn(location.href, location.origin));
  const [isScanning, setIsScanning] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  if (!given && !navigator.mediaDevices) return null;
  const enter = async (word: string) => {
    if (isBusy) return;
    setIsBusy(true);
    setFault(undefined);
    try {
      onSession(await signInByWord(word, deviceName(text, navigator.userAgent)));
    } catch (error) {
      setFault(faultFrom(error, "code"));
      setIsBusy(false);
      setGiven(undefined);
    }
  };
  const found = async (code: Uint8Array) => {
    const word = wordIn(new TextDecoder().decode(code), location.origin);
    if (!word) return false;
    setIsScanning(false);
    await enter(word);
    return true;
  };
  return (
    <section className={styles.code} aria-label={text.say("accounts-code-title")}>
      {fault && <Notice isWrong>{text.say(fault.key, fault.values)}</Notice>}
      {/* Nobody is signed in by having followed a link: it may be somebody else's. */}
      {given ? (
        <Button look="main" isWide isBusy={isBusy} onPress={() => void enter(given)}>
          {text.say("accounts-code-enter")}
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
