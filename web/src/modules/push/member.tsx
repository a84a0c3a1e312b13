// Messages that call for the member are shown by the system while nobody looks at the page.

import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { Notice } from "../../kit/Notice.tsx";
import { Setting } from "../../kit/Setting.tsx";
import { Switch } from "../../kit/Switch.tsx";
import { listen } from "../../matrix/alerts.ts";
import type { Member } from "../../matrix/member.ts";
import { tell } from "../../signals/tell.ts";
import { useText } from "../../text/text.tsx";
import { close, isOn, isPossible, isWelcome, shown, turn, unreadOf } from "./model.ts";

export function useAlerts(member: Member): void {
  const text = useText();
  const latest = useRef(text);
  latest.current = text;
  const [, go] = useLocation();
  useEffect(
    () =>
      listen(member.client, {
        onAlert: (alert) => {
          if (!isWelcome(latest.current, Date.now())) return;
          const room = member.rooms.get().find(({ id }) => id === alert.roomId);
          const { title, options } = shown(latest.current, alert, room);
          // A browser that does not let it any more is not asked again; the settings say so.
          void navigator.serviceWorker.ready
            .then((worker) => worker.showNotification(title, options))
            .then(() => tell("notification_shown"))
            .catch(() => undefined);
        },
        onDeleted: (roomId, event) => void close(roomId, event),
      }),
    [member],
  );
  // What was read, here or elsewhere, calls no more.
  useEffect(() => {
    let unread = new Set<string>();
    const look = () => {
      const now = unreadOf(member.rooms.get());
      for (const id of unread) if (!now.has(id)) void close(id);
      unread = now;
    };
    look();
    return member.rooms.subscribe(look);
  }, [member]);
  // The worker says which of them was pressed.
  useEffect(() => {
    if (!isPossible()) return;
    const pressed = ({ data, ports }: MessageEvent) => {
      if (typeof data?.open !== "string") return;
      ports[0]?.postMessage("here");
      tell("notification_opened");
      go(data.open);
    };
    navigator.serviceWorker.addEventListener("message", pressed);
    return () => navigator.serviceWorker.removeEventListener("message", pressed);
  }, [go]);
}

export function AlertsSetting() {
  const text = useText();
  const [state, setState] = useState<"on" | "off" | "refused">(isOn() ? "on" : "off");
  if (!isPossible()) return null;
  const change = async (isWanted: boolean) => {
    const isDone = await turn(isWanted);
    setState(isDone ? (isWanted ? "on" : "off") : "refused");
    tell("preference_changed", "notifications");
  };
  return (
    <>
      <Setting title={text.say("push-title")} words={text.say("push-words")}>
        <Switch
          label={text.say("push-here")}
          isOn={state === "on"}
          onChange={(isWanted) => void change(isWanted)}
        />
      </Setting>
      {state === "refused" && <Notice isWrong>{text.say("push-refused")}</Notice>}
    </>
  );
}
