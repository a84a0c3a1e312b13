// A verification from beginning to end: a card that asks, then one dialog that leads through it.

import { Suspense, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { later } from "../../../kit/later.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { Spinner } from "../../../kit/Spinner.tsx";
import { useSignal } from "../../../matrix/react.ts";
import type { Verification, Verifications } from "../../../matrix/verification.ts";
import { type Task, useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { isOver, titleOf, wordsOf } from "../model.ts";
import { wordOf } from "../pictures.ts";
import styles from "./Verifying.module.css";

const QrCode = later(() => import("../../../kit/QrCode.tsx"));
const Scanner = later(() => import("./Scanner.tsx"));

export default function Verifying({ verifications }: { verifications: Verifications }) {
  const text = useText();
  const current = useSignal(verifications.current);
  const task = useTask();
  if (!current) return null;
  const fault = task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>;
  const [title, words] = [titleOf(current), wordsOf(current)];
  if (current.step.is === "asked") {
    return (
      <Card
        title={text.say(title.key, title.values)}
        words={text.say(words.key, words.values)}
        closeLabel={text.say("common-close")}
        onClose={() => verifications.close()}
      >
        {fault}
        <Button look="quiet" onPress={() => task.run(() => verifications.accept())}>
          {text.say("verification-asked-button")}
        </Button>
      </Card>
    );
  }
  return (
    <Dialog
      title={text.say(title.key, title.values)}
      closeLabel={text.say("common-close")}
      isFirm={!isOver(current.step)}
      onClose={() => verifications.close()}
    >
      <div className={styles.steps} aria-live="polite">
        {isOver(current.step) ? (
          <Notice isWrong={current.step.is === "ended"}>{text.say(words.key, words.values)}</Notice>
        ) : (
          <p>
            {current.step.is === "waiting" && <Spinner />} {text.say(words.key, words.values)}
          </p>
        )}
        {current.step.is !== "done" && fault}
        <Doing verification={current} verifications={verifications} task={task} />
      </div>
    </Dialog>
  );
}

interface DoingProps {
  verification: Verification;
  verifications: Verifications;
  task: Task;
}

/** What can be done at this step. */
function Doing({ verification, verifications, task }: DoingProps) {
  const text = useText();
  const { step } = verification;
  switch (step.is) {
    case "choosing":
      return <Choosing code={step.code} canScan={step.canScan} verifications={verifications} task={task} />;
    case "comparing":
      return (
        <>
          <ol className={`plain ${styles.pictures}`}>
            {step.pictures.map((picture, at) => (
              // A picture may come twice, and their order is what is compared.
              // biome-ignore lint/suspicious/noArrayIndexKey: they never move
              <li key={at}>
                <span aria-hidden="true">{picture}</span>
                {text.say(wordOf(picture) ?? "")}
              </li>
            ))}
          </ol>
          <div className={styles.buttons}>
            <Button look="main" onPress={() => task.run(() => verifications.confirm())}>
              {text.say("verification-same")}
            </Button>
            <Button look="danger" onPress={() => verifications.differ()}>
              {text.say("verification-differ")}
            </Button>
          </div>
        </>
      );
    case "scanned":
      return (
        <div className={styles.buttons}>
          <Button look="main" onPress={() => task.run(() => verifications.confirm())}>
            {text.say("verification-scanned-yes")}
          </Button>
          <Button onPress={() => verifications.close()}>{text.say("verification-scanned-no")}</Button>
        </div>
      );
    case "done":
      return (
        <Button look="main" onPress={() => verifications.close()}>
          <Icon name="check" /> {text.say("verification-done-button")}
        </Button>
      );
    case "ended":
      return (
        <Button look="main" onPress={() => task.run(() => verifications.again())}>
          {text.say("verification-again")}
        </Button>
      );
    default:
      return null;
  }
}

interface ChoosingProps {
  code: Uint8Array | undefined;
  canScan: boolean;
  verifications: Verifications;
  task: Task;
}

/** A code for the other side's camera, the other side's code for this camera, or pictures, which always work. */
function Choosing({ code, canScan, verifications, task }: ChoosingProps) {
  const text = useText();
  const [isScanning, setIsScanning] = useState(false);
  const mayScan = canScan && navigator.mediaDevices !== undefined;
  return (
    <>
      <Suspense fallback={<Spinner />}>
        {isScanning && (
          <Scanner onFound={(code) => verifications.scan(code)} without="verification-camera-none" />
        )}
        {!isScanning && code && (
          <>
            <QrCode content={code} label={text.say("verification-code")} />
            <p className={styles.hint}>{text.say("verification-code-hint")}</p>
          </>
        )}
      </Suspense>
      <div className={styles.buttons}>
        <Button look="main" onPress={() => task.run(() => verifications.compare())}>
          {text.say("verification-pictures")}
        </Button>
        {mayScan && !isScanning && (
          <Button onPress={() => setIsScanning(true)}>
            <Icon name="camera" /> {text.say("verification-scan")}
          </Button>
        )}
      </div>
    </>
  );
}
