// Signs in another device of the member: once they have proven who they are, a code that its camera reads.

import { Suspense, useEffect, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { later } from "../../../kit/later.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { Spinner } from "../../../kit/Spinner.tsx";
import type { Device, Devices, Word } from "../../../matrix/devices.ts";
import { useSignal } from "../../../matrix/react.ts";
import { useText } from "../../../text/text.tsx";
import { linkWith } from "../../accounts/code.ts";
import { PasswordForm } from "../../accounts/views/PasswordForm.tsx";
import styles from "./Devices.module.css";

const QrCode = later(() => import("../../../kit/QrCode.tsx"));

export interface AddingProps {
  devices: Devices;
  /** It has signed in, so the code is spent. */
  onAdded: (device: Device) => void;
  onClose: () => void;
}

export function Adding({ devices, onAdded, onClose }: AddingProps) {
  const text = useText();
  const [word, setWord] = useState<Word>();
  const [known, setKnown] = useState<ReadonlySet<string>>();
  const [isOver, setIsOver] = useState(false);
  const list = useSignal(devices.list);
  const added = word && known && list?.find(({ id }) => !known.has(id));
  useEffect(() => {
    if (added) onAdded(added);
  }, [added, onAdded]);
  useEffect(() => {
    if (!word) return;
    const timer = setTimeout(() => {
      setWord(undefined);
      setIsOver(true);
    }, word.lastsMs);
    return () => clearTimeout(timer);
  }, [word]);
  if (!word) {
    return (
      <>
        {isOver && <Notice>{text.say("devices-add-over")}</Notice>}
        <PasswordForm
          words={text.say("devices-add-words")}
          button={text.say("devices-add-show")}
          isHarmless
          onPassword={async (password) => {
            await devices.look();
            setKnown(new Set(devices.list.get()?.map(({ id }) => id)));
            setWord(await devices.word(password));
          }}
          onDone={() => setIsOver(false)}
          onCancel={onClose}
        />
      </>
    );
  }
  return (
    <div className={styles.form}>
      <p>{text.say("devices-add-scan", { minutes: Math.round(word.lastsMs / 60_000) })}</p>
      <Suspense fallback={<Spinner />}>
        <QrCode
          content={linkWith({ word: word.token, who: word.who }, location.origin)}
          label={text.say("devices-add")}
        />
      </Suspense>
      <Button onPress={onClose}>{text.say("common-close")}</Button>
    </div>
  );
}
