// Tells those who run the server that something is wrong, and of whom.

import { useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { useText } from "../../../text/text.tsx";
import styles from "./People.module.css";
import { ReasonDialog } from "./ReasonDialog.tsx";

const TITLES = {
  message: "people-report-message",
  room: "people-report-room",
  space: "people-report-space",
  person: "people-report-person",
};

export interface ReportProps {
  what: keyof typeof TITLES;
  onReport: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

export function ReportDialog({ what, onReport, onClose }: ReportProps) {
  const text = useText();
  const [isDone, setIsDone] = useState(false);
  const title = text.say(TITLES[what]);
  if (isDone) {
    return (
      <Dialog title={title} closeLabel={text.say("common-close")} onClose={onClose}>
        <div className={styles.form}>
          <p role="status">{text.say("people-reported")}</p>
          <div className="ends">
            <Button look="main" onPress={onClose}>
              {text.say("common-close")}
            </Button>
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <ReasonDialog
      title={title}
      words={text.say("people-report-words")}
      button={text.say("people-report")}
      isReasonNeeded
      onDo={(reason) => onReport(reason).then(() => setIsDone(true))}
      onClose={onClose}
    />
  );
}
