// What was written into the state of a room and has not come back yet: the next change is made from it, so that it takes
// nothing back.

import type { EventType, MatrixClient, Room as SdkRoom } from "matrix-js-sdk";

type Content = Record<string, unknown>;

interface Writing {
  content: Content;
  /** The events that it comes after; any other is it, or newer. */
  after: Set<string | undefined>;
  id: string | undefined;
  sent: Promise<unknown>;
}

const writings = new WeakMap<SdkRoom, Map<string, Writing>>();

/** The content that a change is made from. */
export function contentIn(room: SdkRoom, type: string): Content {
  const known = room.currentState.getStateEvents(type, "");
  const writing = writings.get(room)?.get(type);
  return writing?.after.has(known?.getId()) ? writing.content : (known?.getContent() ?? {});
}

/** Writes one after the other. */
export function write(client: MatrixClient, room: SdkRoom, type: string, content: object): Promise<unknown> {
  const all = writings.get(room) ?? new Map<string, Writing>();
  writings.set(room, all);
  const before = all.get(type);
  const id = room.currentState.getStateEvents(type, "")?.getId();
  const after = before?.after.has(id) ? new Set([...before.after, before.id ?? id]) : new Set([id]);
  const send = async () => {
    try {
      const { event_id } = await client.sendStateEvent(
        room.roomId,
        type as EventType.RoomName,
        content as never,
        "",
      );
      writing.id = event_id;
      // Those that were made from it meanwhile come after it.
      const last = all.get(type);
      if (last !== writing) last?.after.add(event_id);
    } catch (error) {
      if (all.get(type) === writing) all.delete(type);
      throw error;
    }
  };
  const waited = (before?.sent ?? Promise.resolve()).catch(() => undefined);
  const writing: Writing = { content: content as Content, after, id: undefined, sent: waited.then(send) };
  all.set(type, writing);
  return writing.sent;
}
