// What can be done with a message, beside it.

import { type FocusEvent, Suspense, useLayoutEffect, useRef, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { type Copied, useCopying } from "../../../kit/copying.ts";
import { Icon } from "../../../kit/Icon.tsx";
import { later } from "../../../kit/later.ts";
import { Menu, type MenuChoice } from "../../../kit/Menu.tsx";
import { used } from "../../../signals/tell.ts";
import { useText } from "../../../text/text.tsx";
import { useTranslateChoice } from "../../translate/member.tsx";
import type { MessageProps } from "./Message.tsx";
import { EmojiMenu } from "./Reactions.tsx";
import styles from "./Tools.module.css";

const COPIED: Record<NonNullable<Copied>, string> = { copied: "keys-copied", failed: "common-copy-failed" };

const MessageDialog = later(() => import("../../people/views/MessageDialog.tsx"));

export function Tools({ message, timeline, acts }: Pick<MessageProps, "message" | "timeline" | "acts">) {
  const { onReply, onEdit, onThread, linkTo } = acts;
  const { maySay, mayReact } = timeline.speaker;
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const [asks, setAsks] = useState<"delete" | "report">();
  const [copied, copy] = useCopying();
  const wayBack = useWayBack();
  const translate = useTranslateChoice(message);
  const choices: MenuChoice[] = translate ? [translate] : [];
  if (message.unreadable === undefined && message.body !== "" && navigator.clipboard) {
    choices.push({
      id: "copy",
      icon: "copy",
      label: text.say("rooms-copy"),
      onChoose: () => copy(message.body),
    });
  }
  if (navigator.clipboard) {
    const link = () => {
      used("permalinks");
      copy(linkTo(message.id));
    };
    choices.push({ id: "link", icon: "link", label: text.say("rooms-copy-link"), onChoose: link });
  }
  if (maySay && message.isOwn && message.form === "text" && message.unreadable === undefined) {
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
    choices.push({
      id: "delete",
      icon: "delete",
      label: text.say("rooms-delete"),
      isDangerous: true,
      onChoose: () => setAsks("delete"),
    });
  }
  return (
    <div className={`${styles.tools} ${isOpen || copied ? styles.open : ""}`} {...wayBack}>
      {mayReact && (
        <EmojiMenu onChoose={(key) => void timeline.speaker.react(message, key)} onOpenChange={setIsOpen} />
      )}
      {maySay && (
        <Button look="icon" aria-label={text.say("rooms-reply")} onPress={() => onReply(message)}>
          <Icon name="reply" size={17} />
        </Button>
      )}
      {maySay && onThread && (
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
      <span role="status" className={copied ? styles.copied : ""}>
        {copied && text.say(COPIED[copied])}
      </span>
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

/** When the tools go, as those of a message that is deleted do, whoever was among them is at the message. */
function useWayBack() {
  const tools = useRef<HTMLDivElement>(null);
  const isIn = useRef(false);
  useLayoutEffect(() => {
    const message = tools.current?.closest("article");
    // Menus and dialogs, which stand elsewhere in the page, give the focus back to what is no more.
    const lead = () => document.activeElement === document.body && message?.focus({ preventScroll: true });
    return () => {
      if (isIn.current) requestAnimationFrame(lead);
    };
  }, []);
  return {
    ref: tools,
    onFocus: () => {
      isIn.current = true;
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) isIn.current = false;
    },
  };
}
