// What each event of a conversation shows, made once and again only when something changed it.

import {
  ClientEvent,
  EventType,
  type MatrixClient,
  type MatrixEvent,
  MatrixEventEvent,
  RoomEvent,
  type RoomMember,
  type RoomState,
  RoomStateEvent,
  type Room as SdkRoom,
  ThreadEvent,
} from "matrix-js-sdk";
import { itemOf } from "./message.ts";
import { gathered } from "./signal.ts";
import type { Item, Person } from "./types.ts";

export class Items {
  /** Of the events that were shown last, and of no others: nobody says what changes elsewhere. */
  private made = new Map<MatrixEvent, Item | undefined>();
  private touched = new Set<string>();

  constructor(
    private readonly client: MatrixClient,
    private readonly room: SdkRoom,
    private readonly changed: () => void,
  ) {}

  of(events: readonly MatrixEvent[]): Item[] {
    const me = this.client.getSafeUserId();
    const made = events.map((event) => {
      const item = this.made.has(event) ? this.made.get(event) : itemOf(this.room, event, me);
      return [event, item] as const;
    });
    this.made = new Map(made);
    return made.flatMap(([, item]) => item ?? []);
  }

  /** Everything is made again. */
  forget(): void {
    this.made.clear();
    this.changed();
  }

  private forgetThose(isMeant: (item: Item) => boolean): void {
    for (const [event, item] of this.made) if (item && isMeant(item)) this.made.delete(event);
    this.changed();
  }

  /** What these events show has changed, and what answers to them show of it. A page of events comes one by one. */
  private touch(...ids: (string | undefined)[]): void {
    for (const id of ids) if (id !== undefined) this.touched.add(id);
    this.sweepTouched();
  }

  private readonly sweepTouched = gathered(() => {
    const { touched } = this;
    this.touched = new Set();
    this.forgetThose(
      (item) => touched.has(item.id) || (item.kind === "message" && touched.has(item.quote?.id ?? "")),
    );
  });

  listen(): () => void {
    const { client, room } = this;
    const isHere = (event: MatrixEvent) => event.getRoomId() === room.roomId;
    const touch = (event: MatrixEvent) => {
      if (!isHere(event)) return;
      // An echo has another id than the event that it becomes.
      this.made.delete(event);
      this.touch(event.getId(), event.getAssociatedId());
    };
    const added = (event: MatrixEvent, where: SdkRoom | undefined) => {
      if (where?.roomId === room.roomId) touch(event);
    };
    const redacted = (event: MatrixEvent) => {
      const target = event.event.redacts ?? event.getContent()["redacts"];
      const known = (id: string) => room.findEventById(id) ?? room.getPendingEvent(id) ?? undefined;
      const gone = typeof target === "string" ? known(target) : undefined;
      if (gone) this.made.delete(gone);
      this.touch(gone?.getId(), gone?.getAssociatedId());
    };
    // Readers have come to these events, from those that show them.
    const received = (receipt: MatrixEvent) => {
      const to = new Map(Object.entries(receipt.getContent()).map(([id, kinds]) => [id, readersIn(kinds)]));
      const readers = new Set([...to.values()].flat());
      this.forgetThose(
        (item) =>
          to.has(item.id) || (item.kind === "message" && item.readBy.some(({ id }) => readers.has(id))),
      );
    };
    const renamed = new Set<string>();
    const sweep = gathered(() => {
      this.forgetThose((item) => shows(item, renamed));
      renamed.clear();
    });
    // All members of a large room come at once.
    const named = (_: MatrixEvent, __: RoomState, { userId }: RoomMember) => {
      renamed.add(userId);
      sweep();
    };
    const ignored = (event: MatrixEvent) => event.getType() === EventType.IgnoredUserList && this.forget();
    const threaded = ({ id }: { id: string }) => this.touch(id);
    const unread = () => this.forgetThose((item) => item.kind === "message" && item.thread !== undefined);
    room.on(RoomEvent.Timeline, added);
    room.on(RoomEvent.LocalEchoUpdated, touch);
    room.on(RoomEvent.Redaction, redacted);
    room.on(RoomEvent.RedactionCancelled, redacted);
    room.on(RoomEvent.Receipt, received);
    room.on(RoomEvent.UnreadNotifications, unread);
    room.on(ThreadEvent.New, threaded);
    room.on(ThreadEvent.Update, threaded);
    room.on(ThreadEvent.NewReply, threaded);
    client.on(MatrixEventEvent.Decrypted, touch);
    client.on(MatrixEventEvent.Replaced, touch);
    room.on(RoomStateEvent.Members, named);
    client.on(ClientEvent.AccountData, ignored);
    return () => {
      room.off(RoomEvent.Timeline, added);
      room.off(RoomEvent.LocalEchoUpdated, touch);
      room.off(RoomEvent.Redaction, redacted);
      room.off(RoomEvent.RedactionCancelled, redacted);
      room.off(RoomEvent.Receipt, received);
      room.off(RoomEvent.UnreadNotifications, unread);
      room.off(ThreadEvent.New, threaded);
      room.off(ThreadEvent.Update, threaded);
      room.off(ThreadEvent.NewReply, threaded);
      client.off(MatrixEventEvent.Decrypted, touch);
      client.off(MatrixEventEvent.Replaced, touch);
      room.off(RoomStateEvent.Members, named);
      client.off(ClientEvent.AccountData, ignored);
    };
  }
}

function readersIn(kinds: unknown): string[] {
  const read = (kinds as Record<string, object> | null)?.["m.read"];
  return read ? Object.keys(read) : [];
}

function shows(item: Item, ids: ReadonlySet<string>): boolean {
  const is = (person: Person | undefined) => person !== undefined && ids.has(person.id);
  if (item.kind === "notice") return is(item.who) || is(item.whom);
  const { sender, deletedBy, quote, readBy, reactions, thread } = item;
  const people = [sender, deletedBy?.person, quote?.sender, thread?.last?.sender, ...readBy];
  return people.some(is) || reactions.some(({ people }) => people.some(is));
}
