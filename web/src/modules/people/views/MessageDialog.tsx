// What somebody does about a message of somebody else: deletes it for everyone, or reports it.

import type { Timeline } from "../../../matrix/timeline.ts";
import type { Message } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { ReportDialog } from "./ReportDialog.tsx";

export interface MessageDialogProps {
  what: "delete" | "report";
  message: Message;
  timeline: Timeline;
  onClose: () => void;
}

export default function MessageDialog({ what, message, timeline, onClose }: MessageDialogProps) {
  const text = useText();
  if (what === "report") {
    return (
      <ReportDialog
        what="message"
        onReport={(reason) => timeline.speaker.report(message.id, reason)}
        onClose={onClose}
      />
    );
  }
  return (
    <ReasonDialog
      title={text.say("people-delete-title", { name: message.sender.name })}
      words={text.say("people-delete-words")}
      button={text.say("rooms-delete")}
      forbidden="about-error-forbidden"
      onDo={(reason) => timeline.speaker.removeOf(message.id, reason).then(onClose)}
      onClose={onClose}
    />
  );
}
