// What waited while there was no connection, or since the page was closed, is sent by itself, in its order, under the
// transaction id that it has: so once, even if the server had it already.

import {
  ClientEvent,
  ConnectionError,
  EventStatus,
  EventType,
  type IEvent,
  IndexedDBStore,
  type MatrixClient,
  MatrixEvent,
  RelationType,
  RoomEvent,
  type Room as SdkRoom,
  SyncState,
} from "matrix-js-sdk";
import type { CryptoBackend } from "matrix-js-sdk/lib/common-crypto/CryptoBackend";
import { gathered } from "./signal.ts";

/** Kept beside a message that the server refused, so that it is not sent by itself after the page was loaded anew. */
const REFUSED = "hearth.refused";

/** Keeps what waits. Of encrypted rooms the SDK would forget reactions and deletions, as they are never encrypted. */
export class WaitingStore extends IndexedDBStore {
  override setPendingEvents(roomId: string, events: Partial<IEvent>[]): Promise<void> {
    const pending = this.getRoom(roomId)?.getPendingEvents();
    const isOpen = (event: MatrixEvent) => event.isRedaction() || event.getType() === EventType.Reaction;
    const isKept = (event: MatrixEvent) =>
      isOpen(event) || events.some(({ event_id: id }) => id === event.getId());
    // What was taken back before it was sent is not sent: only this page knows what the deletion means.
    const isTakenBack = (event: MatrixEvent) =>
      pending?.some((other) => other.isRedaction() && other.getAssociatedId() === event.getId()) ||
      (event.isRedaction() && event.getAssociatedId()?.startsWith("~"));
    const kept = pending
      ?.filter((event) => isKept(event) && !isTakenBack(event))
      .map((event) => ({ ...event.event, txn_id: event.getTxnId() ?? "" }));
    // Where the browser has no room for it, it lasts as long as the page.
    return super.setPendingEvents(roomId, kept ?? events).catch(() => undefined);
  }
}

/** Which message a failure belongs to: the SDK gives up with it all those that were queued behind. */
const failed = new WeakMap<object, MatrixEvent>();

/** Marks a message that only the member can send again. It is what is kept of it here, and never sent. */
export function markRefused(event: MatrixEvent, error: unknown): void {
  if (error instanceof Error) failed.set(error, event);
  event.setUnsigned({ ...event.getUnsigned(), [REFUSED]: true });
}

/** Whether a message that is not sent waits for nothing but a connection. */
export function isWaiting(event: MatrixEvent): boolean {
  if (event.status !== EventStatus.NOT_SENT || REFUSED in event.getUnsigned()) return false;
  const { error } = event;
  return error === null || error instanceof ConnectionError || (failed.get(error) ?? event) !== event;
}

/** Gives up what was not sent. What it would have deleted is there again. */
export function giveUp(client: MatrixClient, room: SdkRoom, event: MatrixEvent): void {
  const meant = meantBy(room, event);
  client.cancelPendingEvent(event);
  if (meant === event) return;
  // The SDK looks for it in the room alone, and not in its threads.
  meant?.unmarkLocallyRedacted();
  const { event_id: target, rel_type: kind } = meant?.getRelation() ?? {};
  if (meant && target && kind) {
    // It takes what it has ever known for known, and would leave it out.
    const known = room.relations.getChildEventsForEvent(target, kind, meant.getType());
    known?.["relationEventIds"].delete(meant.getId() ?? "");
    room.relations.aggregateChildEvent(meant);
  }
  room.emit(RoomEvent.RedactionCancelled, event, room);
}

/** What an event is about: itself, or what it deletes. */
function meantBy(room: SdkRoom, event: MatrixEvent): MatrixEvent | undefined {
  return event.isRedaction() ? room.findEventById(event.getAssociatedId() ?? "") : event;
}

/**
 * A reaction, its taking back, the deletion of what is not here, and the edit of what was deleted have no place to say that they were
 * refused: they are given up.
 */
function isUnseen(room: SdkRoom, event: MatrixEvent): boolean {
  const meant = meantBy(room, event);
  return !meant || meant.getType() === EventType.Reaction || editedBy(room, event)?.isRedacted() === true;
}

function editedBy(room: SdkRoom, event: MatrixEvent): MatrixEvent | undefined {
  return event.isRelation(RelationType.Replace)
    ? room.findEventById(event.getAssociatedId() ?? "")
    : undefined;
}

function isRefused(event: MatrixEvent): boolean {
  return event.status === EventStatus.NOT_SENT && !isWaiting(event);
}

/** What the server had already, and had come back before it was known here, stays beside what came back; it goes. */
export function arrived(room: SdkRoom | null, txnId: string): void {
  const waiting = room?.getPendingEvents().find((event) => event.getTxnId() === txnId);
  if (waiting && waiting.status !== EventStatus.SENT) room?.removePendingEvent(waiting.getId() ?? "");
}

export function sendWaiting(client: MatrixClient): void {
  const busy = new Set<SdkRoom>();
  const send = async (room: SdkRoom) => {
    if (busy.has(room)) return;
    busy.add(room);
    try {
      for (let next = waitingIn(room); next; next = waitingIn(room)) {
        await client.resendEvent(next, room);
        arrived(room, next.getTxnId() ?? "");
      }
    } catch {
      // The message shows it, and waits for the next answer of the server.
    } finally {
      busy.delete(room);
    }
  };
  const isOnline = () =>
    client.getSyncState() === SyncState.Syncing || client.getSyncState() === SyncState.Prepared;
  const look = gathered(() => {
    if (!isOnline()) return;
    for (const room of client.getRooms()) void send(room);
  });
  client.on(ClientEvent.Sync, look);
  // The SDK hides what a waiting deletion is about only where it was there before; a page that is loaded anew has it later.
  client.on(RoomEvent.Timeline, (event, room) => {
    const deletion = room
      ?.getPendingEvents()
      .find((waiting) => waiting.isRedaction() && waiting.getAssociatedId() === event.getId());
    if (!room || !deletion || event.isRedacted()) return;
    event.markLocallyRedacted(deletion);
    room.emit(RoomEvent.Redaction, deletion, room, event.threadRootId);
  });
  // The server may have known of a deletion before it was told of here.
  client.on(RoomEvent.Redaction, (deletion, room) => {
    if (deletion.status !== null) return;
    const refused = room.getPendingEvents().filter((event) => isRefused(event) && isUnseen(room, event));
    for (const event of refused) giveUp(client, room, event);
  });
  // Those that were kept arrive one by one after their room.
  client.on(RoomEvent.LocalEchoUpdated, (event, room) => {
    if (event.status === EventStatus.NOT_SENT) {
      if (event.isEncrypted()) void open(client, event);
      queueMicrotask(() => {
        if (isRefused(event) && isUnseen(room, event)) giveUp(client, room, event);
      });
    }
    look();
  });
}

/** Own words that were kept encrypted: they have no event's id yet, and without one the crypto opens nothing. */
async function open(client: MatrixClient, event: MatrixEvent): Promise<void> {
  await event.getDecryptionPromise();
  if (!event.isDecryptionFailure()) return;
  const crypto = client.getCrypto() as unknown as CryptoBackend;
  const named = new MatrixEvent({ ...event.event, event_id: `$${event.getTxnId()}` });
  const opener = { decryptEvent: () => crypto.decryptEvent(named) } as unknown as CryptoBackend;
  await event.attemptDecryption(opener, { isRetry: true });
}

function waitingIn(room: SdkRoom): MatrixEvent | undefined {
  return room.getPendingEvents().find(isWaiting);
}
