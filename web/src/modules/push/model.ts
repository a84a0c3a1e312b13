// What this device shows of messages that call for the member, and whether it does. No React, no SDK.

import type { Alert } from "../../matrix/alerts.ts";
import type { Room } from "../../matrix/types.ts";
import type { Text } from "../../text/culture.ts";
import { hasUnread, said } from "../rooms/model.ts";
import { hrefOf } from "../rooms/places.ts";

const STORED = "hearth.alerts";

/** Whether the app can show anything outside of its page: the worker does, where there is one. */
export function isPossible(): boolean {
  return "Notification" in globalThis && "serviceWorker" in navigator;
}

/** Whether the member wants it on this device, and the browser lets it. */
export function isOn(): boolean {
  return isPossible() && localStorage.getItem(STORED) === "on" && Notification.permission === "granted";
}

/** Turns it on or off; false where the browser does not let it. */
export async function turn(isWanted: boolean): Promise<boolean> {
  if (isWanted && (await Notification.requestPermission()) !== "granted") return false;
  localStorage.setItem(STORED, isWanted ? "on" : "off");
  return true;
}

/** Whether something is shown now: not to who looks at the page, and never in quiet hours. */
export function isWelcome(text: Text, at: number): boolean {
  const isWatched = document.visibilityState === "visible" && document.hasFocus();
  return isOn() && !isWatched && !text.isQuiet(at);
}

/** The rooms that have something unread. */
export function unreadOf(rooms: readonly Room[]): Set<string> {
  return new Set(rooms.filter(hasUnread).map(({ id }) => id));
}

/** Takes away what is shown of a room; where a message is named, only what is shown of that one. */
export async function close(roomId: string, event = ""): Promise<void> {
  if (!isPossible()) return;
  const worker = await navigator.serviceWorker.getRegistration();
  for (const one of (await worker?.getNotifications({ tag: roomId })) ?? [])
    if (String(one.data).endsWith(event)) one.close();
}

/** How it is shown: of each room the newest message alone. */
export function shown(
  text: Text,
  { roomId, thread, message, isLoud }: Alert,
  room: Room | undefined,
): { title: string; options: NotificationOptions } {
  const { name } = message.sender;
  const body = message.unreadable ? text.say("rooms-last-unreadable") : said(message);
  return {
    title: room?.name ?? name,
    options: {
      body: room?.isDirect ? body : text.say("rooms-last", { name, body }),
      data: hrefOf(roomId, { event: message.id, threads: thread ? { root: thread } : undefined }),
      dir: text.culture.direction,
      icon: "/icon-192.png",
      lang: text.language,
      silent: !isLoud,
      tag: roomId,
      // It takes the place of another of the room, which may have been silent.
      ...(isLoud && { renotify: true }),
    },
  };
}
