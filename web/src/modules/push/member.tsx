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
import { isOn, isPossible, isWelcome, shown, turn } from "./model.ts";

export function useAlerts(member: Member): void {
  const text = useText();
  const latest = useRef(text);
  latest.current = text;
  const [, go] = useLocation();
  useEffect(
    () =>
      listen(member.client, (alert) => {
        if (!isWelcome(latest.current, Date.now())) return;
        const room = member.rooms.get().find(({ id }) => id === alert.roomId);
        const { title, options } = shown(latest.current, alert, room);
        void navigator.serviceWorker.ready.then((worker) => worker.showNotification(title, options));
        tell("notification_shown");
      }),
    [member],
  );
  // The worker says which of them was pressed.
  useEffect(() => {
    if (!isPossible()) return;
    const pressed = ({ data }: MessageEvent) => {
      if (typeof data?.open !== "string") return;
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
