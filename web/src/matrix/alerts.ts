// Messages that call for the member by their own rules, told as they come.

import {
  type MatrixClient,
  type MatrixEvent,
  MatrixEventEvent,
  type Room,
  RoomEvent,
  type RoomEventHandlerMap,
} from "matrix-js-sdk";
import { itemOf } from "./message.ts";
import type { Message } from "./types.ts";

export interface Alert {
  roomId: string;
  /** The thread that it is in. */
  thread: string | undefined;
  message: Message;
  /** The rules want it heard. */
  isLoud: boolean;
}

/** What was said while nobody listened is no news. */
const FRESH_MS = 60_000;

export interface Listener {
  onAlert: (alert: Alert) => void;
  onDeleted: (roomId: string, event: string) => void;
}

/** Tells of them until the answer is called. */
export function listen(client: MatrixClient, { onAlert, onDeleted }: Listener): () => void {
  let last: MatrixEvent | undefined;
  const me = client.getSafeUserId();
  const isFresh = (event: MatrixEvent) => Date.now() - event.localTimestamp < FRESH_MS;
  const heard = async (event: MatrixEvent, room: Room) => {
    await client.decryptEventIfNeeded(event);
    // Where its key comes soon after it, what it says decides.
    if (event.isDecryptionFailure())
      event.once(MatrixEventEvent.Decrypted, () => {
        if (isFresh(event) && !event.isDecryptionFailure()) void heard(event, room);
      });
    const message = itemOf(room, event, me);
    const { notify, tweaks } = client.getPushActionsForEvent(event, true) ?? {};
    if (!notify || message?.kind !== "message") return;
    const thread = event.isThreadRoot ? undefined : event.threadRootId;
    onAlert({ roomId: room.roomId, thread, message, isLoud: tweaks?.["sound"] !== undefined });
  };
  const added: RoomEventHandlerMap[RoomEvent.Timeline] = (event, room, isOlder, _, { liveEvent }) => {
    const isNews = liveEvent && !isOlder && isFresh(event);
    // What is said in a thread comes by its room and by the thread.
    if (!room || !isNews || event === last || event.getSender() === me) return;
    last = event;
    void heard(event, room);
  };
  const redacted: RoomEventHandlerMap[RoomEvent.Redaction] = (event, room) => {
    const id = event.event.redacts ?? event.getContent()["redacts"];
    if (typeof id === "string") onDeleted(room.roomId, id);
  };
  client.on(RoomEvent.Timeline, added);
  client.on(RoomEvent.Redaction, redacted);
  return () => {
    client.off(RoomEvent.Timeline, added);
    client.off(RoomEvent.Redaction, redacted);
  };
}
