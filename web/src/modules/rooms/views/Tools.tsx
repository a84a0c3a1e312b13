// What can be done with a message, beside it.

import { lazy, Suspense, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Menu, type MenuChoice } from "../../../kit/Menu.tsx";
import { used } from "../../../signals/tell.ts";
import { useText } from "../../../text/text.tsx";
import { useTranslateChoice } from "../../translate/member.tsx";
import styles from "./Message.module.css";
import type { MessageProps } from "./Message.tsx";
import { EmojiMenu } from "./Reactions.tsx";

const MessageDialog = lazy(() => import("../../people/views/MessageDialog.tsx"));

export function Tools({ message, timeline, acts }: Pick<MessageProps, "message" | "timeline" | "acts">) {
  const { onReply, onEdit, onThread, linkTo } = acts;
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const [asks, setAsks] = useState<"delete" | "report">();
  const translate = useTranslateChoice(message);
  const choices: MenuChoice[] = translate ? [translate] : [];
  if (message.unreadable === undefined && message.body !== "" && navigator.clipboard) {
    const copy = () => void navigator.clipboard.writeText(message.body);
    choices.push({ id: "copy", icon: "copy", label: text.say("rooms-copy"), onChoose: copy });
  }
  if (navigator.clipboard) {
    const link = () => {
      used("permalinks");
      void navigator.clipboard.writeText(linkTo(message.id));
    };
    choices.push({ id: "link", icon: "link", label: text.say("rooms-copy-link"), onChoose: link });
  }
  if (message.isOwn && message.form === "text" && message.unreadable === undefined) {
    choices.push({
      id: "edit",
      icon: "edit",
      label: text.say("rooms-edit"),
      onChoose: () => onEdit(message),
    });
  }
  if (!message.isOwn) {
    choices.push({
      id: "report",
      icon: "flag",
      label: text.say("people-report"),
      onChoose: () => setAsks("report"),
    });
  }
  if (timeline.speaker.canRemove(message)) {
    const remove = () => (message.isOwn ? void timeline.speaker.remove(message.id) : setAsks("delete"));
    choices.push({
      id: "delete",
      icon: "delete",
      label: text.say("rooms-delete"),
      isDangerous: true,
      onChoose: remove,
    });
  }
  return (
    <div className={`${styles.tools} ${isOpen ? styles.toolsOpen : ""}`}>
      <EmojiMenu onChoose={(key) => void timeline.speaker.react(message, key)} onOpenChange={setIsOpen} />
      <Button look="icon" aria-label={text.say("rooms-reply")} onPress={() => onReply(message)}>
        <Icon name="reply" size={17} />
      </Button>
      {onThread && (
        <Button
          look="icon"
          aria-label={text.say("rooms-reply-in-thread")}
          onPress={() => onThread(message.id)}
        >
          <Icon name="thread" size={17} />
        </Button>
      )}
      {choices.length > 0 && (
        <Menu label={text.say("rooms-message-more")} choices={choices} onOpenChange={setIsOpen}>
          <Icon name="more" size={17} />
        </Menu>
      )}
      {asks && (
        <Suspense>
          <MessageDialog
            what={asks}
            message={message}
            timeline={timeline}
            onClose={() => setAsks(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
