// What somebody does about a message: deletes it for everyone, or reports it.

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
  const { id, isOwn, sender } = message;
  const remove = async (reason: string) => {
    if (isOwn) void timeline.speaker.remove(id);
    else await timeline.speaker.removeOf(id, reason);
    onClose();
  };
  return (
    <ReasonDialog
      title={
        isOwn ? text.say("people-delete-own-title") : text.say("people-delete-title", { name: sender.name })
      }
      words={text.say("people-delete-words")}
      button={text.say("rooms-delete")}
      forbidden="about-error-forbidden"
      takesReason={!isOwn}
      onDo={remove}
      onClose={onClose}
    />
  );
}
